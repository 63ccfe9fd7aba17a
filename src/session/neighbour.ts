import type { Mask } from '../submissions/privacy/mask.ts';
import type { Row } from './row.ts';
import { rowsBelow } from './rows.ts';
import type { State } from './state.ts';
import { numbersOf } from '../submissions/model/groups.ts';
import { mayBeOf } from '../submissions/model/submission.ts';

/** The row of a submission. Its `parent` leads up to the first row. */
export type SubmissionRow = Row & { readonly kind: 'submission' };

/** The row that is meant. A submission may have several rows; the one with `rowId` is meant if it is still there. */
export interface RowTarget {
  readonly id: string;
  readonly rowId?: string | undefined;
  /** The service's own id of its project. Needed if the id alone leads to a submission of another project. */
  readonly serviceProject?: string | undefined;
}

/** The rows as they are shown now. */
interface Tree {
  readonly state: State;
  readonly mask: Mask;
}

/**
 * The row of a submission as the tree has it now: the one that is meant, else the first in the list, else the one under
 * Looked up. Undefined where the tree has none, as of what is not loaded or held back by the filter.
 */
export function submissionRowOf(state: State, mask: Mask, target: RowTarget): SubmissionRow | undefined {
  const { id, rowId, serviceProject } = target;
  const tree: Tree = { state, mask };
  const meant =
    rowId === undefined
      ? undefined
      : find(
          tree,
          undefined,
          (row) => leadsTo(row, rowId),
          (row) => row.id === rowId,
        );
  if (meant?.submission.id === id) {
    return meant;
  }
  const isIt = ({ submission }: SubmissionRow): boolean => submission.id === id && mayBeOf(submission, serviceProject);
  return (
    find(tree, undefined, (row) => row.kind !== 'lookedUp' && holds(row, target), isIt) ??
    find(tree, undefined, (row) => row.kind === 'lookedUp', isIt)
  );
}

/**
 * The submission that stands after a row in the tree (`step` 1) or before it (-1), across its groups, whether they are
 * expanded or not. Undefined at both ends, and where the tree has no row of the submission.
 */
export function neighbourOf(state: State, mask: Mask, target: RowTarget, step: 1 | -1): SubmissionRow | undefined {
  const tree: Tree = { state, mask };
  for (let row: Row | undefined = submissionRowOf(state, mask, target); row !== undefined; row = row.parent) {
    const { id, parent } = row;
    const siblings = rowsBelow(state, mask, parent);
    const at = siblings.findIndex((one) => one.id === id);
    const next = step === 1 ? siblings.slice(at + 1) : siblings.slice(0, Math.max(0, at)).toReversed();
    const found = firstIn(tree, next, step);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** The first submission in or below rows that are already in the order wanted. */
function firstIn(tree: Tree, rows: readonly Row[], step: 1 | -1): SubmissionRow | undefined {
  for (const row of rows) {
    if (row.kind === 'submission') {
      return row;
    }
    if (row.kind === 'group' || row.kind === 'attempts' || row.kind === 'lookedUp') {
      const below = rowsBelow(tree.state, tree.mask, row);
      const found = firstIn(tree, step === 1 ? below : below.toReversed(), step);
      if (found !== undefined) {
        return found;
      }
    }
  }
  return undefined;
}

function find(
  tree: Tree,
  parent: Row | undefined,
  leads: (row: Row) => boolean,
  isIt: (row: SubmissionRow) => boolean,
): SubmissionRow | undefined {
  for (const row of rowsBelow(tree.state, tree.mask, parent)) {
    if (row.kind === 'submission') {
      if (isIt(row)) {
        return row;
      }
      continue;
    }
    const found = leads(row) ? find(tree, row, leads, isIt) : undefined;
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** Whether a row's id can stand below another row: ids begin with that of their parent. */
function leadsTo(row: Row, rowId: string): boolean {
  return rowId.startsWith(`${row.id}/`);
}

function holds(row: Row, { id, serviceProject }: RowTarget): boolean {
  if (row.kind === 'attempts') {
    return row.submissions.some((one) => one.id === id);
  }
  if (row.kind !== 'group') {
    return false;
  }
  const { store } = row.loaded;
  const number = store.numberOf(store.keyOf(id, serviceProject));
  return number !== undefined && numbersOf(row.group).includes(number);
}
