import { largestPage } from '../api/address.ts';
import type { Failure } from '../api/failure.ts';
import type { Patience } from '../api/retry.ts';
import type { Connect } from '../sources/connect.ts';
import { noFilter } from '../submissions/model/filter.ts';
import type { Arrangement } from './arrangement.ts';
import type { Loaded } from './loaded.ts';
import { readNewer } from './newer.ts';
import { Records } from './records.ts';
import { countFor, pagesAtATime, Walk, type Opening } from './walk.ts';
import type { Days, Project, Shown, State } from './state.ts';

/** What a session needs from outside. */
export interface SessionOptions {
  /** Where the pages of a project come from. */
  readonly connect: Connect;
  readonly pageSize: () => number;
  /** How what is loaded is shown at first. */
  readonly arrangement: Arrangement;
  readonly changed: (state: State) => void;
}

/** While much is loaded the views follow at this pace, in ms. */
const pace = 500;

/** Holds what is loaded and is the only place that loads. One request runs at a time; the newest project or filter wins. */
export class Session {
  /** Single records, whatever list they are in. */
  readonly records: Records;
  readonly #options: SessionOptions;
  #arrangement: Arrangement;
  #state: State = { kind: 'idle' };
  /** The walk that is shown. */
  #walk: Walk | undefined;
  /** The walk that reads again what is shown, until it takes its place. */
  #rereading: Walk | undefined;
  #loading: Promise<void> | undefined;
  /** Ends the look for newer submissions, which nobody waits for. */
  #background: AbortController | undefined;
  /** What trying again does. */
  #repeat: ((walk: Walk) => Promise<void>) | undefined;
  /** When growth was shown last, in ms of the performance clock. */
  #shownAt = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#arrangement = options.arrangement;
    this.records = new Records({
      connect: options.connect,
      walks: () => [this.#walk, this.#rereading].filter((walk) => walk !== undefined),
      changed: () => {
        this.#republish();
      },
    });
  }

  /** What the views show now. */
  get state(): State {
    return this.#state;
  }

  /** How what is loaded is shown, or will be as soon as it is sorted. */
  get arrangement(): Arrangement {
    return this.#arrangement;
  }

  /** Shows a project from its first page, or nothing at all. Ends whatever was being loaded. */
  async open(project: Project | undefined, days?: Days): Promise<void> {
    this.#walk?.opening.abort.abort();
    this.#loading = undefined;
    this.#rereading = undefined;
    if (this.#walk !== undefined) {
      this.records.leave(this.#walk);
    }
    if (project?.id !== this.#walk?.opening.project.id) {
      this.records.forget();
      this.#arrangement = { ...this.#arrangement, filter: noFilter };
    }
    if (project === undefined) {
      this.#walk = undefined;
      this.#publish({ kind: 'idle' });
      return;
    }
    this.#walk = this.#start({ project, days, abort: new AbortController() });
    await this.loadOlder();
  }

  /** Groups, filters or sorts what is loaded in another way; nothing is asked of the service. */
  async arrange(change: Partial<Arrangement>): Promise<void> {
    this.#arrangement = { ...this.#arrangement, ...change };
    await this.#walk?.collection.arrange(this.#arrangement);
    this.#republish();
  }

  /** Does once more what failed last: the next page, or reading all again. */
  async tryAgain(): Promise<void> {
    const { kind } = this.#state.kind === 'failed' ? this.#state.failure : this.#state;
    // A walk that went in circles is over: only another one can do better.
    await (kind === 'endless' || this.#repeat === undefined ? this.refresh() : this.#alone(this.#repeat));
  }

  /** Loads the next page, and after an empty one those behind it, at most five. While one is being loaded, joins it. */
  async loadOlder(): Promise<void> {
    await this.#alone(async (walk) => {
      await this.#readOlder(walk, this.#options.pageSize());
    });
  }

  /** Loads pages until the group of this status gained a submission, at most five. */
  async loadOlderOf(status: string): Promise<void> {
    await this.#alone(async (walk) => {
      const count = ({ groups }: Loaded): number => groups.groups.get(status)?.count ?? 0;
      const before = count(walk.collection.loaded);
      const gained = (loaded: Loaded): boolean => count(loaded) > before;
      await this.#readOlder(walk, this.#options.pageSize(), gained);
    });
  }

  /**
   * Loads all that the service has, until the signal comes. `goOn` is asked after each page, with how many are loaded;
   * what was loaded stays, whatever ends it.
   */
  async loadAll(signal: AbortSignal, goOn: (count: number) => Promise<boolean>): Promise<void> {
    // All of this project: another one may be opened while this waits.
    const ended = AbortSignal.any([signal, ...(this.#walk === undefined ? [] : [this.#walk.opening.abort.signal])]);
    // Whoever only joined what is being loaded would get no more than that.
    while (this.#loading !== undefined) {
      await this.#loading;
    }
    if (ended.aborted) {
      return;
    }
    await this.#alone(
      async (walk) => {
        const done = async ({ count }: Loaded): Promise<boolean> => {
          this.#showGrowth(walk);
          return ended.aborted || !(await goOn(count));
        };
        const failure = await walk.readUntil(done, { count: largestPage, signal: ended });
        this.#show(walk, ended.aborted ? undefined : failure);
      },
      async (walk) => {
        await this.#readOlder(walk, largestPage);
      },
    );
  }

  /** Reads again what is loaded, and shows it once all of it has come; a failure leaves everything as it was. */
  async refresh(signal = new AbortController().signal): Promise<void> {
    await this.#alone(async (walk) => {
      await this.#readAgain(walk, this.#start(walk.opening), signal);
    });
  }

  /**
   * Looks for what came since the newest submission, and adds it silently. Aborted when a person loads something.
   * Returns the failure, of which nothing is shown.
   */
  async loadNewer(): Promise<Failure | undefined> {
    const walk = this.#walk;
    if (walk === undefined || this.#loading !== undefined || walk.collection.loaded.pages.length === 0) {
      return undefined;
    }
    this.#background?.abort();
    this.#background = new AbortController();
    const signal = AbortSignal.any([this.#background.signal, walk.opening.abort.signal]);
    const ask = this.#options.connect(walk.opening.project, { attempts: 1 });
    const { gained, failure } = await readNewer(walk, ask, { count: this.#options.pageSize(), signal });
    if (gained > 0 && this.#walk === walk) {
      this.#republish();
    }
    return failure?.kind === 'cancelled' ? undefined : failure;
  }

  #start(opening: Opening): Walk {
    const onWait: Patience['onWait'] = (wait) => {
      if (this.#state.kind === 'loading' && this.#walk?.opening === opening) {
        this.#publish({ ...this.#state, wait });
      }
    };
    return new Walk(opening, this.#options.connect(opening.project, { onWait }), this.#arrangement);
  }

  /** Reads pages until `done`, or else until something came; at most five. */
  async #readOlder(walk: Walk, count: number, done?: (loaded: Loaded) => boolean): Promise<void> {
    const before = walk.collection.loaded.received;
    const came = ({ received }: Loaded): boolean => received > before;
    this.#show(walk, await walk.readUntil(done ?? came, { count }, pagesAtATime));
  }

  /** Reads with another walk as much as this one has loaded. After a failure, trying again goes on with the same walk. */
  async #readAgain(walk: Walk, fresh: Walk, signal: AbortSignal): Promise<void> {
    this.#rereading = fresh;
    const wanted = walk.collection.loaded.received;
    const count = countFor(wanted, this.#options.pageSize());
    const failure = await fresh.readUntil(({ received }) => received >= wanted, { count, signal });
    if (failure === undefined) {
      this.records.leave(walk);
      await this.records.askAgain(fresh, AbortSignal.any([signal, walk.opening.abort.signal]));
      await this.#replace(walk, fresh);
    } else if (this.#walk === walk) {
      this.#repeat = async (now) => {
        await this.#readAgain(now, fresh, new AbortController().signal);
      };
      this.#show(walk, signal.aborted ? undefined : failure);
    }
  }

  /** One thing at a time: whoever asks while something is being loaded waits for that instead. */
  async #alone(load: (walk: Walk) => Promise<void>, again = load): Promise<void> {
    const walk = this.#walk;
    if (walk === undefined) {
      return;
    }
    this.#background?.abort();
    if (this.#loading !== undefined) {
      await this.#loading;
      return;
    }
    const loading = Promise.withResolvers<undefined>();
    // Before anything is published: whoever hears of it may ask for more at once.
    this.#loading = loading.promise;
    this.#repeat = again;
    try {
      this.#publish({ kind: 'loading', ...this.#shown(walk) });
      await load(walk);
    } finally {
      if (this.#walk?.opening === walk.opening) {
        this.#loading = undefined;
        if (this.#state.kind === 'loading') {
          // Ended by an error of ours, which is told where it is caught. Only a person tries again.
          this.#show(this.#walk, { kind: 'cancelled' });
        }
      }
      loading.resolve(undefined);
    }
  }

  /** Shows what was read again, unless another project was opened. */
  async #replace(walk: Walk, fresh: Walk): Promise<void> {
    // Filter, grouping or time zone may have changed meanwhile, and may do so again.
    while (this.#walk === walk && fresh.collection.loaded.arrangement !== this.#arrangement) {
      await fresh.collection.arrange(this.#arrangement);
    }
    if (this.#walk === walk) {
      this.#walk = fresh;
      this.#rereading = undefined;
      this.#show(fresh);
    }
  }

  #showGrowth(walk: Walk): void {
    if (this.#walk === walk && this.#state.kind === 'loading' && performance.now() - this.#shownAt >= pace) {
      this.#shownAt = performance.now();
      this.#publish({ kind: 'loading', ...this.#shown(walk) });
    }
  }

  #show(walk: Walk, failure?: Failure): void {
    if (this.#walk === walk) {
      const shown = this.#shown(walk);
      this.#publish(failure === undefined ? { kind: 'ready', ...shown } : { kind: 'failed', failure, ...shown });
    }
  }

  #shown(walk: Walk): Shown {
    const { project, days } = walk.opening;
    return { project, days, loaded: walk.collection.loaded, lookedUp: this.records.lookedUp(walk) };
  }

  #republish(): void {
    if (this.#walk !== undefined && this.#state.kind !== 'idle') {
      this.#publish({ ...this.#state, ...this.#shown(this.#walk) });
    }
  }

  #publish(state: State): void {
    this.#state = state;
    this.#options.changed(state);
  }
}
