import * as z from 'zod/mini';
import { $ZodCheck, $ZodCustom, type $ZodType } from 'zod/v4/core';

type Test = (value: unknown) => boolean;

/**
 * A test made from a schema, for what comes by the thousand: true only for what the schema takes without a change
 * (other fields may stand beside those it names). It copies nothing and tells no reason, so what it refuses is for the
 * schema to judge; it refuses all that meets a kind of schema which it does not know.
 */
export function quickTest<S extends z.ZodMiniType>(schema: S): (value: unknown) => value is z.output<S> {
  const test = testOf(schema);
  return (value): value is z.output<S> => test(value);
}

function testOf(schema: $ZodType): Test {
  const [likely, ...others] = waysOf(schema);
  return (value) => likely?.(value) === true || others.some((way) => way(value));
}

/** The ways in which a value may fit; the likely ones first. */
function waysOf(schema: $ZodType): readonly Test[] {
  if (schema instanceof $ZodCheck) {
    return [];
  }
  const checks = (schema._zod.def.checks ?? []).map((check): Test =>
    check instanceof $ZodCustom ? (value) => check._zod.def.fn(value) === true : () => false,
  );
  const ways = waysOfKind(schema);
  return checks.reduce((all, check) => all.map((way) => (value) => way(value) && check(value)), ways);
}

function waysOfKind(schema: $ZodType): readonly Test[] {
  if (schema instanceof z.ZodMiniOptional) {
    return [...waysOf(schema._zod.def.innerType), isUndefined];
  }
  if (schema instanceof z.ZodMiniNullable) {
    return [...waysOf(schema._zod.def.innerType), isNull];
  }
  if (schema instanceof z.ZodMiniUnion) {
    return schema._zod.def.options.flatMap(waysOf);
  }
  if (schema instanceof z.ZodMiniArray) {
    const test = testOf(schema._zod.def.element);
    return [(value) => Array.isArray(value) && value.every(test)];
  }
  if (schema instanceof z.ZodMiniObject) {
    return schema._zod.def.catchall === undefined ? [objectTest(schema)] : [];
  }
  if (schema instanceof z.ZodMiniUnknown) {
    return [() => true];
  }
  const leaf =
    schema instanceof z.ZodMiniString
      ? isString
      : schema instanceof z.ZodMiniNumber
        ? Number.isFinite
        : schema instanceof z.ZodMiniBoolean
          ? isBoolean
          : undefined;
  return leaf === undefined ? [] : [leaf];
}

/** Looks only at the fields that are there; those that must not be missing are looked for by name. */
function objectTest(schema: z.ZodMiniObject): Test {
  const tests = new Map(Object.entries(schema.shape).map(([name, field]) => [name, testOf(field)]));
  const needed = [...tests].filter(([, test]) => !test(undefined)).map(([name]) => name);
  return (value) => {
    if (!isObject(value)) {
      return false;
    }
    for (const name of needed) {
      if (!(name in value)) {
        return false;
      }
    }
    for (const name in value) {
      if (tests.get(name)?.(value[name]) === false) {
        return false;
      }
    }
    return true;
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isNull(value: unknown): boolean {
  return value === null;
}

function isUndefined(value: unknown): boolean {
  return value === undefined;
}
