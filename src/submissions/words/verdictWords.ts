import * as l10n from '@vscode/l10n';
import { isEqualByRounding, isNumber, type Check } from '../model/checks.ts';
import type { Doubt } from '../model/doubt.ts';
import { scoreText, thresholdText } from './numberText.ts';
import { plain } from './plain.ts';

/** The verdict, and its source: the service's report, the numbers, or both. */
export function verdictOf(check: Check): readonly [string, string] {
  const { kind, verdict, reported, computed, margin, measured, threshold, doubt } = check;
  switch (verdict) {
    case 'failed':
      if (reported === undefined) {
        return [l10n.t('Failed'), l10n.t('computed only')];
      }
      return [l10n.t('Failed'), computed === 'failed' ? l10n.t('reported and computed') : l10n.t('reported')];
    case 'passed':
      if (isEqualByRounding(check)) {
        return [l10n.t('Passed'), l10n.t('at the threshold only after rounding')];
      }
      return [l10n.t('Passed'), margin === 0 ? l10n.t('exactly at the threshold, by our reading') : ''];
    case 'notEnforced':
      return [l10n.t('Not enforced'), ''];
    case 'undecided':
      if (kind === 'occlusion') {
        return [l10n.t('No failure reported'), ''];
      }
      if (measured === undefined) {
        return [l10n.t('No score'), ''];
      }
      if (doubt !== undefined) {
        return [l10n.t('Undecided'), l10n.t('the numbers are implausible')];
      }
      return [
        l10n.t('Undecided'),
        isNumber(threshold) ? l10n.t('the score is not a number') : l10n.t('the threshold is not a number'),
      ];
  }
}

/** Notes on disagreements between report and numbers, and on implausible numbers. */
export function notesOn(
  { kind, enforced, reported, computed, verdict, threshold, doubt }: Check,
  status: string,
): readonly string[] {
  const approved = status === 'approved';
  return [
    reported !== undefined && computed === 'passed' ? l10n.t('Disagrees: by the numbers it passes.') : undefined,
    reported !== undefined && kind !== 'occlusion' && !enforced
      ? l10n.t('Disagrees: the policy does not enforce it.')
      : undefined,
    verdict === 'failed' && approved ? l10n.t('Disagrees: the submission was approved.') : undefined,
    reported === undefined && computed === 'failed' && !approved ? computedOnly(kind) : undefined,
    doubt === undefined ? undefined : doubtText(doubt),
    doubt !== 'thresholdOutside' && enforced && isNumber(threshold) && threshold > 100
      ? doubtText('thresholdOutside')
      : undefined,
  ].filter((note) => note !== undefined);
}

/** Why numbers are probably no measurement, or cannot be compared. */
export function doubtText(doubt: Doubt): string {
  switch (doubt) {
    case 'scoreOutside':
      return l10n.t('The score is outside 0 to 100.');
    case 'scoreZero':
      return l10n.t('The score may be a placeholder, since the submission was approved.');
    case 'thresholdOutside':
      return l10n.t('The threshold is outside 0 to 100.');
    case 'scoreSmall':
    case 'thresholdSmall':
      return l10n.t('Score and threshold may be on different scales.');
  }
}

function computedOnly(kind: Check['kind']): string {
  return kind === 'passiveLiveness' || kind === 'activeLiveness'
    ? l10n.t('No fail code is documented for this check.')
    : l10n.t('Disagrees: the service gave no fail code for it.');
}

/** The score of a check, with a note if rounding may have made it equal to its threshold. */
export function measuredNumber({ measured = '', threshold, sentScore }: Check): string {
  return roundedText(scoreText(measured, threshold), sentScore);
}

/** The threshold of a check, with a note if it was rounded because a number cannot hold all its digits. */
export function requiredNumber({ threshold = '', sentThreshold }: Check): string {
  return roundedText(thresholdText(threshold), sentThreshold);
}

function roundedText(text: string, sent: string | undefined): string {
  return sent === undefined ? text : l10n.t('{0} (rounded to {1})', plain(sent, 60), text);
}

/** A score moved into 0 to 100, for a bar. */
export function clamped(score: number): number {
  return Math.min(100, Math.max(0, score));
}
