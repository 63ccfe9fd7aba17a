import * as l10n from '@vscode/l10n';
import { visit } from 'jsonc-parser';
import type * as z from 'zod/mini';
import type { Cursor } from './address.ts';
import type { Answer } from './client.ts';
import { failed, success, type Failure, type Result } from './failure.ts';
import { quickTest } from './quickTest.ts';
import { wireEncrypted, wireEnvelope, wireRecord, type WireRecord } from './wire.ts';

/** Where a record stands in its page: the keys from the root of the answer. */
export type Path = readonly (string | number)[];

/** A record that was sent but cannot be read: where it stands, and where and how it first breaks. */
export interface BrokenRecord {
  readonly path: Path;
  readonly problem: string;
}

/** One answer, read: every record is either in `records` or in `broken`. The bytes stay as they came. */
export interface Page {
  readonly bytes: Uint8Array;
  readonly records: readonly { readonly path: Path; readonly record: WireRecord }[];
  readonly broken: readonly BrokenRecord[];
  readonly next?: Cursor;
}

// Most records are as they should be: a schema that copies each would take three times as long as reading the JSON.
const isRecord = quickTest(wireRecord);

/** Reads an answer in either of its two forms. A broken record never costs the page; a broken page is a failure. */
export function readPage({ bytes, contentType }: Answer): Result<Page> {
  const unexpected = (cause: 'notJson' | 'wrongShape' | 'encrypted', where: string): Result<Page> =>
    failed({ kind: 'unexpected', cause, where, bytes: bytes.byteLength, contentType } satisfies Failure);
  const text = new TextDecoder().decode(bytes);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    return unexpected('notJson', positionIn(error, text));
  }
  if (!Array.isArray(body)) {
    return wireEncrypted.safeParse(body).success ? unexpected('encrypted', '') : unexpected('wrongShape', pathText([]));
  }
  return readElements(body, bytes, unexpected);
}

function readElements(
  body: readonly unknown[],
  bytes: Uint8Array,
  unexpected: (cause: 'wrongShape', where: string) => Result<Page>,
): Result<Page> {
  const records: { path: Path; record: WireRecord }[] = [];
  const broken: BrokenRecord[] = [];
  const read = (value: unknown, path: Path): void => {
    if (isRecord(value)) {
      records.push({ path, record: value });
      return;
    }
    const parsed = wireRecord.safeParse(value);
    if (parsed.success) {
      records.push({ path, record: parsed.data });
    } else {
      const [issue] = parsed.error.issues;
      broken.push({ path, problem: problemText(issue) });
    }
  };
  let next: Cursor | undefined;
  for (const [index, element] of body.entries()) {
    if (!isEnvelope(element)) {
      read(element, [index]);
      continue;
    }
    const parsed = wireEnvelope.safeParse(element);
    if (!parsed.success) {
      return unexpected('wrongShape', pathText([index, ...(parsed.error.issues[0]?.path ?? [])]));
    }
    parsed.data.data.forEach((value, position) => {
      read(value, [index, 'data', position]);
    });
    next = cursorOf(parsed.data.nextPage_key) ?? next;
  }
  return success({ bytes, records, broken, ...(next !== undefined && { next }) });
}

/** `[0].data[3].auth_id`, as a reader of JSON would say it. */
export function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text === '' ? l10n.t('the root') : text.replace(/^\./, '');
}

function problemText(issue: z.core.$ZodIssue | undefined): string {
  const path = pathText(issue?.path ?? []);
  if (issue?.code === 'invalid_type') {
    return l10n.t('{0} is not of the type {1}', path, issue.expected);
  }
  return issue?.code === 'custom' ? l10n.t('{0} is missing', path) : l10n.t('{0} is of no known type', path);
}

function isEnvelope(element: unknown): boolean {
  return typeof element === 'object' && element !== null && ('data' in element || 'nextPage_key' in element);
}

function cursorOf(key: ReturnType<typeof wireEnvelope.parse>['nextPage_key']): Cursor | undefined {
  if (key === null || key === undefined || key === '') {
    return undefined;
  }
  const id = key.authId ?? key.auth_id;
  const date = key.createTime ?? key.create_time;
  return id === null || id === undefined || id === '' ? undefined : { id, date: date ?? '' };
}

/** `position 17 of 2048`, in characters: enough to find the place, without a word of the body. */
function positionIn(error: unknown, text: string): string {
  const named = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  const position = named ?? firstBreak(text);
  return position === undefined ? l10n.t('an unknown place') : l10n.t('position {0} of {1}', position, text.length);
}

/** For many errors V8 tells what breaks but not where. Looks at the beginning only: this reader is a slow one. */
function firstBreak(text: string): number | undefined {
  const beginning = text.slice(0, 1_000_000);
  let first = text.length;
  const onError = (_: unknown, offset: number): void => {
    first = Math.min(first, offset);
  };
  try {
    visit(beginning, { onError }, { disallowComments: true });
  } catch {
    // Nested too deep for this reader.
    return undefined;
  }
  return first < beginning.length || beginning.length === text.length ? first : undefined;
}
