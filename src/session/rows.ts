import * as l10n from '@vscode/l10n';
import { explain } from '../api/explain.ts';
import { problemText } from '../api/explainAnswer.ts';
import { whereText } from '../api/where.ts';
import { countText } from '../submissions/words/countText.ts';
import type { Mask } from '../submissions/privacy/mask.ts';
import { plain } from '../submissions/words/plain.ts';
import { mostRows } from '../submissions/model/split.ts';
import { statusTitle } from '../submissions/words/titles.ts';
import type { BrokenPlace } from './loaded.ts';
import { rowsOfGroup, topGroups } from './groupRows.ts';
import { face, submissionRows, type Row } from './row.ts';
import type { Shown, State } from './state.ts';

/** The rows below a row, or the first ones. Answers from memory. */
export function rowsBelow(state: State, mask: Mask, row?: Row): readonly Row[] {
  if (state.kind === 'idle') {
    return [];
  }
  const { loaded, lookedUp } = state;
  const { zone } = loaded.arrangement;
  switch (row?.kind) {
    case undefined:
      return topRows(state, mask);
    case 'group':
      return [...rowsOfGroup(row, mask), ...moreOfRows(state, row, mask)];
    case 'attempts':
      return submissionRows(row.submissions, row, zone, mask);
    case 'lookedUp':
      return submissionRows(lookedUp, row, zone, mask);
    case 'brokenRecords':
      return brokenRows(row, row.records, mask);
    default:
      return [];
  }
}

function topRows(state: Exclude<State, { kind: 'idle' }>, mask: Mask): readonly Row[] {
  const { loaded, lookedUp } = state;
  const rows: Row[] = [];
  if (lookedUp.length > 0) {
    const one = face('lookedUp', l10n.t('Looked up'), lookedUp.length, { icon: 'search' });
    rows.push({ ...one, kind: 'lookedUp', expandable: true });
  }
  rows.push(...topGroups({ loaded, mask }));
  if (loaded.broken.length > 0) {
    const one = face('broken', l10n.t('Broken records'), loaded.broken.length, { icon: 'warning' });
    rows.push({ ...one, kind: 'brokenRecords', records: loaded.broken, expandable: true });
  }
  return loaded.more || rows.length > 0 ? [...rows, ...endRows(state, mask)] : rows;
}

/** What stands in the place of the next page: its failure, its loading, or the way to it. */
function endRows(state: Exclude<State, { kind: 'idle' }>, mask: Mask): readonly Row[] {
  const { loaded } = state;
  if (state.kind === 'failed') {
    const { summary, advice } = explain(state.failure, loaded.arrangement.zone);
    const one = face(`failure/${loaded.pages.length}`, plain(mask.text(summary), 300), '', { icon: 'warning' });
    return [{ ...one, description: plain(mask.text(advice), 300), kind: 'failure', failure: state.failure }];
  }
  if (!loaded.more) {
    return [];
  }
  if (state.kind === 'loading') {
    const one = face(`loading/${loaded.pages.length}`, l10n.t('Loading…'), '', { icon: 'loading~spin' });
    return [{ ...one, kind: 'loading' }];
  }
  return [
    {
      ...face(`older/${loaded.pages.length}`, l10n.t('Older submissions'), '', { icon: 'history' }),
      description: l10n.t('{0} loaded, more on the service', countText(loaded.count)),
      kind: 'older',
      after: loaded.pages.length,
      expandable: true,
    },
  ];
}

function moreOfRows({ loaded }: Shown, parent: Row & { kind: 'group' }, mask: Mask): readonly Row[] {
  if (!loaded.more || parent.level !== 'status' || parent.parent !== undefined) {
    return [];
  }
  const status = parent.group.key;
  const label = l10n.t('More {0} on the service', statusTitle(mask.text(status)).toLowerCase());
  const after = loaded.pages.length;
  const one = face(`${parent.id}/more/${after}`, label, '', { icon: 'history', parent });
  return [{ ...one, kind: 'moreOf', status, after, expandable: true }];
}

/** Of very many broken records the rows are split too. */
function brokenRows(parent: Row, records: readonly BrokenPlace[], mask: Mask): readonly Row[] {
  if (records.length <= mostRows) {
    return records.map((broken, index) => brokenRow(broken, index, parent, mask));
  }
  return Array.from({ length: Math.ceil(records.length / mostRows) }, (_, run): Row => {
    const part = records.slice(run * mostRows, (run + 1) * mostRows);
    const first = run * mostRows;
    const title = l10n.t('{0} to {1}, as received', countText(first + 1), countText(first + part.length));
    const one = face(`${parent.id}/run/${run}`, title, part.length, { icon: 'list-ordered', parent });
    return { ...one, kind: 'brokenRecords', records: part, expandable: true };
  });
}

function brokenRow(broken: BrokenPlace, index: number, parent: Row, mask: Mask): Row {
  const one = face(`${parent.id}/${index}`, whereText(broken), '', { icon: 'warning', parent });
  return { ...one, description: plain(mask.text(problemText(broken.problem))), kind: 'broken', broken };
}
