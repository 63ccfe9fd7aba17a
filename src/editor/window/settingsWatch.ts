import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { safeText } from './safeText.ts';
import { readSettings, type Settings, type WrongSetting } from './settings.ts';
import { WrongSettings } from './wrongSettings.ts';

const watched = ['baseUrl', 'timeZone', 'nearMissMargin', 'rowLabel', 'autoRefreshSeconds'] as const;

/** A setting whose change is told. */
export type WatchedSetting = (typeof watched)[number];

/** Holds the settings of the moment and tells which of them changed, and which cannot be used. */
export class SettingsWatch implements vscode.Disposable {
  readonly #listener: vscode.Disposable;
  readonly #changed = new vscode.EventEmitter<WatchedSetting>();
  /** Fires with the name of a setting that changed. */
  readonly onDidChange = this.#changed.event;
  readonly #wrong = new WrongSettings();
  #settings: Settings;

  constructor() {
    this.#settings = this.#read(true);
    this.#listener = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('faceauth')) {
        return;
      }
      // All windows hear of a change; the one in which a person works tells what is wrong with it.
      this.#settings = this.#read(vscode.window.state.focused);
      for (const name of watched) {
        if (event.affectsConfiguration(`faceauth.${name}`)) {
          this.#changed.fire(name);
        }
      }
    });
  }

  /** The settings that count now. */
  get current(): Settings {
    return this.#settings;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  #read(isTold: boolean): Settings {
    const { settings, wrong } = readSettings();
    for (const each of this.#wrong.news(wrong)) {
      if (isTold) {
        tellWrong(each);
      }
    }
    return settings;
  }
}

function tellWrong({ name, value, allowed, used }: WrongSetting): void {
  const text = l10n.t(
    'The setting {0} cannot be {1}, it takes {2}. {3} is used instead.',
    name,
    safeText(value, 60),
    allowed,
    used,
  );
  const open = l10n.t('Open Settings');
  void vscode.window.showWarningMessage(text, open).then(async (picked) => {
    if (picked === open) {
      await vscode.commands.executeCommand('workbench.action.openSettings', name);
    }
  });
}
