import { largestPage } from '../api/address.ts';
import type { Failure } from '../api/failure.ts';
import type { Patience } from '../api/retry.ts';
import type { Connect } from '../sources/connect.ts';
import { noFilter } from '../submissions/model/filter.ts';
import type { Arrangement } from './arrangement.ts';
import { received, type Loaded } from './loaded.ts';
import { readNewer } from './newer.ts';
import { Records } from './records.ts';
import { countFor, pagesAtATime, Run } from './run.ts';
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
  #run: Run | undefined;
  #loading: Promise<void> | undefined;
  #quiet: AbortController | undefined;
  #last: ((run: Run) => Promise<void>) | undefined;
  #shownAt = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#arrangement = options.arrangement;
    this.records = new Records({
      connect: options.connect,
      run: () => this.#run,
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
    this.#run?.abort.abort();
    this.#loading = undefined;
    if (this.#run !== undefined) {
      this.records.leave(this.#run);
    }
    if (project?.id !== this.#run?.project.id) {
      this.records.forget();
      this.#arrangement = { ...this.#arrangement, filter: noFilter };
    }
    if (project === undefined) {
      this.#run = undefined;
      this.#publish({ kind: 'idle' });
      return;
    }
    this.#run = this.#start(project, days);
    await this.loadOlder();
  }

  /** Groups, filters or sorts what is loaded in another way; nothing is asked of the service. */
  async arrange(change: Partial<Arrangement>): Promise<void> {
    this.#arrangement = { ...this.#arrangement, ...change };
    await this.#run?.collection.arrange(this.#arrangement);
    this.#republish();
  }

  /** Does once more what failed last: the next page, or reading all again. */
  async tryAgain(): Promise<void> {
    const { kind } = this.#state.kind === 'failed' ? this.#state.failure : this.#state;
    // A walk that went in circles is over: only another one can do better.
    await (kind === 'endless' || this.#last === undefined ? this.refresh() : this.#alone(this.#last));
  }

  /** Loads the next page. While one is being loaded, joins it. */
  async loadOlder(): Promise<void> {
    await this.#alone(async (run) => {
      this.#show(run, await run.readPage({ count: this.#options.pageSize() }));
    });
  }

  /** Loads pages until the group of this status gained a submission, at most five. */
  async loadOlderOf(status: string): Promise<void> {
    await this.#alone(async (run) => {
      const count = ({ groups }: Loaded): number => groups.groups.get(status)?.count ?? 0;
      const before = count(run.collection.loaded);
      const gained = (loaded: Loaded): boolean => count(loaded) > before;
      this.#show(run, await run.readUntil(gained, { count: this.#options.pageSize() }, pagesAtATime));
    });
  }

  /**
   * Loads all that the service has, until the signal comes. `goOn` is asked after each page, with how many are loaded;
   * what was loaded stays, whatever ends it.
   */
  async loadAll(signal: AbortSignal, goOn: (count: number) => Promise<boolean>): Promise<void> {
    // All of this project: another one may be opened while this waits.
    const ended = AbortSignal.any([signal, ...(this.#run === undefined ? [] : [this.#run.abort.signal])]);
    // Whoever only joined what is being loaded would get no more than that.
    while (this.#loading !== undefined) {
      await this.#loading;
    }
    if (ended.aborted) {
      return;
    }
    await this.#alone(
      async (run) => {
        const done = async ({ count }: Loaded): Promise<boolean> => {
          this.#showGrowth(run);
          return ended.aborted || !(await goOn(count));
        };
        const failure = await run.readUntil(done, { count: largestPage, signal: ended });
        this.#show(run, ended.aborted ? undefined : failure);
      },
      async (run) => {
        this.#show(run, await run.readPage({ count: largestPage }));
      },
    );
  }

  /** Reads again what is loaded, and shows it once all of it has come; a failure leaves everything as it was. */
  async refresh(signal = new AbortController().signal): Promise<void> {
    await this.#alone(async (run) => {
      const wanted = received(run.collection.loaded);
      const fresh = this.#start(run.project, run.days, run.abort);
      const count = countFor(wanted, this.#options.pageSize());
      const failure = await fresh.readUntil((loaded) => received(loaded) >= wanted, { count, signal });
      if (failure === undefined) {
        await this.records.askAgain(fresh, AbortSignal.any([signal, run.abort.signal]));
        await this.#replace(run, fresh);
      } else {
        this.#show(run, signal.aborted ? undefined : failure);
      }
    });
  }

  /**
   * Looks for what came since the newest submission, and adds it without a word. Gives way to whatever a person loads.
   * Returns the failure, of which nothing is shown.
   */
  async loadNewer(): Promise<Failure | undefined> {
    const run = this.#run;
    if (run === undefined || this.#loading !== undefined || run.collection.loaded.pages.length === 0) {
      return undefined;
    }
    this.#quiet?.abort();
    this.#quiet = new AbortController();
    const signal = AbortSignal.any([this.#quiet.signal, run.abort.signal]);
    const ask = this.#options.connect(run.project, { attempts: 1 });
    const reading = { count: this.#options.pageSize(), signal };
    const { gained, failure } = await readNewer(run, ask, reading);
    if (gained > 0 && this.#run === run) {
      this.#republish();
    }
    return failure?.kind === 'cancelled' ? undefined : failure;
  }

  #start(project: Project, days: Days | undefined, abort = new AbortController()): Run {
    const onWait: Patience['onWait'] = (wait) => {
      if (this.#state.kind === 'loading' && this.#run?.abort === abort) {
        this.#publish({ ...this.#state, wait });
      }
    };
    const ask = this.#options.connect(project, { onWait });
    return new Run({ project, days, arrangement: this.#arrangement, ask, abort });
  }

  /** One thing at a time: whoever asks while something is being loaded waits for that instead. */
  async #alone(load: (run: Run) => Promise<void>, again = load): Promise<void> {
    const run = this.#run;
    if (run === undefined) {
      return;
    }
    this.#quiet?.abort();
    this.#loading ??= (async () => {
      this.#last = again;
      this.#publish({ kind: 'loading', ...this.#shown(run) });
      try {
        await load(run);
      } finally {
        if (this.#run?.abort === run.abort) {
          this.#loading = undefined;
          if (this.#state.kind === 'loading') {
            this.#show(this.#run);
          }
        }
      }
    })();
    await this.#loading;
  }

  /** Shows what was read again, unless another project was opened. */
  async #replace(run: Run, fresh: Run): Promise<void> {
    // Filter, grouping or time zone may have changed meanwhile, and may do so again.
    while (this.#run === run && fresh.collection.loaded.arrangement !== this.#arrangement) {
      await fresh.collection.arrange(this.#arrangement);
    }
    if (this.#run === run) {
      this.records.leave(run);
      this.#run = fresh;
      this.#show(fresh);
    }
  }

  #showGrowth(run: Run): void {
    if (this.#run === run && this.#state.kind === 'loading' && performance.now() - this.#shownAt >= pace) {
      this.#shownAt = performance.now();
      this.#publish({ kind: 'loading', ...this.#shown(run) });
    }
  }

  #show(run: Run, failure?: Failure): void {
    if (this.#run === run) {
      const shown = this.#shown(run);
      this.#publish(failure === undefined ? { kind: 'ready', ...shown } : { kind: 'failed', failure, ...shown });
    }
  }

  #shown(run: Run): Shown {
    const { project, days, collection } = run;
    return { project, days, loaded: collection.loaded, lookedUp: this.records.lookedUp(run) };
  }

  #republish(): void {
    if (this.#run !== undefined && this.#state.kind !== 'idle') {
      this.#publish({ ...this.#state, ...this.#shown(this.#run) });
    }
  }

  #publish(state: State): void {
    this.#state = state;
    this.#options.changed(state);
  }
}
