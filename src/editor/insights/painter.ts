import { insightsOf, type Insights } from '../../insights/insights.ts';
import type { InsightsView, SimulationView } from '../../insights/insightsParts.ts';
import type { Marks } from '../../insights/marks.ts';
import { simulate, type Simulation } from '../../insights/simulation.ts';
import { flipsAtATime, simulationView } from '../../insights/simulationView.ts';
import { startFrom, type Thresholds } from '../../insights/thresholds.ts';
import { insightsView } from '../../insights/view.ts';
import type { EmptyView, InsightsState, InsightsToPage } from '../../protocol/insights.ts';
import type { ProjectState, State } from '../../session/state.ts';
import type { LoadedFilter } from '../../submissions/model/filter.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import { nothingLoaded, nothingToLookAt } from './emptyView.ts';
import { isStillRight, Scope } from './scope.ts';
import { inputOf } from './viewInput.ts';

/** What a painter needs from outside. */
export interface PainterNeeds {
  /** What is loaded now. */
  readonly state: () => State;
  readonly mask: () => Mask;
  /** The language in which dates are written. */
  readonly locale: string;
  readonly isVisible: () => boolean;
  readonly post: (message: InsightsToPage) => void;
}

/** What the page shows. */
export interface Painted {
  readonly projectId: string;
  readonly view: InsightsView;
  readonly simulation: SimulationView;
  /** What opens the submissions of the charts, and of the flips. */
  readonly marks: readonly Marks[];
}

interface Looked {
  /** With the filter of the page, which may be another one than that of the tree. */
  readonly shown: ProjectState;
  readonly insights: Insights;
  readonly generation: number;
}

interface Looking {
  readonly shown: ProjectState;
  readonly abort: AbortController;
}

/** Looks at what is loaded, tries thresholds on it, and tells the page what came of it. What is newer ends what runs. */
export class Painter {
  readonly #needs: PainterNeeds;
  #state: InsightsState;
  #looking: Looking | undefined;
  #looked: Looked | undefined;
  #simulating = new AbortController();
  #simulated: { readonly simulation: Simulation; readonly tried: Thresholds } | undefined;
  #painted: Painted | undefined;
  /** All that it depends on, to tell whether it would be the same again. */
  #paintedFrom: readonly unknown[] = [];
  #mostFlips = flipsAtATime;
  #generation = 0;
  readonly #scope = new Scope();
  /** The whole as the page has it. */
  #sent = '';
  #ended = false;

  constructor(needs: PainterNeeds, state: InsightsState) {
    this.#needs = needs;
    this.#state = state;
  }

  /** What the page shows now; undefined while that is nothing. */
  get painted(): Painted | undefined {
    return this.#painted;
  }

  /** Sends all to a page that begins anew. */
  async begin(): Promise<void> {
    this.#sent = '';
    this.#paintedFrom = [];
    await this.update();
  }

  /** Paints what is loaded now, as it is to be shown now, if the page can be seen. */
  async update(): Promise<void> {
    if (this.#ended || !this.#needs.isVisible()) {
      return;
    }
    const state = this.#needs.state();
    if (state.kind === 'idle' || state.loaded.count === 0) {
      this.#sendEmpty(nothingLoaded(state, this.#needs.mask()));
      return;
    }
    // The way to show ids may have changed, and that must not wait.
    this.#paint();
    const shown = this.#scope.of(state);
    if (this.#looked !== undefined && isStillRight(this.#looked.shown, shown)) {
      this.#looking?.abort.abort();
    } else if (this.#looking === undefined || !isStillRight(this.#looking.shown, shown)) {
      await this.#look(shown);
    }
  }

  /** Keeps what the page is about, whatever filter the tree gets now. */
  keepScope(): void {
    if (this.#looked !== undefined) {
      this.#scope.keep(this.#looked.shown);
    }
  }

  /** The filter that the tree had before the page changed it; undefined while the page goes by that of the tree. */
  get filterBefore(): LoadedFilter | undefined {
    return this.#scope.filterBefore(this.#needs.state());
  }

  /** Goes by the filter of the tree again. */
  async followTree(): Promise<void> {
    this.#scope.release();
    await this.update();
  }

  /** Tries another threshold for one check. */
  async try(check: number, threshold: number): Promise<void> {
    await this.#try(this.#tried.map((before, index) => (index === check ? threshold : before)));
  }

  /** Tries the recorded thresholds again. */
  async reset(): Promise<void> {
    await this.#try([]);
  }

  /** Names more of those that would have come out otherwise. */
  async showMoreFlips(): Promise<void> {
    this.#mostFlips += flipsAtATime;
    await this.#simulate();
  }

  /** Ends all that runs; nothing is sent any more. */
  end(): void {
    this.#ended = true;
    this.#stop();
  }

  get #tried(): Thresholds {
    const { tried } = this.#state;
    return tried.length > 0 ? tried : startFrom(this.#looked?.insights.recorded ?? []);
  }

  async #look(shown: ProjectState): Promise<void> {
    this.#looking?.abort.abort();
    const looking: Looking = { shown, abort: new AbortController() };
    const { signal } = looking.abort;
    this.#looking = looking;
    const { store, arrangement } = shown.loaded;
    const { filter, zone, nearness: margin } = arrangement;
    try {
      const insights = await insightsOf(store, filter, { zone, margin, now: Date.now() }, signal);
      if (insights !== undefined && !signal.aborted) {
        await this.#take({ shown, insights, generation: ++this.#generation });
      }
    } finally {
      this.#looking = this.#looking === looking ? undefined : this.#looking;
    }
  }

  async #take(looked: Looked): Promise<void> {
    const { shown, insights } = looked;
    const { columns, deleted } = insights.sample;
    if (columns.size === 0) {
      this.#sendEmpty(nothingToLookAt(shown.loaded, deleted));
      return;
    }
    this.#looking = undefined;
    this.#looked = looked;
    this.#simulated = undefined;
    if (this.#state.project !== shown.project.id) {
      // What was tried for one project says nothing about another.
      this.#state = { project: shown.project.id, tried: [] };
    }
    await this.#simulate();
  }

  async #try(tried: Thresholds): Promise<void> {
    if (this.#looked === undefined) {
      return;
    }
    this.#state = { project: this.#looked.shown.project.id, tried };
    this.#mostFlips = flipsAtATime;
    await this.#simulate();
  }

  async #simulate(): Promise<void> {
    this.#simulating.abort();
    const { signal } = (this.#simulating = new AbortController());
    if (this.#looked === undefined) {
      return;
    }
    const tried = this.#tried;
    const options = { thresholds: tried, mostFlips: this.#mostFlips, signal };
    const simulation = await simulate(this.#looked.insights.sample.columns, options);
    if (simulation !== undefined && !signal.aborted) {
      this.#simulated = { simulation, tried };
      this.#paint();
    }
  }

  /** Puts what was found into words, masked as it is to be now. */
  #paint(): void {
    if (this.#looked === undefined || this.#simulated === undefined) {
      return;
    }
    const { shown, insights, generation } = this.#looked;
    const { sample, recorded } = insights;
    const mask = this.#needs.mask();
    const now = this.#needs.state();
    const from = [this.#looked, this.#simulated, mask, now];
    if (from.every((one, index) => one === this.#paintedFrom[index])) {
      return;
    }
    this.#paintedFrom = from;
    const input = inputOf(shown, insights, {
      now,
      tree: this.#scope.besides(now),
      mask,
      generation,
      locale: this.#needs.locale,
    });
    const { view, marks } = insightsView(input);
    const store = shown.loaded.store;
    const tried = simulationView({ ...this.#simulated, store, sample, recorded, mask, generation });
    this.#painted = { projectId: shown.project.id, view, simulation: tried.view, marks: [marks, tried.marks] };
    this.#send(view, tried.view);
  }

  /** Sends the whole only when the page does not have it yet: while a slider moves the charts beside it stay. */
  #send(view: InsightsView, simulation: SimulationView): void {
    const state = this.#state;
    const text = JSON.stringify(view);
    this.#needs.post(
      text === this.#sent ? { kind: 'simulation', state, simulation } : { kind: 'insights', state, view, simulation },
    );
    this.#sent = text;
  }

  #sendEmpty(view: EmptyView): void {
    this.#stop();
    this.#sent = '';
    this.#needs.post({ kind: 'empty', state: this.#state, view });
  }

  #stop(): void {
    this.#looking?.abort.abort();
    this.#simulating.abort();
    this.#looking = undefined;
    this.#looked = undefined;
    this.#simulated = undefined;
    this.#painted = undefined;
  }
}
