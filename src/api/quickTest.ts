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
  const test = schema instanceof $ZodCheck ? never : typeTest(schema);
  const checks = (schema._zod.def.checks ?? []).map((check): Test =>
    check instanceof $ZodCustom ? (value) => check._zod.def.fn(value) === true : never,
  );
  return checks.length === 0 ? test : (value) => test(value) && checks.every((check) => check(value));
}

function typeTest(schema: $ZodType): Test {
  if (schema instanceof z.ZodMiniString) {
    return (value) => typeof value === 'string';
  }
  if (schema instanceof z.ZodMiniNumber) {
    return Number.isFinite;
  }
  if (schema instanceof z.ZodMiniBoolean) {
    return (value) => typeof value === 'boolean';
  }
  if (schema instanceof z.ZodMiniUnknown) {
    return () => true;
  }
  if (schema instanceof z.ZodMiniOptional) {
    const test = testOf(schema._zod.def.innerType);
    return (value) => value === undefined || test(value);
  }
  if (schema instanceof z.ZodMiniNullable) {
    const test = testOf(schema._zod.def.innerType);
    return (value) => value === null || test(value);
  }
  if (schema instanceof z.ZodMiniUnion) {
    const tests = schema._zod.def.options.map(testOf);
    return (value) => tests.some((test) => test(value));
  }
  if (schema instanceof z.ZodMiniArray) {
    const test = testOf(schema._zod.def.element);
    return (value) => Array.isArray(value) && value.every(test);
  }
  return schema instanceof z.ZodMiniObject ? objectTest(schema) : never;
}

/** Looks only at the fields that are there; those that must not be missing are looked for by name. */
function objectTest(schema: z.ZodMiniObject): Test {
  if (schema._zod.def.catchall !== undefined) {
    return never;
  }
  const tests = new Map(Object.entries(schema.shape).map(([name, field]) => [name, testOf(field)]));
  const needed = [...tests].filter(([, test]) => !test(undefined)).map(([name]) => name);
  return (value) => {
    if (!isObject(value) || !needed.every((name) => name in value)) {
      return false;
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

function never(): boolean {
  return false;
}
