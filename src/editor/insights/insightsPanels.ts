import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { InsightsState } from '../../protocol/insights.ts';
import { readState } from './messages.ts';
import type { Core } from '../core.ts';
import { InsightsPanel } from './panel.ts';

/** The panel of the insights and the command that opens it. */
export function registerInsights(core: Core): InsightsPanels {
  return new InsightsPanels(core);
}

/** The type of the panel, as VS Code remembers it over a reload. */
export const insightsViewType = 'faceauth.insights';

/** The one panel of the insights, while it is open. Disposing closes it. */
export class InsightsPanels implements vscode.Disposable {
  readonly #core: Core;
  readonly #listeners: vscode.Disposable;
  #panel: InsightsPanel | undefined;

  constructor(core: Core) {
    this.#core = core;
    this.#listeners = vscode.Disposable.from(
      core.commands.register('faceauth.showInsights', async () => {
        this.show();
        await core.shown.read();
      }),
      core.onDidChangeState(() => {
        this.#panel?.update();
      }),
      core.screenShare.onDidChange(() => {
        this.#panel?.update();
      }),
    );
  }

  /** Shows the insights, in the panel that is open or in a new one. */
  show(): void {
    if (this.#panel !== undefined) {
      this.#panel.reveal();
      return;
    }
    const title = l10n.t('FaceAuth Insights');
    this.#own(vscode.window.createWebviewPanel(insightsViewType, title, vscode.ViewColumn.Active), { tried: [] });
  }

  /** Takes over a panel that VS Code kept over a reload, unless another one was opened before it came. */
  restore(panel: vscode.WebviewPanel, kept: unknown): void {
    if (this.#panel !== undefined) {
      panel.dispose();
      this.#panel.reveal();
      return;
    }
    this.#own(panel, readState(kept));
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#panel?.dispose();
  }

  #own(webviewPanel: vscode.WebviewPanel, state: InsightsState): void {
    const panel = new InsightsPanel(webviewPanel, state, this.#core);
    this.#panel = panel;
    webviewPanel.onDidDispose(() => {
      this.#panel = this.#panel === panel ? undefined : this.#panel;
    });
  }
}
