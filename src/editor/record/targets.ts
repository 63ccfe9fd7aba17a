import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Row } from '../../session/row.ts';
import { serviceProjectOf, type Place, type Submission } from '../../submissions/model/submission.ts';

/** Which record: the project it is asked from, and its id. */
export interface RecordTarget {
  readonly projectId: string;
  readonly id: string;
  /**
   * The service's own id of the record's project. Set where the id alone would find the record of another project in
   * the same answer.
   */
  readonly serviceProject?: string | undefined;
}

/** Whether two targets are the same record. */
export function isSameRecord(one: RecordTarget, other: RecordTarget): boolean {
  return one.projectId === other.projectId && one.id === other.id && one.serviceProject === other.serviceProject;
}

/** What a command was started on: a submission of a project, or a record that has no id. */
export type Target =
  | (RecordTarget & {
      readonly kind: 'submission';
      readonly submission?: Submission;
      /** The row that was meant: one submission may stand in several. */
      readonly rowId?: string;
      readonly focus?: boolean;
    })
  | { readonly kind: 'broken'; readonly projectId: string; readonly place: Place };

/** What a command works on when it is given nothing, and how addresses are read. */
export interface Front {
  readonly panel: RecordTarget | undefined;
  /** The rows that a keyboard shortcut in the tree is meant for. */
  readonly rows: readonly Row[];
  /** Which record a document is of. */
  readonly targetOf: (uri: vscode.Uri) => RecordTarget | undefined;
}

/** Whether a command was started by a keyboard shortcut in the tree, which cannot name the rows that it is meant for. */
export function isShortcut([first]: readonly unknown[]): boolean {
  return first === 'selection';
}

/**
 * Reads the arguments of a command: VS Code passes the row and all selected rows, a panel passes project and id, an
 * editor its address, a shortcut in the tree `selection`. Without arguments, the panel or the document in front is
 * meant. Undefined for rows that VS Code does not find any more.
 */
export function targetsOf(given: readonly unknown[], front: Front): readonly Target[] | undefined {
  const [first, second] = given;
  if (isShortcut(given)) {
    // Whoever opens a submission by a shortcut wants to go there: Enter and a click leave the focus in the tree.
    return targetsOfAll(front.rows, front).map((target) =>
      target.kind === 'submission' ? { ...target, focus: true } : target,
    );
  }
  if (areGone(given)) {
    return undefined;
  }
  if (Array.isArray(second) && second.length > 0) {
    return targetsOfAll(second, front);
  }
  return targetOf(given.length > 0 ? first : (front.panel ?? addressInFront()), front);
}

/**
 * The address of the document in front. It may have no editor yet: VS Code has just brought its tab back, and still
 * reads it.
 */
function addressInFront(): vscode.Uri | undefined {
  const { activeTextEditor, tabGroups } = vscode.window;
  const tab = tabGroups.activeTabGroup.activeTab?.input;
  return activeTextEditor?.document.uri ?? (tab instanceof vscode.TabInputText ? tab.uri : undefined);
}

/**
 * Whether a command was started on rows that are no longer in the tree: VS Code passes `undefined` in the place of a row
 * that went while its menu was open. Nothing else may be taken instead.
 */
export function areGone(given: readonly unknown[]): boolean {
  const [first, second] = given;
  const rows: readonly unknown[] = Array.isArray(second) && second.length > 0 ? second : [first];
  return given.length > 0 && rows.includes(undefined);
}

/** Says why nothing was done with rows that are gone. */
export function tellRowsGone(): void {
  void vscode.window.showInformationMessage(
    l10n.t('The list was just changing, so nothing was done. Choose the submission once more.'),
  );
}

/** Says that a command needs a submission with an id: it was started on a group, or on a record without an id. */
export function tellNoSubmission(): void {
  void vscode.window.showInformationMessage(
    l10n.t('This needs a submission with an authId: choose one in the list, or open one.'),
  );
}

/** The rows that a command was started on: all that are selected, or the one. */
export function rowsIn([first, selected]: readonly unknown[]): readonly Row[] {
  const rows = Array.isArray(selected) ? selected.filter(isRow) : [];
  return rows.length > 0 || !isRow(first) ? rows : [first];
}

/** Each record once: it may be selected under Looked up and in the list. */
function targetsOfAll(given: readonly unknown[], front: Front): readonly Target[] {
  const all = given.flatMap((one) => targetOf(one, front));
  return [...Map.groupBy(all, recordKey).values()].flatMap(([first]) => first ?? []);
}

function recordKey(target: Target): unknown {
  if (target.kind === 'broken') {
    return target.place;
  }
  const { projectId, id, serviceProject, submission } = target;
  return JSON.stringify([projectId, id, serviceProject ?? (submission && serviceProjectOf(submission))]);
}

function targetOf(given: unknown, front: Front): readonly Target[] {
  if (given instanceof vscode.Uri) {
    const target = front.targetOf(given);
    return target === undefined ? [] : [{ kind: 'submission', ...target }];
  }
  if (isRow(given)) {
    const { projectId } = given;
    if (given.kind === 'submission') {
      const { submission } = given;
      return [{ kind: 'submission', projectId, id: submission.id, submission, rowId: given.id }];
    }
    return given.kind === 'broken' ? [{ kind: 'broken', projectId, place: given.broken }] : [];
  }
  if (!isReference(given)) {
    return [];
  }
  const { projectId, id, serviceProject } = given;
  return [{ kind: 'submission', projectId, id, serviceProject, focus: 'focus' in given && given.focus === true }];
}

/** Rows come back from VS Code as the objects that the tree gave it. */
function isRow(given: unknown): given is Row {
  return typeof given === 'object' && given !== null && 'kind' in given && 'label' in given && 'parent' in given;
}

/** Whether this is the argument of a panel: project and id. Rows have both, too, with an id of their own. */
export function isReference(given: unknown): given is RecordTarget {
  return (
    typeof given === 'object' &&
    given !== null &&
    'projectId' in given &&
    typeof given.projectId === 'string' &&
    'id' in given &&
    typeof given.id === 'string'
  );
}
