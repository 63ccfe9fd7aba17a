import { createLocator } from '../api/where.ts';
import type { Source } from '../submissions/store/source.ts';
import { serviceProjectOf, type Submission } from '../submissions/model/submission.ts';
import type { Exported } from './range.ts';
import { Writing, type ExportOptions } from './writing.ts';

/** Which loaded submissions to export, and how. */
export interface SelectionExport extends ExportOptions {
  /** Submissions of one page must stand side by side; otherwise their page is unpacked again for each of them. */
  readonly submissions: Iterable<Submission>;
}

/** Writes records that are loaded, in the order given; one page at a time is in memory. */
export async function exportSelection(options: SelectionExport): Promise<Exported> {
  const writing = new Writing(options);
  const pages = new Set<Source>();
  await writing.begin();
  for (const [source, submissions] of runsIn(options.submissions)) {
    if (options.signal.aborted) {
      break;
    }
    writing.counts.pages = pages.add(source).size;
    await writeFrom(await source.bytes(), submissions, options.signal, writing);
  }
  const report = await writing.end();
  return { end: { kind: options.signal.aborted ? 'cancelled' : 'complete' }, report };
}

/** Splits submissions into runs of neighbours that came in the same page. */
function* runsIn(submissions: Iterable<Submission>): Generator<readonly [Source, readonly Submission[]]> {
  let run: Submission[] = [];
  for (const submission of submissions) {
    if (run[0] !== undefined && run[0].source !== submission.source) {
      yield [run[0].source, run];
      run = [];
    }
    run.push(submission);
  }
  if (run[0] !== undefined) {
    yield [run[0].source, run];
  }
}

async function writeFrom(
  bytes: Uint8Array,
  submissions: readonly Submission[],
  signal: AbortSignal,
  writing: Writing,
): Promise<void> {
  const locate = createLocator(bytes);
  for (const submission of submissions) {
    if (signal.aborted) {
      return;
    }
    const project = serviceProjectOf(submission);
    if (writing.isNew(writing.nameOf(submission.id, project))) {
      const { start, end } = locate(submission);
      writing.add({ json: bytes.subarray(start, end), project });
      writing.counts.records++;
    }
    if (writing.due) {
      await writing.flush();
    }
  }
  await writing.flush();
  writing.tell();
}
