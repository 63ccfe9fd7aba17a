import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { explain } from '../../api/explain.ts';
import type { Remedy } from '../../api/explanation.ts';
import type { Failure } from '../../api/failure.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import type { RecordTarget } from '../record/targets.ts';
import { safeText } from './safeText.ts';
import { readSettings } from './settings.ts';

/** The name of a remedy as its button has it. */
export function remedyTitle(remedy: Remedy): string {
  switch (remedy) {
    case 'enterKey':
      return l10n.t('Enter API Key…');
    case 'replaceKey':
      return l10n.t('Replace API Key…');
    case 'addProject':
      return l10n.t('Add Project…');
    case 'openDemo':
      return l10n.t('Explore Demo Data');
    case 'tryAgain':
      return l10n.t('Try Again');
    case 'showLog':
      return l10n.t('Show Log');
    case 'copyDetails':
      return l10n.t('Copy Details');
    case 'openJson':
      return l10n.t('Open as JSON');
    case 'openProxySettings':
      return l10n.t('Open Proxy Settings');
    case 'openTimeoutSetting':
      return l10n.t('Open Time-Out Setting');
    case 'openAddressSetting':
      return l10n.t('Open Base URL Setting');
  }
}

/** What happened and what helps, in one text for a notification or an input box. */
export function failureText(failure: Failure, mask: Mask): string {
  const { summary, advice } = explain(failure, readSettings().settings.timeZone);
  return safeText(mask.text(`${summary} ${advice}`.trim()), 600);
}

/**
 * Carries out a remedy; trying again is different everywhere, so whoever asks brings it. `target` is the record that was
 * asked for, if it was one.
 */
export async function apply(
  remedy: Remedy,
  failure: Failure,
  mask: Mask,
  again: () => Promise<void>,
  target?: RecordTarget,
): Promise<void> {
  switch (remedy) {
    case 'tryAgain':
      await again();
      break;
    case 'enterKey':
    case 'replaceKey':
      await vscode.commands.executeCommand('faceauth.replaceKey', ...('projectId' in failure ? [failure] : []));
      break;
    case 'addProject':
    case 'openDemo':
    case 'showLog':
      await vscode.commands.executeCommand(`faceauth.${remedy}`);
      break;
    case 'openJson':
      await vscode.commands.executeCommand('faceauth.openJson', target);
      break;
    case 'copyDetails':
      await copyDetails(failure, mask);
      break;
    case 'openProxySettings':
      await openSetting('http.proxy');
      break;
    case 'openTimeoutSetting':
      await openSetting('faceauth.requestTimeoutSeconds');
      break;
    case 'openAddressSetting':
      await openSetting('faceauth.baseUrl');
      break;
  }
}

async function openSetting(name: string): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettings', name);
}

/** Tells a failure as a notification with its remedies. */
export async function tell(
  failure: Failure,
  mask: Mask,
  again: () => Promise<void>,
  target?: RecordTarget,
): Promise<void> {
  if (failure.kind === 'cancelled') {
    return;
  }
  const { remedies } = explain(failure, readSettings().settings.timeZone);
  const picked = await vscode.window.showErrorMessage(
    failureText(failure, mask),
    ...remedies.slice(0, 3).map(remedyTitle),
  );
  const remedy = remedies.find((one) => remedyTitle(one) === picked);
  if (remedy !== undefined) {
    await apply(remedy, failure, mask, again, target);
  }
}

/** Copies what the support of the service asks for; a failure holds neither a key nor a body. */
export async function copyDetails(failure: Failure, mask: Mask): Promise<void> {
  const { summary, advice } = explain(failure, readSettings().settings.timeZone);
  const details = [summary, advice, JSON.stringify(failure, null, 2)].join('\n');
  await vscode.env.clipboard.writeText(mask.text(details));
  vscode.window.setStatusBarMessage(l10n.t('Failure details copied'), 4000);
}
