import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { dateWriter } from '../../insights/dates.ts';
import type { Insights } from '../../insights/insights.ts';
import { seenPolicies, seenText } from '../../insights/policiesPart.ts';
import { thresholdsText } from '../../insights/policyChanges.ts';
import { totalOf } from '../../insights/slices.ts';
import { startFrom, type Thresholds } from '../../insights/thresholds.ts';
import type { TimeZone } from '../../submissions/model/days.ts';
import { countText } from '../../submissions/words/countText.ts';
import type { Simulated } from './simulator.ts';

/** The insights on which thresholds are tried, and the thresholds. */
export interface Trying extends Pick<Simulated, 'tried' | 'compared'> {
  readonly projectId: string;
  readonly insights: Insights;
  readonly zone: TimeZone;
  readonly locale: string;
}

interface PolicyItem extends vscode.QuickPickItem {
  /** Undefined compares nothing. */
  readonly thresholds: Thresholds | undefined;
}

/** Asks which policy to compare the tried one with; undefined when nothing was chosen. */
export async function askForPolicy(trying: Trying): Promise<Pick<PolicyItem, 'thresholds'> | undefined> {
  const { tried, compared } = trying;
  const items: PolicyItem[] = [
    ...(compared === undefined ? [] : [{ label: l10n.t('Compare with nothing'), thresholds: undefined }]),
    {
      label: l10n.t('The thresholds as they are tried now'),
      description: l10n.t('kept while you try others'),
      detail: thresholdsText(tried),
      thresholds: tried,
    },
    { label: l10n.t('Policies of these submissions'), kind: vscode.QuickPickItemKind.Separator, thresholds: undefined },
    ...seenItems(trying),
  ];
  return await vscode.window.showQuickPick(items, {
    title: l10n.t('Compare With'),
    placeHolder: l10n.t('A policy to hold against the same submissions, beside the thresholds that you try'),
    matchOnDetail: true,
  });
}

function seenItems({ insights, zone, locale }: Trying): readonly PolicyItem[] {
  const { sample, tally } = insights;
  const dates = dateWriter(locale);
  return seenPolicies(sample.columns, tally).map(({ policy, of }) => {
    const count = totalOf(of.outcomes);
    return {
      label: seenText(of, zone, dates),
      description: count === 1 ? l10n.t('1 submission') : l10n.t('{0} submissions', countText(count)),
      detail: thresholdsText(policy.thresholds),
      thresholds: startFrom(policy.thresholds),
    };
  });
}
