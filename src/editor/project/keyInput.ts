import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Ask } from '../../api/client.ts';
import { refusesKey, type Failure } from '../../api/failure.ts';
import { trimmed } from '../../api/invisible.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import { failureText } from '../window/failureNotice.ts';
import { fitsHeader } from './projectStore.ts';

/** What the key box needs. */
export interface KeyInputOptions {
  readonly title: string;
  readonly connect: (key: string) => Ask;
  readonly mask: Mask;
  /** Hears of what was in the box, whether it was accepted or not. */
  readonly entered: (key: string) => Promise<void>;
}

/** Asks for a key and tests it at once with a request for one record. Resolves to a key to store, or to nothing. */
export async function askForKey({ title, ...options }: KeyInputOptions): Promise<string | undefined> {
  const box = vscode.window.createInputBox();
  const abort = new AbortController();
  box.title = title;
  box.prompt = l10n.t('The key is tested with one request and kept in VS Code’s secret storage.');
  box.placeholder = l10n.t('API key of the FaceAuth project');
  box.password = true;
  box.ignoreFocusOut = true;
  showToggle(box);
  try {
    return await new Promise((resolve, reject) => {
      box.onDidTriggerButton(() => {
        box.password = !box.password;
        showToggle(box);
      });
      box.onDidChangeValue(() => {
        box.validationMessage = undefined;
      });
      box.onDidHide(
        () =>
          void options.entered(box.value).then(() => {
            resolve(undefined);
          }, reject),
      );
      box.onDidAccept(
        () =>
          void accept(box, options, abort.signal).then((key) => {
            if (key !== undefined) {
              resolve(key);
            }
            // An error of ours goes to whoever asked: else the box would stay busy, and nobody would hear of it.
          }, reject),
      );
      box.show();
    });
  } finally {
    abort.abort();
    box.dispose();
  }
}

async function accept(
  box: vscode.InputBox,
  { connect, mask, entered }: Omit<KeyInputOptions, 'title'>,
  signal: AbortSignal,
): Promise<string | undefined> {
  const key = trimmed(box.value);
  await entered(key);
  if (!fitsHeader(key)) {
    box.validationMessage =
      key === ''
        ? l10n.t('Enter the key.')
        : l10n.t(
            'A key has no spaces, line breaks or special characters. Copy it again, without what stands around it.',
          );
    return undefined;
  }
  box.busy = true;
  box.enabled = false;
  const tested = await connect(key)({ count: 1 }, signal);
  box.busy = false;
  box.enabled = true;
  if (tested.ok) {
    return key;
  }
  box.validationMessage = failureText(tested.failure, mask);
  return mayStoreAnyway(tested.failure) && (await storeAnyway(tested.failure, mask)) ? key : undefined;
}

/** When the service did not say that the key is wrong, it may be stored all the same. */
function mayStoreAnyway(failure: Failure): boolean {
  return !refusesKey(failure) && failure.kind !== 'cancelled';
}

async function storeAnyway(failure: Failure, mask: Mask): Promise<boolean> {
  const store = l10n.t('Store Anyway');
  const picked = await vscode.window.showWarningMessage(
    l10n.t('The key could not be tested.'),
    { modal: true, detail: failureText(failure, mask) },
    store,
  );
  return picked === store;
}

function showToggle(box: vscode.InputBox): void {
  box.buttons = [
    {
      iconPath: new vscode.ThemeIcon(box.password ? 'eye' : 'eye-closed'),
      tooltip: box.password ? l10n.t('Show the Key') : l10n.t('Hide the Key'),
    },
  ];
}
