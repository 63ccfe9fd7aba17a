import * as l10n from '@vscode/l10n';
import { countText } from '../submissions/words/countText.ts';
import { plain } from '../submissions/words/plain.ts';
import { scoredKinds } from '../submissions/model/readings.ts';
import { numberText, scoreText } from '../submissions/words/numberText.ts';
import { checkName, checkTitle, statusName } from '../submissions/words/titles.ts';
import { countCell, shareCell, thresholdCell } from './cells.ts';
import { comparisonPart } from './comparisonPart.ts';
import type { FlipRow, SimulationView, TriedCheck } from './insightsParts.ts';
import { Marks } from './marks.ts';
import { shareText } from './seriesWords.ts';
import type { CheckShare, Flip } from './simulation.ts';
import { policyText } from './policyChanges.ts';
import type { SimulationInput } from './simulationInput.ts';
import { allOf, detailsPart, summaryPart, summaryText } from './simulationSummary.ts';
import { totalOf } from './slices.ts';
import { startFrom } from './thresholds.ts';

/** How many submissions with the other outcome are listed at first, and how many more each time that a person asks. */
export const flipsAtATime = 100;

/** The table of a curve has a row for every fifth threshold. */
const curveStep = 5;

/** The simulation of the tried thresholds in words and numbers, and what the marks in it open. */
export function simulationView(input: SimulationInput): { readonly view: SimulationView; readonly marks: Marks } {
  const { store, simulation, tried, generation } = input;
  const marks = new Marks(store, generation);
  const start = startFrom(input.insights.recorded);
  const { counts, checks } = simulation;
  const { toApproved, toRejected } = counts;
  const known = allOf(simulation) - counts.status;
  const left = toApproved + toRejected - simulation.flips.length;
  const comparison = input.compared && comparisonPart(input, input.compared, marks);
  const view: SimulationView = {
    title: l10n.t('What if'),
    note: l10n.t('The recorded policies are the control. An estimate from recorded scores, not advice.'),
    choices: choicesOf(input),
    checks: checks.map((share, check) => triedCheck(check, share, known, input)),
    reset: l10n.t('Back to the newest policy'),
    copyPolicy: l10n.t('Copy Policy'),
    compareWith: l10n.t('Compare With…'),
    changed: tried.some((threshold, check) => threshold !== start[check]),
    flips: [
      { count: countText(toApproved), label: l10n.t('rejected → approved'), tone: 'passed' },
      { count: countText(toRejected), label: l10n.t('approved → rejected'), tone: 'failed' },
    ],
    summary: summaryPart(input, marks),
    comparison,
    details: detailsPart(input, marks),
    curveNote: l10n.t(
      'The curves show the share rejected at each threshold, of what was approved or rejected ({0} in all), each from its lowest to its highest share.',
      countText(known),
    ),
    list: {
      title: l10n.t('Flipped, nearest first'),
      rows: simulation.flips.map((flip) => flipRow(flip, input, marks)),
      note: flipNote(left, toApproved + toRejected),
      more: left === 0 ? undefined : l10n.t('Show {0} more', countText(Math.min(left, flipsAtATime))),
    },
    columns: {
      check: l10n.t('Check'),
      recorded: l10n.t('Newest policy'),
      tried: l10n.t('Tried'),
      compared: l10n.t('Compared'),
      share: l10n.t('Effect'),
      submission: l10n.t('Submission'),
      why: l10n.t('Why'),
      to: l10n.t('Would be'),
    },
    announcement: [
      l10n.t(
        '{0} rejected would be approved, {1} approved would be rejected. {2}',
        countText(toApproved),
        countText(toRejected),
        summaryText(simulation),
      ),
      ...(comparison === undefined ? [] : [comparison.announcement]),
    ].join(' '),
  };
  return { view, marks };
}

function choicesOf({ choices, insights: { tally } }: SimulationInput): SimulationView['choices'] {
  const newest = tally.policies[tally.newestPolicy ?? -1];
  return [
    { choice: 'asRecorded' as const, label: l10n.t('Leave checks without a usable score as recorded') },
    ...(newest === undefined ? [] : [{ choice: 'newestOnly' as const, label: newestText(totalOf(newest.outcomes)) }]),
  ].map((one) => ({ ...one, on: choices.includes(one.choice) }));
}

function newestText(count: number): string {
  return count === 1
    ? l10n.t('Only the 1 submission checked under the newest policy')
    : l10n.t('Only the {0} submissions checked under the newest policy', countText(count));
}

function triedCheck(
  check: number,
  { failed, alone, curve }: CheckShare,
  known: number,
  input: SimulationInput,
): TriedCheck {
  const kind = scoredKinds[check] ?? 'faceSimilarity';
  const [tried, recorded] = [input.tried[check] ?? 0, input.insights.recorded[check] ?? 0];
  const compared = input.compared && (input.compared.thresholds[check] ?? 0);
  const name = checkTitle(kind);
  const part = (count: number): number => (known === 0 ? 0 : count / known);
  return {
    name,
    tried,
    recorded: Number.isNaN(recorded) ? 0 : recorded,
    compared,
    thresholds: {
      tried: thresholdCell(tried),
      recorded: thresholdCell(recorded),
      compared: compared === undefined ? undefined : thresholdCell(compared),
    },
    sliderLabel: l10n.t('Threshold of {0}', checkName(kind)),
    boxLabel: l10n.t('Threshold of {0}, as a number', checkName(kind)),
    offText: l10n.t('not enforced'),
    share:
      tried === 0
        ? l10n.t('Not enforced')
        : l10n.t('Rejects {0}, {1} of them alone', countText(failed), countText(alone)),
    curveTitle: l10n.t('Share rejected at each threshold of {0}', checkName(kind)),
    curveSummary: l10n.t(
      'Share rejected as the threshold of {0} goes from 0 to 100, the others as tried: from {1} to {2} of {3}.',
      checkName(kind),
      shareText(curve[0] ?? 0, known),
      shareText(curve.at(-1) ?? 0, known),
      countText(known),
    ),
    curve: curve.map(part),
    valueText: l10n.t('at {0}: {1} % rejected', '{0}', '{1}'),
    curveEnds: {
      first: l10n.t('at 0: {0}', shareText(curve[0] ?? 0, known)),
      last: l10n.t('at 100: {0}', shareText(curve.at(-1) ?? 0, known)),
    },
    invalid: l10n.t('Enter a number from 0 to 100.'),
    marks: {
      tried: l10n.t('tried {0}', policyText(tried)),
      recorded: l10n.t('now {0}', policyText(recorded)),
      compared: l10n.t('compared {0}', policyText(compared ?? 0)),
    },
    table: {
      title: l10n.t('Share rejected at each threshold of {0}', checkName(kind)),
      columns: [
        { label: l10n.t('Threshold'), number: true },
        { label: l10n.t('Rejected'), number: true },
        { label: l10n.t('Share of {0}', countText(known)), number: true, percent: true },
      ],
      rows: curve.flatMap((count, threshold) =>
        threshold % curveStep === 0
          ? [{ cells: [countCell(threshold), countCell(count), shareCell(count, known)], mark: undefined }]
          : [],
      ),
      notes: [],
    },
  };
}

function flipRow({ place, to, by }: Flip, { store, insights, mask }: SimulationInput, marks: Marks): FlipRow {
  const number = insights.sample.columns.numbers[place] ?? 0;
  const id = plain(mask.id(store.at(number).id), 60);
  return {
    id,
    mark: marks.one(number, l10n.t('Show submission {0}', id)),
    why:
      by === undefined
        ? to === 'approved'
          ? l10n.t('no score speaks against it')
          : l10n.t('reported without a score')
        : `${checkName(by.check)} ${scoreText(by.score, by.threshold)} < ${numberText(by.threshold)}`,
    to: `→ ${statusName(to)}`,
    tone: to === 'approved' ? 'passed' : 'failed',
  };
}

function flipNote(left: number, all: number): string {
  if (all === 0) {
    return l10n.t('No outcome would have changed.');
  }
  return left === 0 ? '' : l10n.t('{0} more', countText(left));
}
