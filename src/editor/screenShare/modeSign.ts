import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { speak } from '../window/speak.ts';

/** Shows in the status bar that screen-share mode is on; a click stops it. Commands and menus go by the context. */
export class ModeSign implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('faceauth.screenShare', vscode.StatusBarAlignment.Left, 1000);

  constructor() {
    this.#item.name = l10n.t('FaceAuth Screen-Share Mode');
    this.#item.text = `$(eye-closed) ${l10n.t('Screen-share mode')}`;
    this.#item.tooltip = l10n.t('FaceAuth shows aliases in the place of ids. Click to show the ids again.');
    this.#item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    this.#item.command = 'faceauth.stopMask';
    this.#item.accessibilityInformation = {
      label: l10n.t('FaceAuth screen-share mode is on. Press to stop it.'),
      role: 'button',
    };
  }

  /** Shows whether the mode is on. */
  show(on: boolean): void {
    if (on) {
      this.#item.show();
    } else {
      this.#item.hide();
    }
    void vscode.commands.executeCommand('setContext', 'faceauth.masked', on);
  }

  /** Says what a switch has done. */
  say(on: boolean): void {
    const text = on
      ? l10n.t('Screen-share mode is on: FaceAuth shows aliases in the place of ids')
      : l10n.t('Screen-share mode is off: FaceAuth shows ids');
    vscode.window.setStatusBarMessage(text, 6000);
    speak(text);
  }

  dispose(): void {
    this.#item.dispose();
  }
}
