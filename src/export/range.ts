import type { Failure } from '../api/failure.ts';
import { projectAt } from '../api/page.ts';
import type { Pages, WalkedPage } from '../api/pages.ts';
import { createLocator, type Where } from '../api/where.ts';
import type { Source } from '../submissions/store/source.ts';
import { digestText } from '../submissions/privacy/sha256.ts';
import { createReader, type Submission } from '../submissions/model/submission.ts';
import { currentCopies } from './currentCopies.ts';
import type { IsDeletedNow } from './withoutStale.ts';
import { Writing, type ExportOptions, type Report } from './writing.ts';

/** How an export ended, and what was written. Whatever the end, the file is a whole document. */
export interface Exported {
  readonly end: { readonly kind: 'complete' } | Failure;
  readonly report: Report;
}

/** What to export of the service, and how. */
export interface RangeExport extends ExportOptions {
  /**
   * The pages as `pagesOf` yields them, stopped by the same `signal`. A failure comes in the place of its page; the
   * next step tries that page again.
   */
  readonly pages: Pages;
  /** Which records to write; all of them when absent. A broken record never matches. */
  readonly matches?: (submission: Submission) => boolean;
  /** Whether a record is known to be deleted by now, whatever a page still says of it. */
  readonly isDeletedNow?: IsDeletedNow;
  /** Asked when a page failed: whether to try the same page again. Nothing is written twice by that. */
  readonly onFailure: (failure: Failure, report: Report) => Promise<'again' | 'stop'>;
}

/**
 * Writes pages as they come, one in memory at a time. Rejects only when the sink fails; the file is then incomplete.
 */
export async function exportRange(options: RangeExport): Promise<Exported> {
  const writing = new Writing(options);
  try {
    await writing.begin();
    const end = await walk(options, writing);
    return { end, report: await writing.end() };
  } finally {
    await options.pages.return();
  }
}

async function walk(options: RangeExport, writing: Writing): Promise<Exported['end']> {
  const { pages, onFailure, signal } = options;
  let failure: Failure | undefined;
  let fresh: number | undefined;
  while (!signal.aborted) {
    const step = await pages.next(fresh);
    if (step.done === true) {
      // When the pages end right after a failure, the walk was given up: the export ended with that failure.
      return failure ?? { kind: 'complete' };
    }
    failure = step.value.ok ? undefined : step.value.failure;
    if (step.value.ok) {
      const before = writing.distinct;
      await writePage(step.value.value, options, writing);
      fresh = writing.distinct - before;
    } else if (isFinal(step.value.failure) || (await onFailure(step.value.failure, writing.report)) === 'stop') {
      return step.value.failure;
    }
  }
  return { kind: 'cancelled' };
}

/** Whether no page can come after this failure, however often the export asks. */
function isFinal({ kind }: Failure): boolean {
  return kind === 'cancelled' || kind === 'endless';
}

async function writePage(page: WalkedPage, options: RangeExport, writing: Writing): Promise<void> {
  const { matches, signal, isDeletedNow = () => false } = options;
  writing.counts.pages += page.again === true ? 0 : 1;
  options.redact?.begin?.(page);
  const locate = createLocator(page.bytes);
  const isWanted = matches === undefined ? undefined : matching(page, matches);
  const isCurrent = currentCopies(page, writing.nameIn);
  for (const [where, index] of inOrder(page)) {
    if (signal.aborted) {
      return;
    }
    const span = locate(where);
    const json = page.bytes.subarray(span.start, span.end);
    const taking: Taking = { writing, again: page.again, isCurrent, isDeletedNow };
    const takes =
      index === undefined ? takesBroken(json, isWanted, taking) : takesRecord(page, index, isWanted, taking);
    if (takes) {
      const value = index === undefined || options.redact === undefined ? undefined : page.records.at(index);
      writing.add({ json, value, project: page.projects[where.element] });
    }
    if (writing.due) {
      await writing.flush();
    }
  }
  await writing.flush();
  writing.tell();
}

/** Whether the record at an index of a page is to be written. */
type IsWanted = (index: number) => boolean;

interface Taking {
  readonly writing: Writing;
  /**
   * Set for a page that was asked for again. Its records are not counted as duplicates, because the service did not
   * send them twice by itself.
   */
  readonly again: true | undefined;
  /** False for a copy of a record when the same page holds a copy that counts more. */
  readonly isCurrent: (index: number) => boolean;
  readonly isDeletedNow: IsDeletedNow;
}

function takesRecord(
  page: WalkedPage,
  index: number,
  isWanted: IsWanted | undefined,
  { writing, again, isCurrent, isDeletedNow }: Taking,
): boolean {
  const { records } = page;
  const wanted = isWanted?.(index) !== false;
  if (!isCurrent(index)) {
    writing.counts.duplicates += wanted && again !== true ? 1 : 0;
    return false;
  }
  const isDeleted = records.isDeleted(index);
  const name = writing.nameIn(page, index);
  if (!writing.isNew(name, false)) {
    // A record that was written whole cannot be taken back. The report counts, once, that it is deleted by now.
    if (isDeleted && writing.notWhole.add(name)) {
      writing.counts.deletedLater++;
    } else {
      writing.counts.duplicates += wanted && again !== true ? 1 : 0;
    }
    return false;
  }
  const isLeftOut = !isDeleted && isDeletedNow(records.ids[index] ?? '', projectAt(page, index));
  if (isDeleted || isLeftOut || !wanted) {
    writing.notWhole.add(name);
  }
  if (wanted) {
    writing.counts[isLeftOut ? 'deleted' : 'records']++;
  }
  return wanted && !isLeftOut;
}

function takesBroken(json: Uint8Array, isWanted: IsWanted | undefined, { writing, again }: Taking): boolean {
  // A broken record has no id to trust. Only an object with exactly the same bytes counts as the same record; other
  // values, such as `null`, say too little. These have come before only if their page is asked for again.
  const isObject = json[0] === 0x7b;
  if (isObject ? !writing.isNew(`{${digestText(json)}`, again !== true) : again === true) {
    return false;
  }
  const taken = isWanted === undefined && writing.takesBroken;
  writing.counts.broken++;
  writing.counts.leftOut += taken ? 0 : 1;
  return taken;
}

/**
 * Reads records for a filter. A reader keeps the values that records share, so each page gets a reader of its own and
 * none stays in memory.
 */
function matching({ bytes, records }: WalkedPage, matches: (submission: Submission) => boolean): IsWanted {
  const read = createReader();
  const source: Source = {
    size: bytes.byteLength,
    order: 0,
    projects: [],
    settled: Promise.resolve(),
    bytes: async () => bytes,
  };
  return (index) => matches(read(records.at(index), { source, ...records.where(index) }));
}

/**
 * The places of all records of a page in the order in which they came, each with its index. A broken record has no
 * index.
 */
function* inOrder({ records, broken }: WalkedPage): Generator<readonly [Where, number | undefined]> {
  const rest = broken[Symbol.iterator]();
  let next = rest.next();
  for (const index of records.ids.keys()) {
    const where = records.where(index);
    while (next.done !== true && isBefore(next.value, where)) {
      yield [next.value, undefined];
      next = rest.next();
    }
    yield [where, index];
  }
  for (; next.done !== true; next = rest.next()) {
    yield [next.value, undefined];
  }
}

function isBefore(one: Where, other: Where): boolean {
  return one.element === other.element ? (one.position ?? 0) < (other.position ?? 0) : one.element < other.element;
}
