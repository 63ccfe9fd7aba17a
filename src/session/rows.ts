import * as l10n from '@vscode/l10n';
import type { Remedy } from '../api/explanation.ts';
import type { Failure } from '../api/failure.ts';
import { problemText } from '../api/explainAnswer.ts';
import { whereText } from '../api/where.ts';
import { countText } from '../submissions/words/countText.ts';
import { failureSentences, failureWords } from '../submissions/words/failureWords.ts';
import type { Mask } from '../submissions/privacy/mask.ts';
import { plain } from '../submissions/words/plain.ts';
import { mostRows } from '../submissions/model/split.ts';
import { statusName } from '../submissions/words/titles.ts';
import type { BrokenPlace } from './loaded.ts';
import { rowsOfGroup, topGroups } from './groupRows.ts';
import { moreWords } from './headline.ts';
import { face, spokenCount, type Row, type RowView } from './row.ts';
import { submissionRows } from './submissionRow.ts';
import type { Shown, State } from './state.ts';

/** The rows below a row, or the first ones. Answers from memory. */
export function rowsBelow(state: State, mask: Mask, row?: Row): readonly Row[] {
  if (state.kind === 'idle') {
    return [];
  }
  const { loaded, lookedUp, project } = state;
  // A row may be one of a project that was shown before.
  const view: RowView = { projectId: row?.projectId ?? project.id, mask, loaded };
  switch (row?.kind) {
    case undefined:
      return topRows(state, view);
    case 'group':
      return [...rowsOfGroup(row, mask), ...moreOfRows(state, row, view)];
    case 'attempts':
      return submissionRows(row.submissions, row, view);
    case 'lookedUp':
      return row.projectId === project.id ? submissionRows(lookedUp, row, view) : [];
    case 'brokenRecords':
      return brokenRows(row, row.records, view);
    case 'failure':
      return remedyRows(row, view);
    default:
      return [];
  }
}

function topRows(state: Exclude<State, { kind: 'idle' }>, view: RowView): readonly Row[] {
  const { loaded, lookedUp } = state;
  const rows: Row[] = [];
  if (lookedUp.length > 0) {
    const label = l10n.t('Looked up');
    const count = lookedUp.length;
    const look = { icon: 'search', description: countText(count), spoken: spokenCount(label, count) };
    rows.push({ ...face(view, 'lookedUp', label, look), kind: 'lookedUp', expandable: true });
  }
  rows.push(...topGroups(view));
  if (loaded.broken.length > 0) {
    const look = { icon: 'warning', description: countText(loaded.broken.length) };
    const one = face(view, 'broken', l10n.t('Broken records'), look);
    rows.push({ ...one, kind: 'brokenRecords', records: loaded.broken, expandable: true });
  }
  return [...rows, ...endRows(state, rows.length === 0, view)];
}

/** What stands in the place of the next page: its failure, its loading, or the way to it. `alone`: nothing stands above. */
function endRows(state: Exclude<State, { kind: 'idle' }>, alone: boolean, view: RowView): readonly Row[] {
  const { loaded, project } = state;
  const after = loaded.pages.length;
  if (state.kind === 'failed') {
    return [failureRow(state.failure, after, view)];
  }
  if (state.kind === 'loading' && (loaded.more || alone)) {
    return [{ ...face(view, `loading/${after}`, l10n.t('Loading…'), { icon: 'loading~spin' }), kind: 'loading' }];
  }
  if (!loaded.more || state.kind === 'loading') {
    return [];
  }
  const description = moreWords(project, countText(loaded.count));
  const label = project.file === undefined ? l10n.t('Older submissions') : l10n.t('The rest of the file');
  const one = face(view, `older/${turnOf(state)}`, label, { icon: 'history', description });
  return [{ ...one, kind: 'older', after, expandable: true }];
}

function failureRow(failure: Failure, after: number, view: RowView): Row {
  const words = failureWords(failure, view.mask, view.loaded.arrangement.zone);
  const look = { icon: 'warning', description: words.advice, spoken: failureSentences(words) };
  const one = face(view, `failure/${after}`, words.summary, look);
  return { ...one, kind: 'failure', failure, remedies: words.remedies, expandable: true };
}

/** What helps against a failure, one row for each remedy. */
function remedyRows(parent: Row & { kind: 'failure' }, view: RowView): readonly Row[] {
  return parent.remedies.map(({ action, label }): Row => {
    const one = face(view, `${parent.id}/${action}`, label, { icon: remedyIcon(action), parent });
    return { ...one, kind: 'remedy', remedy: action };
  });
}

function remedyIcon(remedy: Remedy): string {
  switch (remedy) {
    case 'enterKey':
    case 'replaceKey':
      return 'key';
    case 'addProject':
      return 'add';
    case 'openDemo':
      return 'beaker';
    case 'switchProject':
      return 'arrow-swap';
    case 'tryAgain':
      return 'refresh';
    case 'showLog':
      return 'output';
    case 'copyDetails':
      return 'copy';
    case 'openJson':
      return 'json';
    case 'openFile':
      return 'folder-opened';
    default:
      return 'settings-gear';
  }
}

function moreOfRows(state: Shown, parent: Row & { kind: 'group' }, view: RowView): readonly Row[] {
  const { loaded, project } = state;
  const isTop = parent.level === 'status' && parent.parent === undefined;
  if (!loaded.more || !isTop || parent.projectId !== project.id) {
    return [];
  }
  const status = parent.group.key;
  const name = statusName(view.mask.text(status));
  const label =
    project.file === undefined ? l10n.t('More {0} on the service', name) : l10n.t('More {0} in the file', name);
  const after = loaded.pages.length;
  const one = face(view, `${parent.id}/more/${turnOf(state)}`, label, { icon: 'history', parent });
  return [{ ...one, kind: 'moreOf', status, after, expandable: true }];
}

/**
 * Part of the id of a row that loads a page. It changes after each attempt, so that VS Code shows the row collapsed. A
 * row that stayed expanded would load again with whatever is shown next.
 */
function turnOf({ loaded, unfinishedLoads }: Shown): string {
  return `${loaded.pages.length}/${unfinishedLoads}`;
}

/** Of very many broken records the rows are split too. */
function brokenRows(parent: Row, records: readonly BrokenPlace[], view: RowView): readonly Row[] {
  if (records.length <= mostRows) {
    return records.map((broken, index) => brokenRow(broken, index, parent, view));
  }
  return Array.from({ length: Math.ceil(records.length / mostRows) }, (_, run): Row => {
    const part = records.slice(run * mostRows, (run + 1) * mostRows);
    const first = run * mostRows;
    const title = l10n.t('{0} to {1}, as received', countText(first + 1), countText(first + part.length));
    const look = { icon: 'list-ordered', description: countText(part.length), parent };
    return {
      ...face(view, `${parent.id}/run/${run}`, title, look),
      kind: 'brokenRecords',
      records: part,
      expandable: true,
    };
  });
}

function brokenRow(broken: BrokenPlace, index: number, parent: Row, view: RowView): Row {
  const description = plain(view.mask.text(problemText(broken.problem)));
  const look = { icon: 'warning', description, parent };
  const { line } = broken;
  const label = line === undefined ? whereText(broken) : l10n.t('line {0}', countText(line));
  return { ...face(view, `${parent.id}/${index}`, label, look), kind: 'broken', broken };
}
