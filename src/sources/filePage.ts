import { excerptOf } from '../api/excerpt.ts';
import type { Result } from '../api/failure.ts';
import { readPage, type Page } from '../api/page.ts';
import type { BrokenRecord } from '../api/pageRecords.ts';
import { RecordReader } from '../api/record.ts';
import { dayLength, timeOf } from '../api/timeReading.ts';
import type { FilePiece } from './filePiece.ts';

/** Reads the values of a piece as the records of an answer. What is no JSON is a broken record. */
export async function pageOf(piece: FilePiece, lazily: boolean | undefined): Promise<Result<Page>> {
  const page = piece.hasBroken ? undefined : await read(piece, lazily);
  if (page?.ok === true || (page?.ok === false && 'status' in page.failure)) {
    return page;
  }
  const mended = await read(piece.mended(), lazily);
  if (mended === undefined) {
    throw new Error('A value that is JSON is more than one.');
  }
  return mended;
}

/**
 * Reads the values as records first, which takes less time; where they are not records, as elements. Undefined when the
 * page has more or fewer values than the piece: a value that is no JSON can end within another value.
 */
async function read(piece: FilePiece, lazily: boolean | undefined): Promise<Result<Page> | undefined> {
  const { count, within } = piece;
  const page = piece.isOfRecords ? await readPage({ bytes: piece.bytes, contentType: '' }, lazily) : undefined;
  if (page?.ok === true) {
    const { records, broken } = page.value;
    if (records.length + broken.length !== count) {
      return undefined;
    }
    if (within !== 'list' || broken.every(({ position = 0 }) => piece.brokenAt(position) !== undefined)) {
      return named(page.value, ({ position = 0 }) => piece.brokenAt(position));
    }
  }
  const list = page?.ok === false ? page : await readPage({ bytes: piece.listBytes, contentType: '' }, lazily);
  if (!list.ok) {
    return list;
  }
  const brokenAt = ({ element, position }: BrokenRecord) =>
    position === undefined ? piece.brokenAt(element) : undefined;
  return list.value.projects.length === count ? named(list.value, brokenAt) : undefined;
}

function named(page: Page, brokenAt: (record: BrokenRecord) => ReturnType<FilePiece['brokenAt']>): Result<Page> {
  const broken = page.broken.map((record): BrokenRecord => {
    const line = brokenAt(record);
    return line === undefined ? record : { ...record, problem: 'notJson', ...line };
  });
  return { ok: true, value: { ...page, broken } };
}

/** The records of a page that were created on these UTC days, both included; those that cannot be read stay. */
export function onDays(page: Page, { from, to }: { readonly from: string; readonly to: string }): Page {
  const reader = new RecordReader();
  const begin = timeOf(from) ?? Number.NEGATIVE_INFINITY;
  const end = (timeOf(to) ?? Number.POSITIVE_INFINITY) + dayLength;
  return excerptOf(
    page,
    (index) => {
      reader.read(page.records.at(index));
      const time = timeOf(reader.created);
      return time !== undefined && time >= begin && time < end;
    },
    () => true,
  );
}
