import * as l10n from '@vscode/l10n';
import type { Check } from '../model/checks.ts';
import type { Detail } from '../model/detail.ts';
import type { Bar, CheckRow, ChecksPart, Icon, Tone } from './recordParts.ts';
import { clamped, measuredNumber, notesOn, requiredNumber, verdictOf } from './verdictWords.ts';
import { marginText } from './numberText.ts';
import { checkTitle } from './titles.ts';
import { plain } from './plain.ts';

/** The table of checks; undefined where the record has nothing to say about any of them. */
export function checksPart({ submission, checks }: Detail): ChecksPart | undefined {
  if (checks.every(({ threshold, measured, reported }) => (threshold ?? measured ?? reported) === undefined)) {
    return undefined;
  }
  return {
    caption: l10n.t('What the policy required and what was measured, the failed checks first'),
    columns: {
      check: l10n.t('Check'),
      required: l10n.t('Required'),
      measured: l10n.t('Measured'),
      score: l10n.t('Score, 0 to 100'),
      margin: l10n.t('Margin'),
      verdict: l10n.t('Verdict'),
    },
    rows: checks.map((check) => checkRow(check, submission.status)),
  };
}

function checkRow(check: Check, status: string): CheckRow {
  const [icon, tone] = lookOf(check);
  const [verdict, by] = verdictOf(check);
  return {
    icon,
    tone,
    name: checkTitle(check.kind),
    required: requiredText(check),
    measured: measuredText(check),
    bar: barOf(check, tone),
    margin: marginOf(check),
    verdict,
    by,
    notes: notesOn(check, status),
  };
}

function lookOf({ verdict, kind }: Check): readonly [Icon, Tone] {
  switch (verdict) {
    case 'failed':
      return ['failed', 'failed'];
    case 'passed':
      return ['passed', 'passed'];
    case 'undecided':
      return kind === 'occlusion' ? ['off', 'quiet'] : ['open', 'warning'];
    case 'notEnforced':
      return ['off', 'quiet'];
  }
}

/** The threshold as sent. What `true` or `false` means for occlusion is not documented, so it is not interpreted. */
function requiredText(check: Check): string {
  const { kind, threshold, enforced } = check;
  if (threshold === undefined) {
    return l10n.t('not in policy');
  }
  if (typeof threshold !== 'number') {
    return verbatim(threshold);
  }
  const required = requiredNumber(check);
  return enforced && kind !== 'occlusion' ? `≥ ${required}` : required;
}

function measuredText(check: Check): string {
  const { kind, measured } = check;
  if (measured === undefined) {
    return kind === 'occlusion' ? l10n.t('no result') : l10n.t('no score');
  }
  if (typeof measured === 'number') {
    return measuredNumber(check);
  }
  return kind === 'occlusion' && typeof measured === 'boolean'
    ? measured
      ? l10n.t('occluded')
      : l10n.t('not occluded')
    : verbatim(measured);
}

function verbatim(reading: boolean | string): string {
  return typeof reading === 'boolean' ? String(reading) : `“${plain(reading, 60)}”`;
}

function barOf({ kind, measured, threshold, enforced }: Check, tone: Tone): Bar | undefined {
  if (typeof measured !== 'number') {
    return undefined;
  }
  const marked = kind !== 'occlusion' && enforced && typeof threshold === 'number';
  return { score: clamped(measured), threshold: marked ? clamped(threshold) : undefined, tone };
}

function marginOf({ margin, measured, threshold }: Check): string {
  return margin === undefined || typeof measured !== 'number' || typeof threshold !== 'number'
    ? ''
    : marginText(measured, threshold);
}
