import type { Cursor } from './address.ts';
import { errorIn, type Hide } from './classify.ts';
import { dataIn, encrypted, holdsRecords, isEnvelope, isOfService, keysIn, projectOf } from './envelope.ts';
import { withExactIds } from './exactId.ts';
import { failed, success, type Result, type Unexpected } from './failure.ts';
import { readNextKey, type NextKey } from './nextKey.ts';
import { PageRecords, type BrokenRecord, type RecordProblem } from './pageRecords.ts';
import { idOf } from './record.ts';
import { takenApart, type RecordAt, type TakenApart } from './takenApart.ts';
import { firstBreak } from '../json/firstBreak.ts';
import { fromUtf8, joined, utf8, withoutMark } from '../json/bytes.ts';
import { rootOf } from '../json/span.ts';
import { Turn } from '../json/turn.ts';
import { isFields, isList } from './values.ts';
import { createLocator, pathText } from './where.ts';

/** An answer with status 2xx: its bytes as received. */
export interface Answer {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** One answer, read: every record is either in `records` or in `broken`. The bytes stay as they came. */
export interface Page extends Answer {
  readonly records: PageRecords;
  readonly broken: readonly BrokenRecord[];
  /** The service's own id of the project of each element; undefined where the element has none. */
  readonly projects: readonly (string | undefined)[];
  readonly next?: Cursor;
  /** Where a key of the next page stands that cannot be followed: there is more, but no way to it. */
  readonly brokenNext?: string;
  /** Whether the pages surely end, as those of a file do: then many without anything new are no reason to stop. */
  readonly endsSurely?: true;
}

/** The service's own id of the project that the record at an index came under. */
export function projectAt({ records, projects }: Page, index: number): string | undefined {
  return projects[records.where(index).element];
}

/**
 * Reads an answer in either of its two forms. A broken record never costs the page; a broken page is a failure. Passes
 * the thread on while it reads the records of a large page. Read `lazily`, a page holds no record: each is parsed again
 * whenever it is asked for, which takes longer and saves memory. `hide` takes the key out of what an error in the place of
 * records says.
 */
export async function readPage(answer: Answer, lazily = false, hide: Hide = (text) => text): Promise<Result<Page>> {
  if (lazily) {
    try {
      const { body, recordsOf } = takenApart(answer.bytes);
      const page = await readBody(body, answer, hide, recordsOf);
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
  const text = withoutMark(fromUtf8(answer.bytes));
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    return unexpected(answer, { cause: 'notJson', where: positionIn(error, text) });
  }
  return await readBody(body, answer, hide);
}

/** Check the clock every so many records. */
const stretch = 32;

async function readBody(
  body: unknown,
  answer: Answer,
  hide: Hide,
  recordsOf?: TakenApart['recordsOf'],
): Promise<Result<Page>> {
  const error = errorIn(body, hide);
  if (error !== undefined) {
    return failed(error);
  }
  const elements = body === null ? [] : body;
  if (isFields(elements) && holdsRecords(elements)) {
    // One project, or the one record that was asked for, without the list around it.
    const json = answer.bytes.subarray(rootOf(answer.bytes));
    return await readBody([elements], { ...answer, bytes: joined([utf8('['), json, utf8(']')]) }, hide);
  }
  if (!isList(elements)) {
    const cause = encrypted.safeParse(body).success ? 'encrypted' : 'wrongShape';
    return unexpected(answer, { cause, where: { path: [] } });
  }
  const jsonAt = locatedIn(answer.bytes);
  const sorted = await sort(elements, jsonAt, recordsOf);
  const [first] = sorted.broken;
  const isPage = sorted.records.length > 0 || elements.some(isOfService);
  if (first !== undefined && !isPage && isEnvelope(elements[first.element])) {
    // Nothing in it is where records stand.
    return unexpected(answer, { cause: 'wrongShape', where: { path: [first.element, 'data'] } });
  }
  const projects = elements.map((element, index) =>
    isEnvelope(element) ? projectOf(element, () => jsonAt(index)) : undefined,
  );
  return success({ ...answer, ...sorted, projects, ...wayOn(elements) });
}

/** A record or an element as received. */
type JsonAt = (element: number, position?: number) => Uint8Array;

/** Few need it: the answer is not looked through before. */
function locatedIn(bytes: Uint8Array): JsonAt {
  let locate: ReturnType<typeof createLocator> | undefined;
  return (element, position) => {
    locate ??= createLocator(bytes);
    const { start, end } = locate({ element, position });
    return bytes.subarray(start, end);
  };
}

/** Sorts the values in the places of records into those that can be read and broken ones. */
async function sort(
  elements: readonly unknown[],
  jsonAt: JsonAt,
  recordsOf: TakenApart['recordsOf'] | undefined,
): Promise<Pick<Page, 'records' | 'broken'>> {
  const turn = new Turn();
  const records = new PageRecords();
  const broken: BrokenRecord[] = [];
  const add = (value: unknown, element: number, position?: number, recordAt?: RecordAt): void => {
    const record = isFields(value) ? withExactIds(value, jsonAt, element, position) : undefined;
    const id = record && idOf(record);
    if (id === undefined || record === undefined) {
      broken.push({ element, position, problem: problemOf(value) });
    } else {
      records.add(id, record, element, position, record === value ? recordAt : undefined);
    }
  };
  for (const [element, value] of elements.entries()) {
    const data = dataIn(value);
    if (data === undefined) {
      add(value, element);
    }
    const recordAt = recordsOf?.(element);
    for (let position = 0; position < (data?.length ?? 0); position++) {
      // Not by a function that waits: to wait for each record would take as long as all else.
      if (position % stretch === 0 && turn.over) {
        await turn.pass();
      }
      add(recordAt === undefined ? data?.[position] : recordAt(position), element, position, recordAt);
    }
    if (element % stretch === 0 && turn.over) {
      await turn.pass();
    }
  }
  return { records, broken };
}

/**
 * The key of the next page; `brokenNext` where it cannot be read, and where two elements name different ones: to follow
 * one would lose what lies behind the other.
 */
function wayOn(elements: readonly unknown[]): Pick<Page, 'next' | 'brokenNext'> {
  let next: Cursor | undefined;
  for (const [element, value] of elements.entries()) {
    const { name, key } = keyOf(value);
    if (key === 'broken' || (key !== 'none' && next !== undefined && !isSame(next, key))) {
      return { brokenNext: pathText([element, name]) };
    }
    next = key === 'none' ? next : key;
  }
  return next === undefined ? {} : { next };
}

/** The key of an element that can be followed; else the first that says anything, with its name. */
function keyOf(element: unknown): { readonly name: string; readonly key: NextKey } {
  const keys = Object.entries(isFields(element) ? keysIn(element) : {}).map(([name, key]) => ({
    name,
    key: readNextKey(key),
  }));
  return (
    keys.find(({ key }) => typeof key === 'object') ??
    keys.find(({ key }) => key === 'broken') ?? { name: '', key: 'none' }
  );
}

function isSame(one: Cursor, other: Cursor): boolean {
  return one.id === other.id && one.date === other.date;
}

function unexpected({ bytes, contentType }: Answer, why: Unexpected): Result<Page> {
  return failed({ kind: 'unexpected', ...why, bytes: bytes.byteLength, contentType });
}

/** Why a value is no record. */
function problemOf(value: unknown): RecordProblem {
  return isFields(value) ? (isEnvelope(value) ? 'dataIsNoList' : 'noId') : 'noObject';
}

/** To look at more characters would hold the thread for too long. */
const longestSearched = 1_000_000;

/** For many errors V8 tells what breaks but not where. */
function breakNearStart(text: string): number | undefined {
  const position = firstBreak(text.slice(0, longestSearched));
  return position === longestSearched && text.length > longestSearched ? undefined : position;
}

/** In characters: enough to find the place, without a word of the body. */
function positionIn(error: unknown, text: string): { readonly position: number | undefined; readonly of: number } {
  const named = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return { position: named === undefined ? breakNearStart(text) : Number(named), of: text.length };
}
