import { largestPage, type Query } from '../api/address.ts';
import type { Ask } from '../api/client.ts';
import type { Failure, Result } from '../api/failure.ts';
import type { Page } from '../api/page.ts';
import { pagesOf } from '../api/pages.ts';
import type { Arrangement } from './arrangement.ts';
import { Collection } from './collection.ts';
import type { Loaded } from './loaded.ts';
import type { Days, Project } from './state.ts';

/** How many pages one gesture may load by itself. */
export const pagesAtATime = 5;

/** What a run goes through, and how. */
export interface RunOptions {
  readonly project: Project;
  readonly days: Days | undefined;
  readonly arrangement: Arrangement;
  readonly ask: Ask;
  readonly abort: AbortController;
}

/** How to ask for one page: for how many records, and what may end the request besides the run's own end. */
export interface Reading {
  readonly count: number;
  readonly signal?: AbortSignal;
}

/** One walk through the pages of a project, and what it has collected. */
export class Run {
  readonly project: Project;
  readonly days: Days | undefined;
  readonly abort: AbortController;
  readonly collection: Collection;
  readonly #pages: AsyncGenerator<Result<Page>, void, void>;
  #reading: Reading = { count: 1 };
  #endless: Failure | undefined;

  constructor({ project, days, arrangement, ask, abort }: RunOptions) {
    this.project = project;
    this.days = days;
    this.abort = abort;
    this.collection = new Collection(arrangement);
    const askThis: Ask = async (query, signal) => {
      const { count, signal: other } = this.#reading;
      return await ask({ ...query, count }, other === undefined ? signal : AbortSignal.any([signal, other]));
    };
    this.#pages = pagesOf(askThis, this.#query, abort.signal);
  }

  /** Takes in the next page; returns the failure that came in its place. */
  async readPage(reading: Reading): Promise<Failure | undefined> {
    if (this.#endless !== undefined) {
      // Nothing comes after it, and yet the service has not said that this was all.
      return this.#endless;
    }
    this.#reading = reading;
    const next = await this.#pages.next();
    if (next.done === true) {
      this.collection.end();
      return undefined;
    }
    if (!next.value.ok) {
      this.#endless = next.value.failure.kind === 'endless' ? next.value.failure : undefined;
      return next.value.failure;
    }
    if (!this.abort.signal.aborted) {
      // One answer at a time is packed: whoever loads faster than that would fill the memory.
      await this.collection.loaded.pages.at(-1)?.source.settled;
      await this.collection.addPage(next.value.value);
    }
    return undefined;
  }

  /** Takes in pages until `done`, the last one, a failure, or so many pages; returns the failure. */
  async readUntil(
    done: (loaded: Loaded) => boolean | Promise<boolean>,
    reading: Reading,
    most = Infinity,
  ): Promise<Failure | undefined> {
    for (let pages = 1; ; pages++) {
      const failure = await this.readPage(reading);
      const { loaded } = this.collection;
      if (failure !== undefined || pages >= most || !loaded.more || (await done(loaded))) {
        return failure;
      }
    }
  }

  get #query(): Query {
    return this.days === undefined ? {} : { days: this.days };
  }
}

/** How many to ask for at a time: what would take many pages of the usual size comes in few, and hardly more than that. */
export function countFor(wanted: number, pageSize: number): number {
  return wanted <= pagesAtATime * pageSize ? pageSize : Math.ceil(wanted / Math.ceil(wanted / largestPage));
}
