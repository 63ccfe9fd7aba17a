import * as l10n from '@vscode/l10n';
import { countText } from '../submissions/words/countText.ts';
import type { Mask } from '../submissions/privacy/mask.ts';
import { plain } from '../submissions/words/plain.ts';
import { scoredKinds } from '../submissions/model/readings.ts';
import type { Store } from '../submissions/store/store.ts';
import { numberText, scoreText } from '../submissions/words/numberText.ts';
import { checkName, checkTitle, statusName } from '../submissions/words/titles.ts';
import { countCell, shareCell, thresholdCell } from './cells.ts';
import type { FlipRow, SimulationView, TriedCheck } from './insightsParts.ts';
import { Marks } from './marks.ts';
import { openReasons, type OpenReason } from './judge.ts';
import type { Sample } from './sample.ts';
import { shareText } from './seriesWords.ts';
import { type CheckShare, type Flip, type Simulation } from './simulation.ts';
import { policyText } from './policyChanges.ts';
import { startFrom, type Thresholds } from './thresholds.ts';

/** So many submissions that would have come out otherwise are named at first, and so many more when asked for. */
export const flipsAtATime = 100;

/** The table of a curve has a row for so many points. */
const curveStep = 5;

/** What a simulation is made from. */
export interface SimulationInput {
  readonly store: Store;
  readonly sample: Sample;
  readonly simulation: Simulation;
  /** The thresholds of the newest usual policy. */
  readonly recorded: Thresholds;
  readonly tried: Thresholds;
  readonly mask: Mask;
  /** That of the insights over the same submissions. */
  readonly generation: number;
}

/** What the tried thresholds would have done in words and numbers, and what its marks open. */
export function simulationView(input: SimulationInput): { readonly view: SimulationView; readonly marks: Marks } {
  const { store, sample, simulation, tried, generation } = input;
  const marks = new Marks(store, generation);
  const start = startFrom(input.recorded);
  const { toApproved, toRejected, checks } = simulation;
  const known = sample.columns.size - simulation.open.status;
  const left = toApproved + toRejected - simulation.flips.length;
  const counts = countTexts(simulation);
  const view: SimulationView = {
    title: l10n.t('What if'),
    note: l10n.t('The recorded policies are the control. An estimate from recorded scores, not advice.'),
    checks: checks.map((share, check) => triedCheck(check, share, known, input)),
    reset: l10n.t('Back to the newest policy'),
    changed: tried.some((threshold, check) => threshold !== start[check]),
    flips: [
      { count: countText(toApproved), label: l10n.t('rejected → approved'), tone: 'passed' },
      { count: countText(toRejected), label: l10n.t('approved → rejected'), tone: 'failed' },
    ],
    counts,
    curveNote: l10n.t(
      'The curves show the share rejected at each threshold, of {0} submissions that were approved or rejected, each from its lowest to its highest share.',
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
      share: l10n.t('Effect'),
      submission: l10n.t('Submission'),
      why: l10n.t('Why'),
      to: l10n.t('Would be'),
    },
    announcement: l10n.t(
      '{0} rejected would be approved, {1} approved would be rejected. {2}',
      countText(toApproved),
      countText(toRejected),
      counts.join(' '),
    ),
  };
  return { view, marks };
}

function triedCheck(
  check: number,
  { failed, alone, curve }: CheckShare,
  known: number,
  input: SimulationInput,
): TriedCheck {
  const kind = scoredKinds[check] ?? 'faceSimilarity';
  const [tried, recorded] = [input.tried[check] ?? 0, input.recorded[check] ?? 0];
  const name = checkTitle(kind);
  const part = (count: number): number => (known === 0 ? 0 : count / known);
  return {
    name,
    tried,
    recorded: Number.isNaN(recorded) ? 0 : recorded,
    thresholds: { tried: thresholdCell(tried), recorded: thresholdCell(recorded) },
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
    curveEnds: {
      first: l10n.t('at 0: {0}', shareText(curve[0] ?? 0, known)),
      last: l10n.t('at 100: {0}', shareText(curve.at(-1) ?? 0, known)),
    },
    invalid: l10n.t('Enter a number from 0 to 100.'),
    marks: {
      tried: l10n.t('tried {0}', policyText(tried)),
      recorded: l10n.t('now {0}', policyText(recorded)),
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

function countTexts(simulation: Simulation): readonly string[] {
  const { approved, rejected, toApproved, toRejected, contradicting } = simulation;
  const staying = approved + rejected - toApproved - toRejected - contradicting;
  return [
    l10n.t('{0} would be approved, {1} would be rejected.', countText(approved), countText(rejected)),
    l10n.t('{0} unchanged.', countText(staying)),
    ...(contradicting > 0
      ? [l10n.t('Recorded outcome contradicts its scores: {0}, not counted as flips.', countText(contradicting))]
      : []),
    ...openText(simulation),
  ];
}

function openText({ open, checks }: Simulation): readonly string[] {
  const reasons = openReasons.filter((reason) => open[reason] > 0);
  const total = reasons.reduce((sum, reason) => sum + open[reason], 0);
  const each = reasons.map((reason) => {
    const text = l10n.t('{0} {1}', reasonText(reason), countText(open[reason]));
    return reason === 'noScore' ? l10n.t('{0} ({1})', text, lackingText(checks)) : text;
  });
  return total === 0 ? [] : [l10n.t('{0} cannot be decided: {1}.', countText(total), each.join(', '))];
}

function lackingText(checks: readonly CheckShare[]): string {
  return scoredKinds
    .map((kind, check) => ({ name: checkName(kind), lacking: checks[check]?.lacking ?? 0 }))
    .filter(({ lacking }) => lacking > 0)
    .map(({ name, lacking }) => l10n.t('{0} {1}', name, countText(lacking)))
    .join(', ');
}

function reasonText(reason: OpenReason): string {
  switch (reason) {
    case 'noScore':
      return l10n.t('no score');
    case 'implausible':
      return l10n.t('implausible score');
    case 'occlusion':
      return l10n.t('occlusion');
    case 'unknownCode':
      return l10n.t('unknown fail code');
    case 'status':
      return l10n.t('neither approved nor rejected');
  }
}

function flipRow({ place, to, by }: Flip, { store, sample, mask }: SimulationInput, marks: Marks): FlipRow {
  const number = sample.columns.numbers[place] ?? 0;
  const id = plain(mask.id(store.at(number).id), 60);
  return {
    id,
    mark: marks.one(number, l10n.t('Show submission {0}', id)),
    why:
      by === undefined
        ? l10n.t('no score speaks against it')
        : `${checkName(by.check)} ${scoreText(by.score, by.threshold)} < ${numberText(by.threshold)}`,
    to: `→ ${statusName(to)}`,
    tone: to === 'approved' ? 'passed' : 'failed',
  };
}

function flipNote(left: number, all: number): string {
  if (all === 0) {
    return l10n.t('None would have come out otherwise.');
  }
  return left === 0 ? '' : l10n.t('{0} more', countText(left));
}
