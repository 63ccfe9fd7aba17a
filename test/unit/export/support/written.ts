import assert from 'node:assert/strict';
import { success, type Failure } from '../../../../src/api/failure.ts';
import { readPage, type Page } from '../../../../src/api/page.ts';
import type { Pages } from '../../../../src/api/pages.ts';
import { exportRange, type Exported, type RangeExport } from '../../../../src/export/range.ts';
import type { Sink } from '../../../../src/export/writing.ts';
import { keep } from '../../../../src/submissions/store/source.ts';
import { createReader, snapshotOf, type Submission } from '../../../../src/submissions/model/submission.ts';

/** A sink in memory. */
export interface Memory extends Sink {
  readonly pieces: readonly Uint8Array[];
  readonly text: () => string;
}

/** A sink that keeps what it is given; `onWrite` is awaited at each piece. */
export function memory(onWrite?: () => Promise<void>): Memory {
  const pieces: Uint8Array[] = [];
  return {
    pieces,
    write: async (bytes) => {
      pieces.push(bytes);
      await onWrite?.();
    },
    text: () => Buffer.concat(pieces).toString('utf8'),
  };
}

/** An answer with this text, read. */
export async function pageOf(text: string, lazily = false): Promise<Page> {
  const page = await readPage({ bytes: new TextEncoder().encode(text), contentType: 'application/json' }, lazily);
  assert.ok(page.ok, `is no page: ${text.slice(0, 100)}`);
  return page.value;
}

/** Pages and failures as the service would give them, one after the other. */
export async function* following(...steps: readonly (Page | Failure)[]): Pages {
  for (const step of steps) {
    yield 'kind' in step ? { ok: false, failure: step } : success(step);
  }
}

/** What an export of these pages wrote; JSON as received unless told otherwise, and a failure ends it. */
export async function exported(
  pages: RangeExport['pages'],
  options: Partial<RangeExport> = {},
): Promise<Exported & { readonly text: string }> {
  const sink = memory();
  const done = await exportRange({
    pages,
    format: 'json',
    sink,
    signal: new AbortController().signal,
    onFailure: async () => 'stop',
    ...options,
  });
  return { ...done, text: sink.text() };
}

/** The same for answers of these texts. */
export async function exportedTexts(
  texts: readonly string[],
  options: Partial<RangeExport> = {},
): Promise<Exported & { readonly text: string }> {
  return await exported(following(...(await Promise.all(texts.map(async (text) => await pageOf(text))))), options);
}

/** The submissions of an answer, as they are when they are loaded. */
export async function loaded(text: string): Promise<readonly Submission[]> {
  const page = await pageOf(text);
  const source = keep(page.bytes, page.projects);
  await source.settled;
  const read = createReader();
  const { records } = page;
  return records.ids.map((_, index) => snapshotOf(read(records.at(index), { source, ...records.where(index) })));
}

/** The rows of a CSV as RFC 4180 has it; the mark of UTF-8 must stand first and every row must end with CRLF. */
export function rowsOf(csv: string): readonly (readonly string[])[] {
  assert.ok(csv.startsWith('\u{FEFF}') && csv.endsWith('\r\n'));
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

/** The rows of a CSV after its header, as objects by the header's names. */
export function tableOf(csv: string): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = rowsOf(csv);
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}
