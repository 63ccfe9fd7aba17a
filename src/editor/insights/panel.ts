import * as vscode from 'vscode';
import type { InsightsAction, InsightsState, InsightsToHost } from '../../protocol/insights.ts';
import { showPage } from '../page.ts';
import { readMessage } from './messages.ts';
import type { InsightsNeeds } from './needs.ts';
import { Painter } from './painter.ts';
import { takeAway } from './takeAway.ts';

/** The panel of the insights: a picture of what is loaded, and a simulation over it. Owns the panel. */
export class InsightsPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #needs: InsightsNeeds;
  readonly #painter: Painter;
  readonly #handlers: {
    readonly [Kind in InsightsToHost['kind']]: (message: InsightsToHost & { kind: Kind }) => Promise<void>;
  };

  constructor(panel: vscode.WebviewPanel, state: InsightsState, needs: InsightsNeeds) {
    this.#panel = panel;
    this.#needs = needs;
    const painter = new Painter(
      {
        state: () => needs.session.state,
        mask: needs.mask,
        locale: vscode.env.language,
        isVisible: () => panel.visible,
        post: (message) => {
          void panel.webview.postMessage(message);
        },
      },
      state,
    );
    this.#painter = painter;
    this.#handlers = {
      ready: async () => {
        await painter.begin();
      },
      run: async ({ action }) => {
        await this.#run(action);
      },
      try: async ({ check, threshold }) => {
        await painter.try(check, threshold);
      },
      showMark: async ({ key }) => {
        await this.#open(key);
      },
      saveSvg: async ({ name, svg }) => {
        await takeAway.svg(name, svg);
      },
    };
    showPage(panel, {
      extensionUri: needs.extensionUri,
      name: 'insights',
      guard: needs.guard,
      receive: async (message) => {
        await this.#receive(readMessage(message));
      },
      shown: () => {
        this.update();
      },
      closed: () => {
        painter.end();
      },
    });
    // What the page will ask for takes as long as the page takes to come.
    this.update();
  }

  /** Brings the panel to the front. */
  reveal(): void {
    this.#panel.reveal();
  }

  /** Looks again at what is loaded, and at how it is to be shown, as soon as the page can be seen. */
  update(): void {
    void this.#needs.guard(async () => {
      await this.#painter.update();
    });
  }

  /** Closes the panel. */
  dispose(): void {
    this.#panel.dispose();
  }

  async #receive<Kind extends InsightsToHost['kind']>(message: InsightsToHost & { kind: Kind }): Promise<void> {
    await this.#handlers[message.kind](message);
  }

  async #run(action: InsightsAction): Promise<void> {
    switch (action) {
      case 'resetThresholds':
        await this.#painter.reset();
        break;
      case 'showMoreFlips':
        await this.#painter.showMoreFlips();
        break;
      case 'copyMarkdown':
      case 'saveCsv':
        if (this.#painter.painted !== undefined) {
          await takeAway[action](this.#painter.painted.view, this.#painter.painted.simulation);
        }
        break;
      default:
        await this.#needs.run(action);
    }
  }

  async #open(key: string): Promise<void> {
    const { projectId, marks } = this.#painter.painted ?? { projectId: '', marks: [] };
    const target = marks.map((some) => some.targetOf(key)).find((one) => one !== undefined);
    if (target?.kind === 'some') {
      await this.#needs.showFiltered(target.filter);
    } else if (target !== undefined) {
      this.#needs.openRecord(projectId, target.id);
    }
  }
}
