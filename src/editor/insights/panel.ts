import type * as vscode from 'vscode';
import { insightsOf, type Insights } from '../../insights/insights.ts';
import type { MarkTarget, Marks } from '../../insights/marks.ts';
import { simulate } from '../../insights/simulation.ts';
import { mostFlips, simulationView } from '../../insights/simulationView.ts';
import type { Thresholds } from '../../insights/thresholds.ts';
import type { InsightsView, SimulationView } from '../../insights/insightsParts.ts';
import { insightsView } from '../../insights/view.ts';
import type {
  EmptyView,
  InsightsAction,
  InsightsState,
  InsightsToHost,
  InsightsToPage,
} from '../../protocol/insights.ts';
import type { State } from '../../session/state.ts';
import { showPage } from '../page.ts';
import { nothingLoaded, nothingToLookAt } from './emptyView.ts';
import { readMessage } from './messages.ts';
import type { InsightsNeeds } from './needs.ts';
import { takeAway } from './takeAway.ts';
import { inputOf } from './viewInput.ts';

/** What the page shows now, and what its marks open. */
interface Painted {
  readonly shown: Exclude<State, { kind: 'idle' }>;
  readonly insights: Insights;
  readonly view: InsightsView;
  readonly marks: Marks;
}

/** The panel of the insights: a picture of what is loaded, and a simulation over it. Owns the panel. */
export class InsightsPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #needs: InsightsNeeds;
  readonly #handlers: {
    readonly [Kind in InsightsToHost['kind']]: (message: InsightsToHost & { kind: Kind }) => Promise<void>;
  };
  #state: InsightsState;
  #painted: Painted | undefined;
  #simulation: { readonly view: SimulationView; readonly marks: Marks } | undefined;
  #simulating = new AbortController();
  /** The whole as the page has it. */
  #sent = '';
  #isDue = false;
  #isPainting = false;

  constructor(panel: vscode.WebviewPanel, state: InsightsState, needs: InsightsNeeds) {
    this.#panel = panel;
    this.#state = state;
    this.#needs = needs;
    this.#handlers = {
      ready: async () => {
        this.#sent = '';
        this.update();
      },
      run: async ({ action }) => {
        await this.#run(action);
      },
      try: async ({ check, threshold }) => {
        await this.#try(this.#tried.with(check, threshold));
      },
      showMark: async ({ key }) => {
        await this.#open(this.#painted?.marks.targetOf(key) ?? this.#simulation?.marks.targetOf(key));
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
        this.#simulating.abort();
      },
    });
  }

  /** Brings the panel to the front. */
  reveal(): void {
    this.#panel.reveal();
  }

  /** Looks again at what is loaded, as soon as the page can be seen; of many changes at a time only the last counts. */
  update(): void {
    this.#isDue = true;
    if (!this.#isPainting) {
      void this.#needs.guard(async () => {
        await this.#paintWhileDue();
      });
    }
  }

  /** Closes the panel. */
  dispose(): void {
    this.#panel.dispose();
  }

  get #tried(): Thresholds {
    return this.#state.tried.length > 0 ? this.#state.tried : (this.#painted?.insights.recorded ?? []);
  }

  async #paintWhileDue(): Promise<void> {
    this.#isPainting = true;
    try {
      while (this.#isDue && this.#panel.visible) {
        this.#isDue = false;
        await this.#paint(this.#needs.session.state);
      }
    } finally {
      this.#isPainting = false;
    }
  }

  async #paint(state: State): Promise<void> {
    const mask = this.#needs.mask();
    if (state.kind === 'idle' || state.loaded.count === 0) {
      this.#sendEmpty(nothingLoaded(state, mask));
      return;
    }
    const before = this.#painted;
    if (before === undefined || !isStillRight(before, state)) {
      const { store, arrangement } = state.loaded;
      const { filter, zone, nearness: margin } = arrangement;
      const insights = await insightsOf(store, filter, { zone, margin });
      if (insights.sample.columns.size === 0) {
        this.#sendEmpty(nothingToLookAt(insights.sample.deleted));
        return;
      }
      this.#painted = { shown: state, insights, ...insightsView(inputOf(state, insights, mask)) };
    } else {
      this.#painted = { ...before, ...insightsView(inputOf(before.shown, before.insights, mask)) };
    }
    await this.#try(this.#state.tried);
  }

  /** Tries thresholds, the recorded ones when there are none; the newest to be tried wins. */
  async #try(tried: Thresholds): Promise<void> {
    this.#state = { tried };
    const painted = this.#painted;
    if (painted === undefined) {
      return;
    }
    this.#simulating.abort();
    const abort = new AbortController();
    this.#simulating = abort;
    const { columns } = painted.insights.sample;
    const options = { thresholds: this.#tried, mostFlips, signal: abort.signal };
    const simulation = await simulate(columns, options);
    if (simulation === undefined) {
      return;
    }
    const { recorded, sample } = painted.insights;
    const { store } = painted.shown.loaded;
    const mask = this.#needs.mask();
    this.#simulation = simulationView({ store, sample, simulation, recorded, tried: this.#tried, mask });
    this.#send(painted.view, this.#simulation.view);
  }

  #sendEmpty(view: EmptyView): void {
    this.#painted = undefined;
    this.#simulation = undefined;
    this.#sent = '';
    this.#post({ kind: 'empty', state: this.#state, view });
  }

  /** Sends the whole only when the page does not have it yet: while a slider moves the charts beside it stay. */
  #send(view: InsightsView, simulation: SimulationView): void {
    const state = this.#state;
    const text = JSON.stringify(view);
    this.#post(
      text === this.#sent ? { kind: 'simulation', state, simulation } : { kind: 'insights', state, view, simulation },
    );
    this.#sent = text;
  }

  #post(message: InsightsToPage): void {
    void this.#panel.webview.postMessage(message);
  }

  async #receive<Kind extends InsightsToHost['kind']>(message: InsightsToHost & { kind: Kind }): Promise<void> {
    await this.#handlers[message.kind](message);
  }

  async #run(action: InsightsAction): Promise<void> {
    switch (action) {
      case 'resetThresholds':
        await this.#try([]);
        break;
      case 'copyMarkdown':
      case 'saveCsv':
        if (this.#painted !== undefined && this.#simulation !== undefined) {
          await takeAway[action](this.#painted.view, this.#simulation.view);
        }
        break;
      default:
        await this.#needs.run(action);
    }
  }

  async #open(target: MarkTarget | undefined): Promise<void> {
    const { shown } = this.#painted ?? {};
    if (target === undefined || shown === undefined) {
      return;
    }
    if (target.kind === 'some') {
      await this.#needs.showFiltered(target.filter);
    } else {
      this.#needs.openRecord(shown.project.id, shown.loaded.store.at(target.number).id);
    }
  }
}

/** While more is being loaded what was found before stays: the end of it is soon enough. */
function isStillRight({ shown }: Painted, { kind, loaded }: Exclude<State, { kind: 'idle' }>): boolean {
  const { store, arrangement } = shown.loaded;
  const isGrowing = kind === 'loading' && store === loaded.store && arrangement === loaded.arrangement;
  return isGrowing || shown.loaded === loaded;
}
