import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { usualArrangement } from '../../session/arrangement.ts';
import { groupings, type Grouping } from '../../submissions/model/groups.ts';

const stateName = 'faceauth.grouping';

/** How the tree was grouped last in this workspace. */
export function keptGrouping(state: vscode.Memento): Grouping {
  const kept = state.get(stateName);
  return groupings.find((grouping) => grouping === kept) ?? usualArrangement.grouping;
}

/** Remembers how the tree is grouped. */
export async function keepGrouping(state: vscode.Memento, grouping: Grouping): Promise<void> {
  await state.update(stateName, grouping);
}

/** Asks how to group; undefined when nothing was chosen. */
export async function askForGrouping(current: Grouping): Promise<Grouping | undefined> {
  const items = groupings.map((grouping) => ({
    label: groupingTitle(grouping),
    description: grouping === current ? l10n.t('now') : '',
    grouping,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: l10n.t('Group By'),
    placeHolder: l10n.t('How the loaded submissions are grouped'),
  });
  return picked?.grouping;
}

/** The name of a grouping, as it is offered. */
export function groupingTitle(grouping: Grouping): string {
  switch (grouping) {
    case 'status':
      return l10n.t('Status, then day');
    case 'day':
      return l10n.t('Day, then status');
    case 'code':
      return l10n.t('Failure code');
    case 'kyc':
      return l10n.t('KYC submission, then attempts');
  }
}
