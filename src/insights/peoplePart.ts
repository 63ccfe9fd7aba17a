import * as l10n from '@vscode/l10n';
import type { LoadedFilter } from '../submissions/model/filter.ts';
import { isEmpty } from '../submissions/model/filter.ts';
import { countText } from '../submissions/words/countText.ts';
import { duration } from '../submissions/words/timeText.ts';
import { countCell, shareCell } from './cells.ts';
import type { Mark, NumberCell, RankPart } from './insightsParts.ts';
import { mostAttempts, placesOfPeople, type People, type PeopleGroup } from './people.ts';
import { shareText } from './seriesWords.ts';
import type { PartInput } from './partInput.ts';

/**
 * What became of the KYC submissions: at which attempt they were approved, or how many attempts they made without
 * approval.
 */
export function peoplePart(input: PartInput): RankPart {
  const { people } = input;
  const title = l10n.t('Attempts of each KYC submission');
  const summary =
    people.count > 0
      ? summaryOf(people)
      : people.unordered > 0
        ? l10n.t('No KYC submission can be counted.')
        : l10n.t('No submission names a KYC submission.');
  const rows = people.groups.map((group) => ({ group, name: nameOf(group), mark: markOf(group, input) }));
  return {
    title,
    summary,
    rows: rows.map(({ group: { count, approved }, name, mark }) => ({
      name,
      count,
      text: l10n.t('{0} · {1}', countText(count), shareText(count, people.count)),
      tone: approved ? 'passed' : 'failed',
      mark,
    })),
    table: {
      title,
      columns: [
        { label: l10n.t('What became of it'), number: false },
        { label: l10n.t('KYC submissions'), number: true },
        { label: l10n.t('Share'), number: true, percent: true },
        { label: l10n.t('Minutes from the first attempt to the last, median'), number: true },
      ],
      rows: rows.map(({ group: { count, took }, name, mark }) => ({
        cells: [name, countCell(count), shareCell(count, people.count), minutesCell(took)],
        mark,
      })),
      notes: [summary, ...notesOn(input)],
    },
  };
}

function summaryOf({ groups, count }: People): string {
  const shareOf = (wanted: (group: PeopleGroup) => boolean): string =>
    shareText(
      groups.filter(wanted).reduce((sum, group) => sum + group.count, 0),
      count,
    );
  const shares = [
    shareOf(({ approved, attempts }) => approved && attempts === 1),
    shareOf(({ approved, attempts }) => approved && attempts > 1),
    shareOf(({ approved }) => !approved),
  ];
  return count === 1
    ? l10n.t('1 KYC submission: {0} approved at the first attempt, {1} later, {2} not.', ...shares)
    : l10n.t(
        '{0} KYC submissions: {1} approved at the first attempt, {2} later, {3} not.',
        countText(count),
        ...shares,
      );
}

/** What the numbers leave out. */
function notesOn({ people, filter, more }: PartInput): readonly string[] {
  const { between, unordered, without, count } = people;
  return [
    ...(between === undefined
      ? []
      : [l10n.t('From one attempt to the next it takes {0}, the median.', duration(between))]),
    ...(unordered > 0
      ? [l10n.t('Left out, as not all of several attempts have a time: {0}.', countText(unordered))]
      : []),
    ...(without > 0 && count > 0 ? [withoutText(without)] : []),
    ...(more === true && count > 0
      ? [l10n.t('Attempts that are not loaded are not known: there may be earlier ones.')]
      : []),
    ...(!isEmpty(filter) && count > 0 ? [l10n.t('Only attempts that the filter lets through are counted.')] : []),
  ];
}

function withoutText(count: number): string {
  return count === 1
    ? l10n.t('1 submission names no KYC submission.')
    : l10n.t('{0} submissions name no KYC submission.', countText(count));
}

function nameOf({ approved, attempts }: PeopleGroup): string {
  if (approved) {
    return attempts === 1
      ? l10n.t('Approved at the first attempt')
      : attempts < mostAttempts
        ? l10n.t('Approved at attempt {0}', attempts)
        : l10n.t('Approved at attempt {0} or later', attempts);
  }
  return attempts === 1
    ? l10n.t('Not approved after 1 attempt')
    : attempts < mostAttempts
      ? l10n.t('Not approved after {0} attempts', attempts)
      : l10n.t('Not approved after {0} or more attempts', attempts);
}

/** Opens all attempts of these KYC submissions. */
function markOf(group: PeopleGroup, { marks, store, sample: { columns } }: PartInput): Mark {
  const name = nameOf(group);
  const find = (): LoadedFilter => {
    const places = placesOfPeople(columns, group);
    return { picked: { ids: new Set(places.map((place) => store.at(columns.numbers[place] ?? 0).id)), name } };
  };
  return marks.found(`people-${group.approved ? 'approved' : 'not'}-${group.attempts}`, find, group.submissions, name);
}

/** Minutes, with one decimal where there are less than ten. */
function minutesCell(ms: number | undefined): NumberCell {
  if (ms === undefined) {
    return { text: '', value: undefined };
  }
  const minutes = ms / 60_000;
  const value = minutes < 10 ? Math.round(minutes * 10) / 10 : Math.round(minutes);
  return { text: value < 10 ? String(value) : countText(value), value };
}
