import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { InsightsState } from '../../protocol/insights.ts';
import { readState } from './messages.ts';
import type { InsightsNeeds } from './needs.ts';
import { InsightsPanel } from './panel.ts';

/** The type of the panel, as VS Code remembers it over a reload. */
export const insightsViewType = 'faceauth.insights';

/** The one panel of the insights, while it is open. Disposing closes it. */
export class InsightsPanels implements vscode.Disposable {
  readonly #needs: InsightsNeeds;
  #panel: InsightsPanel | undefined;

  constructor(needs: InsightsNeeds) {
    this.#needs = needs;
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

  /** Looks again: what is loaded, or the way to show ids, changed. */
  changed(): void {
    this.#panel?.update();
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #own(webviewPanel: vscode.WebviewPanel, state: InsightsState): void {
    const panel = new InsightsPanel(webviewPanel, state, this.#needs);
    this.#panel = panel;
    webviewPanel.onDidDispose(() => {
      this.#panel = this.#panel === panel ? undefined : this.#panel;
    });
  }
}
