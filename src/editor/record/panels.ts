import * as vscode from 'vscode';
import type { RecordState } from '../../protocol/record.ts';
import { readState } from './messages.ts';
import type { RecordNeeds, RecordTarget } from './needs.ts';
import { RecordPanel } from './panel.ts';
import { shownTitle } from './toPage.ts';

/** The type of the panel, as VS Code remembers it over a reload. */
export const recordViewType = 'faceauth.record';

/** All record panels: one follows what is selected, the pinned ones stay. Disposing closes them. */
export class RecordPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #needs: RecordNeeds;
  readonly #panels = new Set<RecordPanel>();

  constructor(needs: RecordNeeds) {
    this.#needs = needs;
  }

  /** The record in the panel that has the focus, if one has. */
  get active(): RecordTarget | undefined {
    return [...this.#panels].find(({ active }) => active)?.state;
  }

  /** Shows a record. The focus stays where it is unless `focus` asks for it, so that a list can be walked through. */
  show(projectId: string, id: string, { focus = false }: { readonly focus?: boolean } = {}): void {
    const state: RecordState = { projectId, id, pinned: false, showDeleted: false };
    const panels = [...this.#panels];
    const same = panels.find(({ state: shown }) => shown.projectId === projectId && shown.id === id);
    const panel = same ?? panels.find(({ state: shown }) => !shown.pinned);
    if (panel === undefined) {
      const column = { viewColumn: vscode.ViewColumn.Active, preserveFocus: !focus };
      this.#own(vscode.window.createWebviewPanel(recordViewType, shownTitle(id, this.#needs.mask()), column), state);
      return;
    }
    panel.reveal(!focus);
    if (panel !== same) {
      panel.show(state);
    }
  }

  /** Takes over a panel that VS Code kept over a reload. One that kept no record has nothing to show and closes. */
  restore(panel: vscode.WebviewPanel, kept: unknown): void {
    const state = readState(kept);
    if (state === undefined) {
      panel.dispose();
    } else {
      this.#own(panel, state);
    }
  }

  /** The same for VS Code's own interface. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
    this.restore(panel, kept);
  }

  /** Sends every page what it shows now: after the time zone, the loaded records or the way to show ids changed. */
  changed(): void {
    for (const panel of this.#panels) {
      panel.update();
    }
  }

  dispose(): void {
    for (const panel of this.#panels) {
      panel.dispose();
    }
  }

  #own(webviewPanel: vscode.WebviewPanel, state: RecordState): void {
    const openOther = ({ projectId, id }: RecordTarget): void => {
      this.show(projectId, id, { focus: true });
    };
    const panel = new RecordPanel(webviewPanel, state, this.#needs, openOther);
    this.#panels.add(panel);
    webviewPanel.onDidDispose(() => this.#panels.delete(panel));
  }
}
