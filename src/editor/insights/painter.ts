import { insightsOf, newestPolicyOf, type Insights } from '../../insights/insights.ts';
import type { InsightsView, SimulationView } from '../../insights/insightsParts.ts';
import type { Marks } from '../../insights/marks.ts';
import { simulationView } from '../../insights/simulationView.ts';
import { policyJson } from '../../insights/policyJson.ts';
import { insightsView } from '../../insights/view.ts';
import type { EmptyView, InsightsState, InsightsToPage } from '../../protocol/insights.ts';
import type { ProjectState, State } from '../../session/state.ts';
import { narrowed, noFilter, type LoadedFilter } from '../../submissions/model/filter.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import { maskedAlone } from '../../submissions/privacy/masked.ts';
import { nothingLoaded, nothingToLookAt } from './emptyView.ts';
import type { Trying } from './askForPolicy.ts';
import { isStillRight, Scope } from './scope.ts';
import { Simulator } from './simulator.ts';
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
  /** The tried thresholds as a policy of the service, in JSON. */
  readonly policy: string;
}

interface Looked {
  /** With the filter of the page, which may be another one than that of the tree. */
  readonly shown: ProjectState;
  readonly insights: Insights;
  readonly generation: number;
}

/** The view in words, and what it was made from. */
interface Worded {
  readonly from: readonly unknown[];
  readonly view: InsightsView;
  /** The view as JSON. */
  readonly text: string;
  readonly marks: Marks;
}

interface Looking {
  readonly shown: ProjectState;
  readonly abort: AbortController;
}

/**
 * Evaluates what is loaded, tries thresholds on it, and sends the outcome to the page. A newer run ends the one before.
 */
export class Painter {
  readonly #needs: PainterNeeds;
  readonly #simulator: Simulator;
  #looking: Looking | undefined;
  #looked: Looked | undefined;
  #painted: Painted | undefined;
  #worded: Worded | undefined;
  /** Everything that the last painting was made from, to tell whether another one would be the same. */
  #paintedFrom: readonly unknown[] = [];
  #generation = 0;
  readonly #scope = new Scope();
  /** The view that the page has, as JSON. Empty when the page has none. */
  #sent = '';
  #ended = false;

  constructor(needs: PainterNeeds, state: InsightsState) {
    this.#needs = needs;
    this.#simulator = new Simulator(state);
  }

  /** What the page shows now; undefined while it shows nothing, or shows ids in a way that is no longer allowed. */
  get painted(): Painted | undefined {
    return this.#paintedFrom.includes(this.#needs.mask()) ? this.#painted : undefined;
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
    // Paint first: the way to show ids may have changed, and that must not wait for the evaluation.
    this.#paint();
    const shown = this.#scope.of(state);
    if (this.#looked !== undefined && isStillRight(this.#looked.shown, shown)) {
      this.#looking?.abort.abort();
    } else if (this.#looking === undefined || !isStillRight(this.#looking.shown, shown)) {
      await this.#look(shown);
    }
  }

  /** The insights on which thresholds are tried, and the thresholds; undefined while there is nothing. */
  get trying(): Trying | undefined {
    const { simulated } = this.#simulator;
    if (this.#looked === undefined || simulated === undefined) {
      return undefined;
    }
    const { shown, insights } = this.#looked;
    const { zone } = shown.loaded.arrangement;
    return { ...simulated, projectId: shown.project.id, insights, zone, locale: this.#needs.locale };
  }

  /** Keeps what the page is about, whatever filter the tree gets now. */
  keepScope(): void {
    if (this.#looked !== undefined) {
      this.#scope.keep(this.#looked.shown);
    }
  }

  /** The filter of the page. */
  get filter(): LoadedFilter {
    return this.#looked?.shown.loaded.arrangement.filter ?? noFilter;
  }

  /** Looks at what another filter lets through, while the tree keeps its own. */
  async lookAt(filter: LoadedFilter): Promise<void> {
    if (this.#looked !== undefined) {
      this.#scope.narrow(this.#looked.shown, filter);
      await this.update();
    }
  }

  /** Looks at the submissions that were checked under the newest policy, of those that the page is about. */
  async lookAtNewestPolicy(): Promise<void> {
    const policy = this.#looked && newestPolicyOf(this.#looked.insights);
    if (policy !== undefined) {
      await this.lookAt(narrowed(this.filter, { policy: policy.key }));
    }
  }

  /** Goes by the filter of the tree again. */
  async followTree(): Promise<void> {
    this.#scope.release();
    await this.update();
  }

  /** Has the simulator try something, and paints what comes of it. */
  async simulate(attempt: (simulator: Simulator) => Promise<boolean>): Promise<void> {
    if (await attempt(this.#simulator)) {
      this.#paint();
    }
  }

  /** Ends all that runs; nothing is sent any more. */
  end(): void {
    this.#ended = true;
    this.#stop();
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
    await this.simulate(async (simulator) => await simulator.begin(shown.project.id, insights));
  }

  /** Puts the outcome into words, with ids masked as the mask is now, and sends it if anything has changed. */
  #paint(): void {
    const { simulated } = this.#simulator;
    if (this.#looked === undefined || simulated === undefined) {
      return;
    }
    const { shown, insights, generation } = this.#looked;
    const mask = this.#needs.mask();
    const words = this.#words(this.#looked, mask);
    const from = [words, simulated, mask];
    if (from.every((one, index) => one === this.#paintedFrom[index])) {
      return;
    }
    this.#paintedFrom = from;
    const tried = simulationView({ ...simulated, store: shown.loaded.store, insights, mask, generation });
    this.#painted = {
      projectId: shown.project.id,
      view: words.view,
      simulation: tried.view,
      marks: [words.marks, tried.marks],
      policy: policyJson(simulated.tried, maskedAlone(newestPolicyOf(insights)?.occlusion, mask)),
    };
    this.#send(words, tried.view);
  }

  /** The view without the simulation. Returns the same object as long as nothing that it is made from has changed. */
  #words({ shown, insights, generation }: Looked, mask: Mask): Worded {
    const now = this.#needs.state();
    const from = [insights, mask, now];
    if (this.#worded === undefined || from.some((one, index) => one !== this.#worded?.from[index])) {
      const besides = this.#scope.besides(now);
      const input = inputOf(shown, insights, { now, besides, mask, generation, locale: this.#needs.locale });
      const made = insightsView(input);
      this.#worded = { from, ...made, text: JSON.stringify(made.view) };
    }
    return this.#worded;
  }

  /** Sends the whole view only when the page does not have it yet. While a slider moves, the charts beside it stay. */
  #send({ view, text }: Worded, simulation: SimulationView): void {
    const { state } = this.#simulator;
    this.#needs.post(
      text === this.#sent ? { kind: 'simulation', state, simulation } : { kind: 'insights', state, view, simulation },
    );
    this.#sent = text;
  }

  #sendEmpty(view: EmptyView): void {
    this.#stop();
    this.#sent = '';
    this.#needs.post({ kind: 'empty', state: this.#simulator.state, view });
  }

  #stop(): void {
    this.#looking?.abort.abort();
    this.#simulator.stop();
    this.#looking = undefined;
    this.#looked = undefined;
    this.#painted = undefined;
  }
}
