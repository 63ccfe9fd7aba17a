import { fieldAt, itemsAt, rootOf, textIn } from '../api/span.ts';
import { createLocator, type Where } from '../api/where.ts';
import type { Source } from '../submissions/source.ts';
import type { Submission } from '../submissions/submission.ts';
import type { Exported } from './range.ts';
import { Writing, type ExportOptions } from './writing.ts';

/** Which loaded submissions to export, and how. */
export interface SelectionExport extends ExportOptions {
  readonly submissions: Iterable<Submission>;
}

/**
 * Writes records that are loaded. Pages come in the order in which the submissions first name them, and within a page
 * its records in the order given: so only one page is unpacked at a time, and each once. For what is selected in one
 * run, newest first or oldest first, that is the order given; to keep any other would take memory for all of it.
 */
export async function exportSelection(options: SelectionExport): Promise<Exported> {
  const writing = new Writing(options);
  await writing.begin();
  for (const [source, submissions] of bySource(options.submissions)) {
    if (!options.signal.aborted) {
      await writeFrom(await source.bytes(), submissions, options.signal, writing);
    }
  }
  const report = await writing.end();
  return { end: { kind: options.signal.aborted ? 'cancelled' : 'complete' }, report };
}

function bySource(submissions: Iterable<Submission>): ReadonlyMap<Source, readonly Submission[]> {
  const groups = new Map<Source, Submission[]>();
  for (const submission of submissions) {
    const group = groups.get(submission.source);
    if (group === undefined) {
      groups.set(submission.source, [submission]);
    } else {
      group.push(submission);
    }
  }
  return groups;
}

async function writeFrom(
  bytes: Uint8Array,
  submissions: readonly Submission[],
  signal: AbortSignal,
  writing: Writing,
): Promise<void> {
  writing.counts.pages++;
  const locate = createLocator(bytes);
  const projectOf = createProjectFinder(bytes);
  for (const submission of submissions) {
    if (signal.aborted) {
      return;
    }
    if (writing.isNew(submission.id)) {
      const { start, end } = locate(submission);
      writing.add({ json: bytes.subarray(start, end), project: projectOf(submission) });
      writing.counts.records++;
    }
    if (writing.due) {
      await writing.flush();
    }
  }
  await writing.flush();
  writing.tell();
}

/** Finds the service's own id of the project that a record came under, where there is one. */
function createProjectFinder(bytes: Uint8Array): (where: Where) => string | undefined {
  const known = new Map<number, string | undefined>();
  return ({ element, position }) => {
    // In a flat list a record stands under no project.
    if (position !== undefined && !known.has(element)) {
      known.set(element, projectAt(bytes, element));
    }
    return known.get(element);
  };
}

function projectAt(bytes: Uint8Array, element: number): string | undefined {
  const whole = itemsAt(bytes, rootOf(bytes))[element];
  const span = whole === undefined ? undefined : fieldAt(bytes, whole.start, 'faceAuth_projectId');
  const id: unknown = span === undefined ? undefined : JSON.parse(textIn(bytes, span));
  return typeof id === 'string' ? id : undefined;
}
