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
  /** The path of a next-page key that cannot be used: there are more pages, but we cannot ask for them. */
  readonly brokenNext?: string;
  /**
   * Set where the pages surely end, as those of a file do. Then many pages without a new record are no reason to stop.
   */
  readonly endsSurely?: true;
}

/** The service's own id of the project that the record at an index came under. */
export function projectAt({ records, projects }: Page, index: number): string | undefined {
  return projects[records.where(index).element];
}

/**
 * Reads an answer in either of its two forms: a list of envelopes, or a flat list of records. A broken record never
 * makes the page fail; a broken page is a failure. Lets other tasks run while it reads the records of a large page.
 * Read `lazily`, a page keeps no parsed record: each is parsed again whenever it is asked for, which takes longer and
 * saves memory. `hide` takes the key out of the words of an error that came in place of records.
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
    // The answer is broken. Read it again as a whole, to tell what is wrong and where.
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
    // No element holds records in its `data`.
    return unexpected(answer, { cause: 'wrongShape', where: { path: [first.element, 'data'] } });
  }
  const projects = elements.map((element, index) =>
    isEnvelope(element) ? projectOf(element, () => jsonAt(index)) : undefined,
  );
  return success({ ...answer, ...sorted, projects, ...wayOn(elements) });
}

/** A record or an element as received. */
type JsonAt = (element: number, position?: number) => Uint8Array;

/** Few answers need the place of a record, so the answer is not searched before the first call. */
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
      // No call of an async function here: an `await` for each record would take as long as all other work.
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
 * The key of the next page. `brokenNext` where the key cannot be read, and where two elements name different next
 * pages: we can follow only one and would lose the records behind the other.
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

/** The first next-page key of an element that can be used, with its name; else the first broken one; else none. */
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

/** How many characters are searched for a break; more would block the thread for too long. */
const longestSearched = 1_000_000;

/** Searches for the break, because for many errors V8 tells what breaks but not where. */
function breakNearStart(text: string): number | undefined {
  const position = firstBreak(text.slice(0, longestSearched));
  return position === longestSearched && text.length > longestSearched ? undefined : position;
}

/** Where a text breaks and how long it is, in characters: enough to find the place, without a word of the body. */
function positionIn(error: unknown, text: string): { readonly position: number | undefined; readonly of: number } {
  const named = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return { position: named === undefined ? breakNearStart(text) : Number(named), of: text.length };
}
