import * as l10n from '@vscode/l10n';
import { explain } from '../api/explain.ts';
import type { Failure } from '../api/failure.ts';
import { pathText } from '../api/page.ts';
import { clockOf, type TimeZone } from '../submissions/days.ts';
import { allOf, byStatus, byTime, newestFirst, type Group } from '../submissions/groups.ts';
import { plain } from '../submissions/plain.ts';
import type { Submission } from '../submissions/submission.ts';
import { failureSummary, statusTitle } from '../submissions/words.ts';
import type { BrokenPlace } from './collection.ts';
import type { Shown, State } from './state.ts';
import { countText } from '../submissions/countText.ts';

/** An icon by its codicon name, with a colour token of the theme. */
export interface RowIcon {
  readonly name: string;
  readonly color?: string;
}

/** What every row of the tree has. All texts are plain. The id stays the same while the row means the same. */
interface RowFace {
  readonly id: string;
  readonly parent: Row | undefined;
  readonly label: string;
  readonly description: string;
  readonly icon: RowIcon | undefined;
  readonly expandable: boolean;
}

/** One row of the tree and what stands behind it. `after` so many pages stands the one that the row loads. */
export type Row =
  | (RowFace & { readonly kind: 'group'; readonly group: Group; readonly level: 'status' | 'day' | 'hour' })
  | (RowFace & { readonly kind: 'lookedUp' | 'brokenRecords' | 'loading' })
  | (RowFace & { readonly kind: 'older'; readonly after: number })
  | (RowFace & { readonly kind: 'submission'; readonly submission: Submission })
  | (RowFace & { readonly kind: 'broken'; readonly broken: BrokenPlace })
  | (RowFace & { readonly kind: 'moreOf'; readonly status: string; readonly after: number })
  | (RowFace & { readonly kind: 'failure'; readonly failure: Failure });

/** Of a longer text only the beginning and a hash become part of a row's id. In characters. */
const longestPart = 256;

/** A day with more submissions than this is split by hour. */
export const dayLimit = 1000;

/** The rows below a row, or the first ones. Answers from memory. */
export function rowsBelow(state: State, zone: TimeZone, row?: Row): readonly Row[] {
  if (state.kind === 'idle') {
    return [];
  }
  switch (row?.kind) {
    case undefined:
      return topRows(state);
    case 'group':
      return groupRows(state, row, row.level, row.group, zone);
    case 'lookedUp':
      return state.lookedUp.map((submission) => submissionRow(submission, row, zone));
    case 'brokenRecords':
      return state.loaded.broken.map((broken, index) => brokenRow(broken, index, row));
    default:
      return [];
  }
}

/** The icon of a status; shape and colour both tell it. */
export function statusIcon(status: string): RowIcon {
  switch (status) {
    case 'approved':
      return { name: 'pass', color: 'testing.iconPassed' };
    case 'rejected':
      return { name: 'error', color: 'testing.iconFailed' };
    default:
      return { name: 'question', color: 'testing.iconQueued' };
  }
}

function topRows(state: Exclude<State, { kind: 'idle' }>): readonly Row[] {
  const { loaded, lookedUp } = state;
  const rows: Row[] = [];
  if (lookedUp.length > 0) {
    rows.push({
      ...face('lookedUp', l10n.t('Looked up'), lookedUp.length, 'search'),
      kind: 'lookedUp',
      expandable: true,
    });
  }
  for (const group of byStatus(loaded.groups.groups)) {
    const icon = statusIcon(group.key);
    const one = face(`status/${idPart(group.key)}`, statusTitle(group.key), group.count);
    rows.push({ ...one, icon, kind: 'group', level: 'status', group, expandable: true });
  }
  if (loaded.broken.length > 0) {
    const one = face('broken', l10n.t('Broken records'), loaded.broken.length, 'warning');
    rows.push({ ...one, kind: 'brokenRecords', expandable: true });
  }
  if (loaded.more || rows.length > 0) {
    rows.push(...endRows(state));
  }
  return rows;
}

/** What stands in the place of the next page: its failure, its loading, or the way to it. */
function endRows(state: Exclude<State, { kind: 'idle' }>): readonly Row[] {
  const { loaded } = state;
  if (state.kind === 'failed') {
    const { summary, advice } = explain(state.failure);
    const one = face(`failure/${loaded.pages.length}`, plain(summary, 300), '', 'warning');
    return [{ ...one, description: plain(advice, 300), kind: 'failure', failure: state.failure }];
  }
  if (!loaded.more) {
    return [];
  }
  return state.kind === 'loading'
    ? [{ ...face(`loading/${loaded.pages.length}`, l10n.t('Loading…'), '', 'loading~spin'), kind: 'loading' }]
    : [
        {
          ...face(`older/${loaded.pages.length}`, l10n.t('Older submissions'), '', 'history'),
          description: l10n.t('{0} loaded, more on the service', countText(loaded.count)),
          kind: 'older',
          after: loaded.pages.length,
          expandable: true,
        },
      ];
}

function groupRows(
  state: Shown,
  parent: Row,
  level: 'status' | 'day' | 'hour',
  group: Group,
  zone: TimeZone,
): readonly Row[] {
  if (level === 'status') {
    const days = byTime(group.groups).map((day): Row => {
      const one = face(`${parent.id}/${day.key}`, dayTitle(day.key), day.count, 'calendar');
      return { ...one, parent, kind: 'group', level: 'day', group: day, expandable: true };
    });
    return state.loaded.more ? [...days, moreOfRow(state, parent, group.key)] : days;
  }
  if (level === 'day' && group.count > dayLimit && group.groups.size > 1) {
    return byTime(group.groups).map((hour): Row => {
      const one = face(`${parent.id}/${hour.key}`, `${hour.key}:00`, hour.count, 'clock');
      return { ...one, parent, kind: 'group', level: 'hour', group: hour, expandable: true };
    });
  }
  return newestFirst(allOf(group)).map((submission) => submissionRow(submission, parent, zone));
}

function moreOfRow(state: Shown, parent: Row, status: string): Row {
  const label = l10n.t('More {0} on the service', statusTitle(status).toLowerCase());
  const after = state.loaded.pages.length;
  const one = face(`${parent.id}/more/${after}`, label, '', 'history');
  return { ...one, parent, kind: 'moreOf', status, after, expandable: true };
}

function submissionRow(submission: Submission, parent: Row, zone: TimeZone): Row {
  const { id, createdAt, deleted, status } = submission;
  const time = createdAt === undefined ? l10n.t('no time') : clockOf(createdAt, zone);
  const what = deleted ? l10n.t('deleted') : failureSummary(submission);
  return {
    id: `${parent.id}/${idPart(id)}`,
    parent,
    label: plain(id, 120),
    description: [time, what].filter((part) => part !== '').join(' · '),
    icon: deleted ? { name: 'trash', color: 'disabledForeground' } : statusIcon(status),
    expandable: false,
    kind: 'submission',
    submission,
  };
}

function brokenRow(broken: BrokenPlace, index: number, parent: Row): Row {
  const one = face(`${parent.id}/${index}`, pathText(broken.path), '', 'warning');
  return { ...one, parent, description: plain(broken.problem), kind: 'broken', broken };
}

function dayTitle(day: string): string {
  return day === '' ? l10n.t('No time') : day;
}

/** Remote text as a part of a row's id: it holds no slash, which parts the parts, and a megabyte of it stays short. */
function idPart(text: string): string {
  if (text.length <= longestPart) {
    return text.replaceAll('%', '%25').replaceAll('/', '%2F');
  }
  let hash = text.length;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
  }
  return `${idPart(text.slice(0, longestPart))}%${hash}`;
}

function face(id: string, label: string, count: number | '', icon?: string): RowFace {
  return {
    id,
    parent: undefined,
    label,
    description: count === '' ? '' : countText(count),
    icon: icon === undefined ? undefined : { name: icon },
    expandable: false,
  };
}
