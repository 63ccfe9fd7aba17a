import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { refusesKey, type Failure } from '../../api/failure.ts';
import { trimmed } from '../../api/invisible.ts';
import type { Core } from '../core.ts';
import { failureText } from '../window/failureNotice.ts';
import { hasNode } from '../window/host.ts';
import { fitsHeader } from './projectStore.ts';

/** What the key box needs. */
export interface KeyInputOptions {
  readonly title: string;
  /** Where the key is sent, now and whenever it is used. */
  readonly base: URL;
  /** Whether it is the second of two steps, with a way back to the first. */
  readonly isSecondStep?: boolean;
}

/** A key to store. */
export interface EnteredKey {
  readonly key: string;
  /** What the service calls the project of the key; undefined when it did not say, or could not be asked. */
  readonly serviceId: string | undefined;
}

/** Asks for a key and tests it at once with a request for one record. Undefined when the box was closed. */
export async function askForKey(core: Core, options: KeyInputOptions): Promise<EnteredKey | 'back' | undefined> {
  const { title, base, isSecondStep = false } = options;
  const box = vscode.window.createInputBox();
  const abort = new AbortController();
  box.title = title;
  box.step = isSecondStep ? 2 : undefined;
  box.totalSteps = isSecondStep ? 2 : undefined;
  box.prompt = hasNode
    ? l10n.t(
        'The key goes to {0} only. It is tested there with one request, and kept in VS Code’s secret storage.',
        base.host,
      )
    : l10n.t(
        'The key goes from this browser to {0} only, and works only if the service allows pages in the browser to ask (CORS). If it does not, use VS Code on your computer.',
        base.host,
      );
  box.placeholder = l10n.t('API key of the FaceAuth project at {0}', base.host);
  box.password = true;
  box.ignoreFocusOut = true;
  showButtons(box, isSecondStep);
  try {
    return await new Promise((resolve, reject) => {
      // A key that was pasted and not entered is remembered too, so that it is not offered as an id.
      const leave = (answer?: 'back'): void => {
        core.store.noteKey(box.value).then(() => {
          resolve(answer);
        }, reject);
      };
      box.onDidTriggerButton((button) => {
        if (button === vscode.QuickInputButtons.Back) {
          leave('back');
        } else {
          box.password = !box.password;
          showButtons(box, isSecondStep);
        }
      });
      box.onDidChangeValue(() => {
        box.validationMessage = undefined;
      });
      box.onDidHide(() => {
        leave();
      });
      box.onDidAccept(() => {
        accept(core, box, base, abort.signal).then((entered) => {
          if (entered !== undefined) {
            resolve(entered);
          }
          // Pass a bug of the extension on to the caller: otherwise the box would stay busy, and nobody would hear of
          // it.
        }, reject);
      });
      box.show();
    });
  } finally {
    abort.abort();
    box.dispose();
  }
}

async function accept(
  { store, connectWith, mask }: Core,
  box: vscode.InputBox,
  base: URL,
  signal: AbortSignal,
): Promise<EnteredKey | undefined> {
  const key = trimmed(box.value);
  await store.noteKey(key);
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
  const tested = await connectWith({ base, key })({ count: 1 }, signal);
  box.busy = false;
  box.enabled = true;
  if (tested.ok) {
    return { key, serviceId: tested.value.projects.find((id) => id !== undefined) };
  }
  const text = failureText(tested.failure, mask());
  box.validationMessage = text;
  return mayStoreAnyway(tested.failure) && (await storeAnyway(text)) ? { key, serviceId: undefined } : undefined;
}

/** When the service did not say that the key is wrong, it may be stored all the same. */
function mayStoreAnyway(failure: Failure): boolean {
  return !refusesKey(failure) && failure.kind !== 'cancelled';
}

async function storeAnyway(detail: string): Promise<boolean> {
  const store = l10n.t('Store Anyway');
  const question = l10n.t('The key could not be tested.');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, store)) === store;
}

function showButtons(box: vscode.InputBox, isSecondStep: boolean): void {
  const toggle = {
    iconPath: new vscode.ThemeIcon(box.password ? 'eye' : 'eye-closed'),
    tooltip: box.password ? l10n.t('Show the Key') : l10n.t('Hide the Key'),
  };
  box.buttons = isSecondStep ? [vscode.QuickInputButtons.Back, toggle] : [toggle];
}
