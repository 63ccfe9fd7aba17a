import * as l10n from '@vscode/l10n';
import { dayLength } from '../api/timeReading.ts';
import { countText } from '../submissions/words/countText.ts';
import { clockOf, dayOf, type TimeZone } from '../submissions/model/days.ts';
import { byCount, byStatus, byTime, newestFirst, numbersOf, type Group } from '../submissions/model/groups.ts';
import type { Mask } from '../submissions/privacy/mask.ts';
import { plain } from '../submissions/words/plain.ts';
import { mostRows, split, type Unit } from '../submissions/model/split.ts';
import type { Submission } from '../submissions/model/submission.ts';
import { statusTitle } from '../submissions/words/titles.ts';
import { face, idPart, spokenCount, statusIcon, type Level, type Row, type RowLook, type RowView } from './row.ts';
import { kycRow, submissionRow, submissionRows } from './submissionRow.ts';

/** The rows of the groups at the top. */
export function topGroups(view: RowView): readonly Row[] {
  const { groups, arrangement } = view.loaded;
  switch (arrangement.grouping) {
    case 'status':
      return byStatus(groups.groups).map((group) => statusRow(group, undefined, view));
    case 'day':
      return byTime(groups.groups).map((group) => dayRow(group, undefined, view));
    case 'code':
      return byCount(groups.groups).map((group) => codeRow(group, view));
    case 'kyc':
      // A list that is short enough to be looked through needs no days around it.
      return groups.count <= mostRows
        ? leafRows(view, { ...groups, groups: new Map(), members: [numbersOf(groups)] }, undefined)
        : byTime(groups.groups).map((group) => dayRow(group, undefined, view));
  }
}

/** The rows below a group. */
export function rowsOfGroup(parent: Row & { kind: 'group' }, mask: Mask): readonly Row[] {
  const { group, level, loaded, projectId } = parent;
  const view: RowView = { loaded, mask, projectId };
  if (group.groups.size > 0) {
    return level === 'status'
      ? byTime(group.groups).map((day) => dayRow(day, parent, view))
      : byStatus(group.groups).map((status) => statusRow(status, parent, view));
  }
  const { store, arrangement } = view.loaded;
  const within: Unit | undefined = unitOf(parent);
  const parts = split(group, within, (number) => store.timeOf(number), arrangement.zone);
  return parts === undefined
    ? leafRows(view, group, parent)
    : parts.groups.map((part) => partRow(part, parts.unit, parent, view));
}

/** The finest unit of time that the row stands in. */
function unitOf(row: Row | undefined): Unit | undefined {
  if (row === undefined || row.kind !== 'group') {
    return undefined;
  }
  return row.level === 'status' || row.level === 'code' ? unitOf(row.parent) : row.level;
}

function statusRow(group: Group, parent: Row | undefined, view: RowView): Row {
  const id = `${parent === undefined ? 'status' : parent.id}/${idPart(group.key)}`;
  const title = statusTitle(view.mask.text(group.key));
  return groupRow(view, group, 'status', id, title, { icon: statusIcon(group.key), parent });
}

function dayRow(group: Group, parent: Row | undefined, view: RowView): Row {
  const id = `${parent === undefined ? 'day' : parent.id}/${group.key}`;
  const title = group.key === '' ? l10n.t('No time') : group.key;
  return groupRow(view, group, 'day', id, title, { icon: 'calendar', parent });
}

function codeRow(group: Group, view: RowView): Row {
  const none = group.key === '';
  const label = none ? l10n.t('No fail code') : plain(view.mask.text(group.key), 120);
  return groupRow(view, group, 'code', `code/${idPart(group.key)}`, label, { icon: none ? 'circle-slash' : 'tag' });
}

function partRow(group: Group, unit: Unit, parent: Row, view: RowView): Row {
  const id = `${parent.id}/${unit}/${group.key}`;
  const icon = unit === 'day' ? 'calendar' : unit === 'run' ? 'list-ordered' : 'clock';
  return groupRow(view, group, unit, id, partTitle(group, unit, view.loaded.arrangement.zone), { icon, parent });
}

function partTitle({ key, count }: Group, unit: Unit, zone: TimeZone): string {
  const number = Number(key);
  if (unit === 'run') {
    const first = number * mostRows;
    return l10n.t('{0} to {1}, as received', countText(first + 1), countText(first + count));
  }
  if (key === '') {
    return l10n.t('No time');
  }
  switch (unit) {
    case 'day':
      return dayOf(number * dayLength, 'utc');
    case 'hour':
      return clockOf(number * 3_600_000, 'utc').slice(0, 5);
    case 'minute':
      return clockOf(number * 60_000, zone).slice(0, 5);
  }
}

function groupRow(view: RowView, group: Group, level: Level, id: string, label: string, look: RowLook): Row {
  const { count } = group;
  const { loaded } = view;
  return {
    ...face(view, id, label, { ...look, description: countText(count), spoken: spokenCount(label, count) }),
    kind: 'group',
    level,
    group,
    loaded,
    expandable: true,
  };
}

function leafRows(view: RowView, group: Group, parent: Row | undefined): readonly Row[] {
  const { store, arrangement } = view.loaded;
  const submissions = newestFirst(Array.from(numbersOf(group), (number) => store.at(number)));
  return arrangement.grouping === 'kyc'
    ? kycRows(view, submissions, parent)
    : submissionRows(submissions, parent, view);
}

/**
 * KYC submissions, each where its newest attempt stands, with its attempts in this group. A submission without a KYC id
 * stands alone.
 */
function kycRows(view: RowView, submissions: readonly Submission[], parent: Row | undefined): readonly Row[] {
  const attempts = Map.groupBy(submissions, ({ kycId, id }) => kycId ?? Symbol(id));
  return [...attempts].flatMap(([kycId, [newest, ...earlier]]): readonly Row[] => {
    if (newest === undefined) {
      return [];
    }
    return typeof kycId === 'string'
      ? [kycRow(kycId, [newest, ...earlier], parent, view)]
      : [submissionRow(newest, parent, view)];
  });
}
