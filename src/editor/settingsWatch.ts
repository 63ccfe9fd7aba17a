import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { safeText } from './safeText.ts';
import { readSettings, type Settings } from './settings.ts';

/** Holds the settings of the moment and tells which of them changed, and which cannot be used. */
export class SettingsWatch implements vscode.Disposable {
  readonly #listener: vscode.Disposable;
  #settings: Settings;

  constructor(changed: (name: 'baseUrl' | 'timeZone') => void) {
    this.#settings = this.#read();
    this.#listener = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('faceauth')) {
        return;
      }
      this.#settings = this.#read();
      for (const name of ['baseUrl', 'timeZone'] as const) {
        if (event.affectsConfiguration(`faceauth.${name}`)) {
          changed(name);
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
  }

  #read(): Settings {
    const { settings, wrong } = readSettings();
    for (const { name, value, used } of wrong) {
      const text = l10n.t('The setting {0} cannot be {1}. {2} is used instead.', name, safeText(value, 60), used);
      const open = l10n.t('Open Settings');
      void vscode.window.showWarningMessage(text, open).then(async (picked) => {
        if (picked === open) {
          await vscode.commands.executeCommand('workbench.action.openSettings', name);
        }
      });
    }
    return settings;
  }
}
