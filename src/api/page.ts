import * as l10n from '@vscode/l10n';
import { visit } from 'jsonc-parser';
import type { Cursor } from './address.ts';
import { failed, success, type Result, type UnexpectedCause } from './failure.ts';
import { lazyRecord, readRecord, type BrokenRecord, type PageRecord } from './pageRecord.ts';
import { takenApart, type RecordAt, type TakenApart } from './takenApart.ts';
import { Turn } from '../json/turn.ts';
import { pathText } from './where.ts';
import { hasId, wireEncrypted, wireEnvelope, type WireEnvelope } from './wire.ts';

/** An answer with status 2xx: its bytes as received. */
export interface Answer {
  readonly bytes: Uint8Array;
  readonly contentType: string;
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

/**
 * Reads an answer in either of its two forms. A broken record never costs the page; a broken page is a failure. Passes
 * the thread on while it reads the records of a large page. Read `lazily`, a page holds no record: each is parsed again
 * whenever it is asked for, which takes longer and saves memory.
 */
export async function readPage(answer: Answer, lazily = false): Promise<Result<Page>> {
  const turn = new Turn();
  if (lazily) {
    try {
      const { body, recordsOf } = takenApart(answer.bytes);
      const page = await readBody(body, answer, new Reading(turn, recordsOf));
      if (page.ok) {
        return page;
      }
    } catch (error) {
      if (!(error instanceof SyntaxError)) {
        throw error;
      }
    }
    // Something is wrong with it: read as a whole, it tells what and where.
  }
  const text = new TextDecoder().decode(answer.bytes);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    return unexpected(answer, 'notJson', positionIn(error, text));
  }
  return await readBody(body, answer, new Reading(turn));
}

async function readBody(body: unknown, answer: Answer, reading: Reading): Promise<Result<Page>> {
  if (!Array.isArray(body)) {
    return wireEncrypted.safeParse(body).success
      ? unexpected(answer, 'encrypted', '')
      : unexpected(answer, 'wrongShape', pathText([]));
  }
  const projects: (string | undefined)[] = [];
  let next: Cursor | undefined;
  let brokenNext: string | undefined;
  for (const [element, value] of (body as readonly unknown[]).entries()) {
    if (!isEnvelope(value)) {
      await reading.readElement(value, element);
      projects.push(undefined);
      continue;
    }
    const parsed = wireEnvelope.safeParse(value);
    if (!parsed.success) {
      return unexpected(answer, 'wrongShape', pathText([element, ...(parsed.error.issues[0]?.path ?? [])]));
    }
    const { data, faceAuth_projectId, nextPage_key } = parsed.data;
    await reading.readData(data, element);
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

function unexpected({ bytes, contentType }: Answer, cause: UnexpectedCause, where: string): Result<Page> {
  return failed({ kind: 'unexpected', cause, where, bytes: bytes.byteLength, contentType });
}

/** Sorts values into records and broken ones; with `recordsOf` those in the data of elements are parsed one by one. */
class Reading {
  readonly records: PageRecord[] = [];
  readonly broken: BrokenRecord[] = [];
  readonly #turn: Turn;
  readonly #recordsOf: TakenApart['recordsOf'] | undefined;

  constructor(turn: Turn, recordsOf?: TakenApart['recordsOf']) {
    this.#turn = turn;
    this.#recordsOf = recordsOf;
  }

  /** A record that is an element itself. */
  async readElement(value: unknown, element: number): Promise<void> {
    if (this.#turn.over) {
      await this.#turn.pass();
    }
    this.#sort(value, element, undefined);
  }

  /** The records in the data of an element. */
  async readData(data: readonly unknown[], element: number): Promise<void> {
    const recordAt = this.#recordsOf?.(element);
    for (const [position, value] of data.entries()) {
      // Not by a function that waits: to wait for each record would take as long as all else.
      if (this.#turn.over) {
        await this.#turn.pass();
      }
      this.#sort(recordAt === undefined ? value : recordAt(position), element, position, recordAt);
    }
  }

  #sort(value: unknown, element: number, position: number | undefined, recordAt?: RecordAt): void {
    const { record, problem } = readRecord(value);
    if (record === undefined) {
      this.broken.push({ element, position, problem });
    } else if (recordAt === undefined) {
      this.records.push({ element, position, record });
    } else {
      this.records.push(lazyRecord(element, position ?? 0, recordAt));
    }
  }
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
