import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Mask } from '../../submissions/privacy/mask.ts';
import { maskedSubmission } from '../../submissions/privacy/masked.ts';
import type { Submission } from '../../submissions/model/submission.ts';
import { failureSummary } from '../../submissions/words/failureSummary.ts';
import { statusTitle } from '../../submissions/words/titles.ts';
import { askForIds } from '../lookUp/idPick.ts';
import type { Offer } from '../lookUp/offers.ts';
import type { IsKey } from '../lookUp/withoutKeys.ts';
import { safeText } from '../window/safeText.ts';
import { nameToId } from './idInAddress.ts';
import { diffTitle } from './tabs.ts';

/** A record of two that are compared. */
export interface Side {
  readonly uri: vscode.Uri;
  /** Milliseconds since 1970; undefined when it is not known. */
  readonly createdAt: number | undefined;
}

/**
 * Shows two records in VS Code's own diff, the older one on the left. They keep the order given where a time is not
 * known.
 */
export async function showDiff(one: Side, other: Side): Promise<void> {
  const isNewer = one.createdAt !== undefined && other.createdAt !== undefined && one.createdAt > other.createdAt;
  const [left, right] = isNewer ? [other.uri, one.uri] : [one.uri, other.uri];
  await vscode.commands.executeCommand('vscode.diff', left, right, diffTitle(diffName(left), diffName(right)));
}

/** A document as the title of a diff names it. */
export function diffName({ path }: vscode.Uri): string {
  return safeText(nameToId((path.split('/').at(-1) ?? '').replace(/\.json$/, '')), 60);
}

/** Asks with which other submission to compare: attempts of the same KYC submission first, then those looked up. */
export async function askForOther(
  submission: Submission,
  attempts: readonly Submission[],
  allLookedUp: readonly Submission[],
  { mask, isKey }: { readonly mask: () => Mask; readonly isKey: IsKey },
): Promise<string | undefined> {
  const lookedUp = allLookedUp.filter(({ id }) => !attempts.some((attempt) => attempt.id === id));
  const offer = (other: Submission, origin: string): Offer => ({
    id: other.id,
    origin: `${origin} · ${outcome(maskedSubmission(other, mask()))}`,
  });
  const offers = [
    ...attempts.map((other) => offer(other, l10n.t('same KYC submission'))),
    ...lookedUp.map((other) => offer(other, l10n.t('looked up'))),
  ];
  const ids = await askForIds({
    title: l10n.t('Compare {0} With', safeText(mask().id(submission.id), 60)),
    offers: [Promise.resolve(offers.filter(({ id }) => id !== submission.id))],
    mask,
    isKey,
    isKnown: (word) => offers.some(({ id }) => id === word),
    many: false,
  });
  return ids?.[0];
}

function outcome(submission: Submission): string {
  if (submission.deleted) {
    return l10n.t('Deleted');
  }
  return safeText(
    [statusTitle(submission.status), failureSummary(submission)].filter((part) => part !== '').join(', '),
  );
}
