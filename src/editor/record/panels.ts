import * as vscode from 'vscode';
import type { RecordState } from '../../protocol/record.ts';
import { readState } from './messages.ts';
import type { Core } from '../core.ts';
import type { LiveRecords } from './liveRecords.ts';
import { RecordPanel, type ShownTarget } from './panel.ts';
import { pinnedPanels, type PanelTab } from './pinnedPanels.ts';
import { revealRow, rowOf, type RowTarget } from './rowOfRecord.ts';
import { isSameRecord } from './targets.ts';
import { shownTitle } from './toPage.ts';

/** The type of the panel, as VS Code remembers it over a reload. */
export const recordViewType = 'faceauth.record';

/** All record panels: one follows what is selected, those whose tab is pinned stay. Disposing closes them. */
export class RecordPanels implements vscode.Disposable {
  readonly #core: Core;
  readonly #live: LiveRecords;
  readonly #panels = new Set<RecordPanel>();
  readonly #listeners: vscode.Disposable;
  /** What was opened and has no row yet: a look-up opens the panel before the record is there. */
  #rowless: RowTarget | undefined;

  constructor(core: Core, live: LiveRecords) {
    this.#core = core;
    this.#live = live;
    this.#listeners = vscode.Disposable.from(
      core.onDidChangeState(() => {
        this.changed();
        if (this.#rowless !== undefined) {
          this.follow(this.#rowless);
        }
      }),
      core.shell.view.onDidChangeSelection(() => {
        this.#rowless = undefined;
      }),
      core.screenShare.onDidChange(() => {
        this.changed();
      }),
      core.store.onDidChangeList(() => {
        this.changed();
      }),
      // Without a list, nothing else tells of another time zone.
      core.settings.onDidChange(() => {
        this.changed();
      }),
    );
  }

  /** The record in the panel that has the focus, if one has. */
  get active(): RowTarget | undefined {
    return [...this.#panels].find(({ active }) => active)?.target;
  }

  /**
   * Shows a record: in the panel that has it already, else in one whose tab is not pinned, `preferred` before others. The
   * focus stays where it is unless `focus` asks for it, so that a list can be walked through.
   */
  show(target: RowTarget, { focus = false, preferred }: ShowOptions = {}): void {
    this.#rowless = undefined;
    const { projectId, id, serviceProject, rowId } = target;
    const state: RecordState = { projectId, id, serviceProject, showDeleted: false };
    const panels = [...this.#panels];
    const same = panels.find((panel) => isSameRecord(panel.state, target));
    const pinned = pinnedPanels(panels, panelTabs());
    const candidates = preferred === undefined ? panels : [preferred, ...panels];
    const panel = same ?? candidates.find((one) => !pinned.includes(one));
    if (panel === undefined) {
      const column = { viewColumn: vscode.ViewColumn.Active, preserveFocus: !focus };
      const made = vscode.window.createWebviewPanel(recordViewType, shownTitle(id, this.#core.mask()), column);
      this.#own(made, { state, rowId });
      return;
    }
    panel.reveal(!focus);
    panel.show({ state: panel === same ? panel.state : state, rowId });
  }

  /** Takes over a panel that VS Code kept over a reload. One that kept no record has nothing to show and closes. */
  restore(panel: vscode.WebviewPanel, kept: unknown): void {
    const state = readState(kept);
    if (state === undefined) {
      panel.dispose();
    } else {
      this.#own(panel, { state });
    }
  }

  /** Sends every page what it shows now: after the time zone, the loaded records or the way to show ids changed. */
  changed(): void {
    for (const panel of this.#panels) {
      panel.send();
    }
  }

  /**
   * Selects the row of a record that was opened outside of the tree, as soon as it has one. Only where the tree is
   * visible.
   */
  follow(target: RowTarget): void {
    const { visible } = this.#core.shell.view;
    const row = visible ? rowOf(this.#core, target) : undefined;
    this.#rowless = visible && row === undefined ? target : undefined;
    if (row !== undefined) {
      void this.#core.guard(async () => {
        await revealRow(this.#core, row);
      });
    }
  }

  dispose(): void {
    this.#listeners.dispose();
    for (const panel of this.#panels) {
      panel.dispose();
    }
  }

  #own(webviewPanel: vscode.WebviewPanel, shown: ShownTarget): void {
    const openOther = (target: RowTarget, preferred: RecordPanel): void => {
      this.show(target, { focus: true, preferred });
      this.follow(target);
    };
    const panel = new RecordPanel(webviewPanel, shown, { core: this.#core, live: this.#live, openOther });
    this.#panels.add(panel);
    webviewPanel.onDidDispose(() => this.#panels.delete(panel));
  }
}

/** How a record is shown. */
interface ShowOptions {
  readonly focus?: boolean;
  readonly preferred?: RecordPanel;
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
