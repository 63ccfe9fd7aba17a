import * as vscode from 'vscode';
import type { RecordState } from '../../protocol/record.ts';
import { readState } from './messages.ts';
import type { Core } from '../core.ts';
import type { LiveRecords } from './liveRecords.ts';
import { RecordPanel } from './panel.ts';
import { pinnedPanels, type PanelTab } from './pinnedPanels.ts';
import type { RecordTarget } from './targets.ts';
import { shownTitle } from './toPage.ts';

/** The type of the panel, as VS Code remembers it over a reload. */
export const recordViewType = 'faceauth.record';

/** All record panels: one follows what is selected, those whose tab is pinned stay. Disposing closes them. */
export class RecordPanels implements vscode.Disposable {
  readonly #core: Core;
  readonly #live: LiveRecords;
  readonly #panels = new Set<RecordPanel>();
  readonly #listeners: vscode.Disposable;

  constructor(core: Core, live: LiveRecords) {
    this.#core = core;
    this.#live = live;
    this.#listeners = vscode.Disposable.from(
      core.onDidChangeState(() => {
        this.changed();
      }),
      core.screenShare.onDidChange(() => {
        this.changed();
      }),
    );
  }

  /** The record in the panel that has the focus, if one has. */
  get active(): RecordTarget | undefined {
    return [...this.#panels].find(({ active }) => active)?.state;
  }

  /** Shows a record. The focus stays where it is unless `focus` asks for it, so that a list can be walked through. */
  show(projectId: string, id: string, { focus = false }: { readonly focus?: boolean } = {}): void {
    const state: RecordState = { projectId, id, showDeleted: false };
    const panels = [...this.#panels];
    const same = panels.find(({ state: shown }) => shown.projectId === projectId && shown.id === id);
    const pinned = pinnedPanels(panels, panelTabs());
    const panel = same ?? panels.find((one) => !pinned.includes(one));
    if (panel === undefined) {
      const column = { viewColumn: vscode.ViewColumn.Active, preserveFocus: !focus };
      this.#own(vscode.window.createWebviewPanel(recordViewType, shownTitle(id, this.#core.mask()), column), state);
      return;
    }
    panel.reveal(!focus);
    panel.show(panel === same ? panel.state : state);
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

  /** Sends every page what it shows now: after the time zone, the loaded records or the way to show ids changed. */
  changed(): void {
    for (const panel of this.#panels) {
      panel.send();
    }
  }

  dispose(): void {
    this.#listeners.dispose();
    for (const panel of this.#panels) {
      panel.dispose();
    }
  }

  #own(webviewPanel: vscode.WebviewPanel, state: RecordState): void {
    const openOther = ({ projectId, id }: RecordTarget): void => {
      this.show(projectId, id, { focus: true });
    };
    const panel = new RecordPanel(webviewPanel, state, { core: this.#core, live: this.#live, openOther });
    this.#panels.add(panel);
    webviewPanel.onDidDispose(() => this.#panels.delete(panel));
  }
}

function panelTabs(): readonly PanelTab[] {
  return vscode.window.tabGroups.all.flatMap(({ viewColumn, tabs }) =>
    tabs.flatMap(({ input, label, isPinned }) =>
      input instanceof vscode.TabInputWebview && input.viewType.endsWith(recordViewType)
        ? [{ label, column: viewColumn, isPinned }]
        : [],
    ),
  );
}
