import * as l10n from '@vscode/l10n';
import type { Check } from '../model/checks.ts';

/** The verdict and whose it is: the service's report, the numbers, or both. */
export function verdictOf({
  kind,
  verdict,
  reported,
  computed,
  margin,
  measured,
  threshold,
}: Check): readonly [string, string] {
  switch (verdict) {
    case 'failed':
      if (reported === undefined) {
        return [l10n.t('Failed'), l10n.t('computed only')];
      }
      return [l10n.t('Failed'), computed === 'failed' ? l10n.t('reported and computed') : l10n.t('reported')];
    case 'passed':
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
      return [
        l10n.t('Undecided'),
        typeof threshold === 'number' ? l10n.t('the score is no number') : l10n.t('the threshold is no number'),
      ];
  }
}

/** Where the two voices disagree, and what the bar cannot draw. */
export function notesOn(
  { kind, enforced, reported, computed, verdict, measured, threshold }: Check,
  status: string,
): readonly string[] {
  const approved = status === 'approved';
  const outside = typeof measured === 'number' && kind !== 'occlusion' && clamped(measured) !== measured;
  return [
    reported !== undefined && computed === 'passed' ? l10n.t('Disagrees: by the numbers it passes.') : undefined,
    reported !== undefined && kind !== 'occlusion' && !enforced
      ? l10n.t('Disagrees: the policy does not enforce it.')
      : undefined,
    verdict === 'failed' && approved ? l10n.t('Disagrees: the submission was approved.') : undefined,
    reported === undefined && computed === 'failed' && !approved ? computedOnly(kind) : undefined,
    outside ? l10n.t('The score is outside 0 to 100.') : undefined,
    typeof threshold === 'number' && enforced && clamped(threshold) !== threshold
      ? l10n.t('The threshold is outside 0 to 100.')
      : undefined,
  ].filter((note) => note !== undefined);
}

function computedOnly(kind: Check['kind']): string {
  return kind === 'passiveLiveness' || kind === 'activeLiveness'
    ? l10n.t('No fail code is documented for this check.')
    : l10n.t('Disagrees: the service gave no fail code for it.');
}

/** A score as a bar can show it. */
export function clamped(score: number): number {
  return Math.min(100, Math.max(0, score));
}
