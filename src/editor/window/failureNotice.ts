import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Remedy } from '../../api/explanation.ts';
import type { Failure } from '../../api/failure.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import { failureSentences, failureWords } from '../../submissions/words/failureWords.ts';
import type { RecordTarget } from '../record/targets.ts';
import { safeText } from './safeText.ts';
import { readSettings } from './settings.ts';

/** What a failure is about: the project that was asked, and the record, if it was one. */
export interface FailureSubject {
  readonly projectId?: string | undefined;
  readonly target?: RecordTarget | undefined;
}

/** How a failure is told and mended where it is shown. */
export interface FailureNotice extends FailureSubject {
  /** Through which ids are shown now. */
  readonly mask: () => Mask;
  /** Trying again is different everywhere. */
  readonly again: () => Promise<void>;
}

/** What happened and what helps, in one text for a notification or an input box. */
export function failureText(failure: Failure, mask: Mask): string {
  return safeText(failureSentences(failureWords(failure, mask, readSettings().settings.timeZone)), 600);
}

/** Carries out a remedy. */
export async function applyRemedy(remedy: Remedy, failure: Failure, notice: FailureNotice): Promise<void> {
  if (remedy === 'tryAgain') {
    await notice.again();
  } else if (remedy === 'copyDetails') {
    await copyDetails(failure, notice.mask());
  } else {
    const { command, given } = remedyCommand(remedy, notice);
    await vscode.commands.executeCommand(command, ...given);
  }
}

/** The command that carries out a remedy, and what it is given; a key is replaced for the project that failed. */
export function remedyCommand(
  remedy: Exclude<Remedy, 'tryAgain' | 'copyDetails'>,
  { projectId, target }: FailureSubject,
): { readonly command: string; readonly given: readonly unknown[] } {
  switch (remedy) {
    case 'enterKey':
    case 'replaceKey':
      return { command: 'faceauth.replaceKey', given: projectId === undefined ? [] : [{ projectId }] };
    case 'addProject':
    case 'openDemo':
    case 'openFile':
    case 'switchProject':
    case 'showLog':
      return { command: `faceauth.${remedy}`, given: [] };
    case 'openJson':
      return { command: 'faceauth.openJson', given: [target] };
    case 'openProxySettings':
      return setting('http.proxy');
    case 'openTimeoutSetting':
      return setting('faceauth.requestTimeoutSeconds');
    case 'openPageSizeSetting':
      return setting('faceauth.pageSize');
  }
}

function setting(name: string): ReturnType<typeof remedyCommand> {
  return { command: 'workbench.action.openSettings', given: [name] };
}

/** Tells a failure as a notification with its remedies. */
export async function tell(failure: Failure, notice: FailureNotice): Promise<void> {
  if (failure.kind === 'cancelled') {
    return;
  }
  const remedy = await askForRemedy(failure, notice.mask(), failureText(failure, notice.mask()));
  if (remedy !== undefined) {
    await applyRemedy(remedy, failure, notice);
  }
}

/** Tells a failure in these words, with its remedies and another button; undefined where that was chosen, or nothing. */
export async function askForRemedy(
  failure: Failure,
  mask: Mask,
  text: string,
  ...other: readonly string[]
): Promise<Remedy | undefined> {
  const { remedies } = failureWords(failure, mask, readSettings().settings.timeZone);
  const picked = await vscode.window.showErrorMessage(text, ...remedies.map(({ label }) => label), ...other);
  return remedies.find(({ label }) => label === picked)?.action;
}

/** Copies what the support of the service asks for; a failure holds neither a key nor a body. */
export async function copyDetails(failure: Failure, mask: Mask): Promise<void> {
  const words = failureWords(failure, mask, readSettings().settings.timeZone);
  const details = [words.summary, words.advice, mask.text(JSON.stringify(failure, null, 2))].join('\n');
  await vscode.env.clipboard.writeText(details);
  vscode.window.setStatusBarMessage(l10n.t('Failure details copied'), 4000);
}
