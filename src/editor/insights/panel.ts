import type * as vscode from 'vscode';
import type { InsightsAction, InsightsState, InsightsToHost, InsightsToPage } from '../../protocol/insights.ts';
import { conditionsOf, noFilter } from '../../submissions/model/filter.ts';
import type { Core } from '../core.ts';
import { ExportPlaces } from '../export/exportPlaces.ts';
import { tellOtherProject } from '../project/noProject.ts';
import { openRecord } from '../record/openRecord.ts';
import { tellRowsGone } from '../record/targets.ts';
import { languageOfWords } from '../window/language.ts';
import { PagePanel, type Handlers } from '../window/pagePanel.ts';
import { askForPolicy } from './askForPolicy.ts';
import { readMessage } from './messages.ts';
import { Painter } from './painter.ts';
import { runAction, showFiltered } from './runAction.ts';
import { takeAway } from './takeAway.ts';

/** The panel of the insights: a picture of what is loaded, and a simulation over it. Owns the panel. */
export class InsightsPanel {
  readonly #core: Core;
  readonly #page: PagePanel<InsightsToHost, InsightsToPage>;
  readonly #painter: Painter;

  constructor(panel: vscode.WebviewPanel, state: InsightsState, core: Core) {
    this.#core = core;
    const painter = new Painter(
      {
        state: () => core.session.state,
        mask: core.mask,
        locale: languageOfWords(),
        isVisible: () => panel.visible,
        post: (message) => {
          this.#page.send(message);
        },
      },
      state,
    );
    this.#painter = painter;
    const handlers: Handlers<InsightsToHost> = {
      ready: async () => {
        await painter.begin();
      },
      run: async ({ action }) => {
        await this.#run(action);
      },
      try: async ({ check, threshold }) => {
        await painter.simulate(async (simulator) => await simulator.try(check, threshold));
      },
      choose: async ({ choice, on }) => {
        await painter.simulate(async (simulator) => await simulator.choose(choice, on));
      },
      widen: async ({ condition }) => {
        const without = conditionsOf(painter.filter)[condition]?.without;
        if (without !== undefined) {
          await painter.lookAt(without);
        }
      },
      showMark: async ({ key }) => {
        await this.#open(key);
      },
      saveSvg: async ({ name, svg }) => {
        await takeAway.svg(name, svg);
      },
    };
    this.#page = new PagePanel(panel, {
      extensionUri: core.extensionUri,
      guard: core.guard,
      name: 'insights',
      read: readMessage,
      handlers,
      shown: () => {
        this.update();
      },
      closed: () => {
        painter.end();
      },
    });
    // Begin now: the evaluation runs while the page is still loading.
    this.update();
  }

  /** Brings the panel to the front. */
  reveal(): void {
    this.#page.reveal();
  }

  /** Looks again at what is loaded, and at how it is to be shown, as soon as the page can be seen. */
  update(): void {
    const { guard, session, shown } = this.#core;
    void guard(async () => {
      await this.#painter.update();
    });
    // After a restore, or when another window removed the project, the project shown is unread. A visible panel reads
    // it, as the list does.
    if (session.state.kind === 'ready' && session.state.unread && this.#page.visible) {
      void guard(async () => {
        await shown.read();
      });
    }
  }

  /** Closes the panel. */
  dispose(): void {
    this.#page.dispose();
  }

  async #run(action: InsightsAction): Promise<void> {
    switch (action) {
      case 'resetThresholds':
        await this.#painter.simulate(async (simulator) => await simulator.reset());
        break;
      case 'showMoreFlips':
        await this.#painter.simulate(async (simulator) => await simulator.showMoreFlips());
        break;
      case 'followTree':
        await this.#painter.followTree();
        break;
      case 'showInTree':
        await showFiltered(this.#core, this.#painter.filter);
        break;
      case 'lookAtAll':
        await this.#painter.lookAt(noFilter);
        break;
      case 'lookAtNewestPolicy':
        await this.#painter.lookAtNewestPolicy();
        break;
      case 'clearFilters':
        await runAction(action, this.#core);
        await this.#painter.followTree();
        break;
      case 'copyPolicy':
        if (this.#painter.painted !== undefined) {
          await takeAway.policy(this.#painter.painted.policy);
        }
        break;
      case 'compareWith':
        await this.#compare();
        break;
      case 'copyMarkdown':
        if (this.#painter.painted !== undefined) {
          await takeAway.copyMarkdown(this.#painter.painted);
        }
        break;
      case 'saveCsv':
        await this.#saveCsv();
        break;
      default:
        await runAction(action, this.#core);
    }
  }

  /**
   * Saves the CSV. While the dialog is open, another project may be shown or screen-share mode be switched, so the
   * content is taken afterwards.
   */
  async #saveCsv(): Promise<void> {
    const before = this.#painter.painted;
    if (before !== undefined) {
      await takeAway.saveCsv(new ExportPlaces(this.#core.workspaceState), () => {
        const now = this.#painter.painted;
        return now?.projectId === before.projectId ? now : undefined;
      });
    }
  }

  async #compare(): Promise<void> {
    const { trying } = this.#painter;
    const chosen = trying && (await askForPolicy(trying));
    if (chosen === undefined) {
      return;
    }
    if (this.#core.shown.current?.id === trying?.projectId) {
      await this.#painter.simulate(async (simulator) => await simulator.compareWith(chosen.thresholds));
    } else {
      tellOtherProject();
    }
  }

  async #open(key: string): Promise<void> {
    const { projectId, marks } = this.#painter.painted ?? { projectId: '', marks: [] };
    const target = marks.map((some) => some.targetOf(key)).find((one) => one !== undefined);
    if (target?.kind === 'some' || target?.kind === 'found') {
      this.#painter.keepScope();
      await showFiltered(this.#core, target.kind === 'some' ? target.filter : target.find());
    } else if (target === undefined) {
      tellRowsGone();
    } else {
      await openRecord(projectId, target.id);
    }
  }
}
