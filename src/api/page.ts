import * as l10n from '@vscode/l10n';
import { visit } from 'jsonc-parser';
import type * as z from 'zod/mini';
import type { Cursor } from './address.ts';
import { failed, success, type Failure, type Result } from './failure.ts';
import { quickTest } from './quickTest.ts';
import { Turn } from './turn.ts';
import { pathText, type Where } from './where.ts';
import { hasId, wireEncrypted, wireEnvelope, wireRecord, type WireEnvelope, type WireRecord } from './wire.ts';

/** An answer with status 2xx: its bytes as received. */
export interface Answer {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** A record that was sent and can be read. */
export interface PageRecord extends Where {
  readonly record: WireRecord;
}

/** A record that was sent but cannot be read: where it stands, and where and how it first breaks. */
export interface BrokenRecord extends Where {
  readonly problem: string;
}

/** One answer, read: every record is either in `records` or in `broken`. The bytes stay as they came. */
export interface Page extends Answer {
  readonly records: readonly PageRecord[];
  readonly broken: readonly BrokenRecord[];
  /** The service's own id of the project of each element; undefined where the element has none. */
  readonly projects: readonly (string | undefined)[];
  readonly next?: Cursor;
  /** Where a key of the next page stands that cannot be followed: there is more, but no way to it. */
  readonly brokenNext?: string;
}

// Most records are as they should be: a schema that copies each would take three times as long as reading the JSON.
const isRecord = quickTest(wireRecord);

/**
 * Reads an answer in either of its two forms. A broken record never costs the page; a broken page is a failure.
 * Passes the thread on while it reads the records of a large page.
 */
export async function readPage(answer: Answer): Promise<Result<Page>> {
  const turn = new Turn();
  const { bytes, contentType } = answer;
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
  return await readElements(body, answer, turn, unexpected);
}

async function readElements(
  body: readonly unknown[],
  answer: Answer,
  turn: Turn,
  unexpected: (cause: 'wrongShape', where: string) => Result<Page>,
): Promise<Result<Page>> {
  const reading = new Reading(turn);
  const projects: (string | undefined)[] = [];
  let next: Cursor | undefined;
  let brokenNext: string | undefined;
  for (const [element, value] of body.entries()) {
    if (!isEnvelope(value)) {
      await reading.read([value], () => ({ element, position: undefined }));
      projects.push(undefined);
      continue;
    }
    const parsed = wireEnvelope.safeParse(value);
    if (!parsed.success) {
      return unexpected('wrongShape', pathText([element, ...(parsed.error.issues[0]?.path ?? [])]));
    }
    const { data, faceAuth_projectId, nextPage_key } = parsed.data;
    await reading.read(data, (position) => ({ element, position }));
    projects.push(faceAuth_projectId ?? undefined);
    if (!isEmptyKey(nextPage_key)) {
      const cursor = cursorOf(nextPage_key);
      // Two ways on cannot both be gone, and to go one of them would lose what lies on the other.
      if (cursor === undefined || (next !== undefined && !isSame(next, cursor))) {
        brokenNext ??= pathText([element, 'nextPage_key']);
      }
      next ??= cursor;
    }
  }
  const { records, broken } = reading;
  const way = brokenNext === undefined ? next !== undefined && { next } : { brokenNext };
  return success({ ...answer, records, broken, projects, ...way });
}

/** Sorts values into records and broken ones. */
class Reading {
  readonly records: PageRecord[] = [];
  readonly broken: BrokenRecord[] = [];
  readonly #turn: Turn;

  constructor(turn: Turn) {
    this.#turn = turn;
  }

  async read(values: readonly unknown[], whereOf: (index: number) => Where): Promise<void> {
    for (const [index, value] of values.entries()) {
      if (this.#turn.over) {
        await this.#turn.pass();
      }
      const { element, position } = whereOf(index);
      if (isRecord(value)) {
        this.records.push({ element, position, record: value });
        continue;
      }
      const parsed = wireRecord.safeParse(value);
      if (parsed.success) {
        this.records.push({ element, position, record: parsed.data });
      } else {
        this.broken.push({ element, position, problem: problemText(parsed.error.issues[0]) });
      }
    }
  }
}

function problemText(issue: z.core.$ZodIssue | undefined): string {
  const path = pathText(issue?.path ?? []);
  if (issue?.code === 'invalid_type') {
    return l10n.t('{0} is not of the type {1}', path, issue.expected);
  }
  return issue?.code === 'custom' ? l10n.t('{0} is missing', path) : l10n.t('{0} is of no known type', path);
}

/** A record may have a field named `data` too: what has an id and nothing else of an envelope is a record. */
function isEnvelope(element: unknown): boolean {
  if (typeof element !== 'object' || element === null) {
    return false;
  }
  return 'nextPage_key' in element || ('data' in element && ('faceAuth_projectId' in element || !hasId(element)));
}

type NextKey = WireEnvelope['nextPage_key'];

/** The last page has no key, or one that says nothing. */
function isEmptyKey(key: NextKey): key is null | undefined | '' {
  return key === null || key === undefined || key === '' || Object.values(key).every((value) => (value ?? '') === '');
}

function cursorOf(key: Exclude<NextKey, null | undefined | ''>): Cursor | undefined {
  const id = key.authId ?? key.auth_id;
  const date = key.createTime ?? key.create_time;
  return id === null || id === undefined || id === '' ? undefined : { id, date: date ?? '' };
}

function isSame(one: Cursor, other: Cursor): boolean {
  return one.id === other.id && one.date === other.date;
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
