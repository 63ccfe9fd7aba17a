import { excerptOf } from '../api/excerpt.ts';
import type { Result } from '../api/failure.ts';
import { readPage, type Page } from '../api/page.ts';
import type { BrokenRecord } from '../api/pageRecords.ts';
import { RecordReader } from '../api/record.ts';
import { timeOf } from '../api/timeReading.ts';
import type { FilePiece } from './filePiece.ts';

/** Reads the values of a piece as the records of an answer. What is no JSON is a broken record. */
export async function pageOf(piece: FilePiece, lazily: boolean | undefined): Promise<Result<Page>> {
  const page = piece.hasBroken ? undefined : await read(piece, lazily);
  if (page?.ok === true && isWhole(page.value, piece)) {
    return page;
  }
  if (page?.ok === false && page.failure.kind === 'errorAnswer') {
    return page;
  }
  return await read(piece.mended(), lazily);
}

async function read(piece: FilePiece, lazily: boolean | undefined): Promise<Result<Page>> {
  const page = await readPage({ bytes: piece.bytes, contentType: '' }, lazily);
  return page.ok ? { ok: true, value: { ...page.value, broken: page.value.broken.map(named(piece)) } } : page;
}

/** Whether every value of the piece is one of the page: a broken one can end within another. */
function isWhole({ projects, records, broken }: Page, { within, count }: FilePiece): boolean {
  return (within === 'list' ? projects.length : records.length + broken.length) === count;
}

function named(piece: FilePiece): (record: BrokenRecord) => BrokenRecord {
  return (record) => {
    const place = piece.within === 'list' ? record.element : (record.position ?? 0);
    const broken = record.position !== undefined && piece.within === 'list' ? undefined : piece.brokenAt(place);
    return broken === undefined ? record : { ...record, problem: 'notJson', ...broken };
  };
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

const dayLength = 86_400_000;
