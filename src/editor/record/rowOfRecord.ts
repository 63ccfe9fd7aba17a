import { neighbourOf, submissionRowOf, type SubmissionRow } from '../../session/neighbour.ts';
import { mayBeOf, serviceProjectOf, type Submission } from '../../submissions/model/submission.ts';
import type { Direction } from '../../submissions/words/recordParts.ts';
import type { Core } from '../core.ts';
import type { RecordTarget } from './targets.ts';

/** A record, and which of its rows is meant where the tree has several. */
export interface RowTarget extends RecordTarget {
  readonly rowId?: string | undefined;
}

/**
 * What a submission is asked for by: its id, and the service's own id of its project where the id alone would find a
 * submission of another project in the same answer.
 */
export function referenceTo({ shown, session }: Core, projectId: string, submission: Submission): RecordTarget {
  const { id } = submission;
  const serviceProject = serviceProjectOf(submission);
  const project = shown.byId(projectId);
  const known = project && session.records.known(project, id);
  return { projectId, id, ...(known !== undefined && !mayBeOf(known, serviceProject) && { serviceProject }) };
}

/** The row of a record in the tree as it is now; undefined where it has none, as of a project that is not shown. */
export function rowOf(core: Core, target: RowTarget): SubmissionRow | undefined {
  return isShown(core, target) ? submissionRowOf(core.session.state, core.mask(), target) : undefined;
}

/** Whether the tree shows what is loaded of the project of a record, and has no row of the record. */
export function isRowGone(core: Core, target: RowTarget): boolean {
  const { state } = core.session;
  const isLoaded = state.kind !== 'idle' && state.loaded.pages.length > 0;
  return isLoaded && isShown(core, target) && rowOf(core, target) === undefined;
}

/** The row before or after that of a record, as the tree has them. */
export function neighbourIn(core: Core, target: RowTarget, direction: Direction): SubmissionRow | undefined {
  const step = direction === 'next' ? 1 : -1;
  return isShown(core, target) ? neighbourOf(core.session.state, core.mask(), target, step) : undefined;
}

/** Selects a row in the tree and expands what is above it. Shows the tree too. */
export async function revealRow({ shell, log }: Core, row: SubmissionRow): Promise<void> {
  try {
    await shell.view.reveal(row, { select: true, focus: false });
  } catch (error) {
    // The list may change while VS Code looks for the row, which then is not there any more.
    log.error(error);
  }
}

/** Whether the tree shows the project of a record. */
export function isShown({ shown }: Core, { projectId }: RowTarget): boolean {
  return shown.current?.id === projectId;
}
