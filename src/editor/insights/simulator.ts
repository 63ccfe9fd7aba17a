import { compare } from '../../insights/comparison.ts';
import type { Compared } from '../../insights/simulationInput.ts';
import type { Insights } from '../../insights/insights.ts';
import type { SimulationChoice } from '../../insights/insightsParts.ts';
import { simulate, type Simulation } from '../../insights/simulation.ts';
import { flipsAtATime } from '../../insights/simulationView.ts';
import { startFrom, type Thresholds } from '../../insights/thresholds.ts';
import { trialOf } from '../../insights/trial.ts';
import type { InsightsState } from '../../protocol/insights.ts';

/** A simulation and what was tried in it. */
export interface Simulated {
  readonly simulation: Simulation;
  readonly tried: Thresholds;
  readonly choices: readonly SimulationChoice[];
  readonly compared: Compared | undefined;
}

/**
 * Tries thresholds on the insights. A newer try ends the one that runs. Each method resolves to `true` where it has
 * made another simulation.
 */
export class Simulator {
  #state: InsightsState;
  #insights: Insights | undefined;
  #running = new AbortController();
  #simulated: Simulated | undefined;
  #mostFlips = flipsAtATime;

  constructor(state: InsightsState) {
    this.#state = state;
  }

  /** What the page keeps over a window reload. */
  get state(): InsightsState {
    return this.#state;
  }

  /** The newest simulation over what is looked at; undefined until there is one. */
  get simulated(): Simulated | undefined {
    return this.#simulated;
  }

  /** Begins with other submissions. What was tried for one project says nothing about another. */
  async begin(project: string, insights: Insights): Promise<boolean> {
    this.#insights = insights;
    this.#simulated = undefined;
    if (this.#state.project !== project) {
      const { choices } = this.#state;
      this.#state = { project, tried: [], ...(choices && { choices }) };
    }
    return await this.#simulate();
  }

  /** Tries another threshold for one check. */
  async try(check: number, threshold: number): Promise<boolean> {
    return await this.#try(this.#tried.map((before, index) => (index === check ? threshold : before)));
  }

  /** Tries the recorded thresholds again. */
  async reset(): Promise<boolean> {
    return await this.#try([]);
  }

  /** Tries the same thresholds in another way. */
  async choose(choice: SimulationChoice, on: boolean): Promise<boolean> {
    const others = this.#choices.filter((one) => one !== choice);
    this.#state = { ...this.#state, choices: on ? [...others, choice] : others };
    this.#mostFlips = flipsAtATime;
    return await this.#simulate();
  }

  /** Compares with what other thresholds do on the same submissions; undefined ends the comparison. */
  async compareWith(thresholds: Thresholds | undefined): Promise<boolean> {
    this.#state = { ...this.#state, compared: thresholds };
    return await this.#simulate();
  }

  /** Lists more of the submissions whose outcome would have been another one. */
  async showMoreFlips(): Promise<boolean> {
    this.#mostFlips += flipsAtATime;
    return await this.#simulate();
  }

  /** Ends what runs and forgets what was looked at. */
  stop(): void {
    this.#running.abort();
    this.#insights = undefined;
    this.#simulated = undefined;
  }

  get #tried(): Thresholds {
    const { tried } = this.#state;
    return tried.length > 0 ? tried : startFrom(this.#insights?.recorded ?? []);
  }

  get #choices(): readonly SimulationChoice[] {
    return this.#state.choices ?? [];
  }

  async #try(tried: Thresholds): Promise<boolean> {
    if (this.#insights === undefined) {
      return false;
    }
    this.#state = { ...this.#state, tried };
    this.#mostFlips = flipsAtATime;
    return await this.#simulate();
  }

  async #simulate(): Promise<boolean> {
    this.#running.abort();
    const { signal } = (this.#running = new AbortController());
    if (this.#insights === undefined) {
      return false;
    }
    const { sample } = this.#insights;
    const [tried, choices] = [this.#tried, this.#choices];
    const { compared: thresholds } = this.#state;
    const trial = trialOf(this.#insights, tried, choices);
    const simulation = await simulate(sample.columns, { ...trial, mostFlips: this.#mostFlips, signal });
    const counts = thresholds && (await compare(sample.columns, trial, thresholds, signal));
    if (simulation === undefined || signal.aborted) {
      return false;
    }
    const compared = thresholds && counts && { thresholds, counts };
    this.#simulated = { simulation, tried, choices, compared };
    return true;
  }
}
