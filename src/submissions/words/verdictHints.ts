import * as l10n from '@vscode/l10n';
import { isNumber, type Check } from '../model/checks.ts';
import { checkTitle } from './titles.ts';
import { measuredNumber, notesOn, requiredNumber, verdictOf } from './verdictWords.ts';

/** What stands beside a score: what was required, and what came of it. */
export function besideScore(check: Check): string {
  const { enforced, threshold } = check;
  return enforced && isNumber(threshold) ? `≥ ${requiredNumber(check)} · ${verdictName(check)}` : verdictName(check);
}

/** What stands beside a threshold: what was measured, and what came of it. */
export function besideThreshold(check: Check): string {
  const { enforced, measured } = check;
  return enforced && isNumber(measured) ? `${measuredNumber(check)} · ${verdictName(check)}` : verdictName(check);
}

/** The verdict of a check with its source, and what disagrees, one sentence each. */
export function verdictLines(check: Check, status: string): readonly string[] {
  const [verdict, source] = verdictOf(check);
  const text = source === '' ? verdict : `${verdict} (${source})`;
  return [`${checkTitle(check.kind)}: ${text}`, ...notesOn(check, status)];
}

function verdictName({ kind, verdict }: Check): string {
  switch (verdict) {
    case 'failed':
      return l10n.t('failed');
    case 'passed':
      return l10n.t('passed');
    case 'notEnforced':
      return l10n.t('not enforced');
    case 'undecided':
      return kind === 'occlusion' ? l10n.t('no failure reported') : l10n.t('undecided');
  }
}
