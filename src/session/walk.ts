import { largestPage } from '../api/address.ts';
import type { Ask } from '../api/client.ts';
import { failed, type Failure } from '../api/failure.ts';
import type { Page } from '../api/page.ts';
import { mostIdleAnswers, pagesOf, type Pages } from '../api/pages.ts';
import type { Arrangement } from './arrangement.ts';
import { Collection } from './collection.ts';
import type { Loaded } from './loaded.ts';
import type { Days, Project } from './state.ts';

/** How many pages one action of the user may load. A walk stops after as many pages in a row without a new record. */
export const pagesAtATime = mostIdleAnswers;

/** At most this many answers wait to be packed while the next one is read. */
const mostUnpacked = 4;

/** One opening of a project. A refresh is another walk of the same opening; the next opening ends all its walks. */
export interface Opening {
  readonly project: Project;
  readonly days: Days | undefined;
  readonly abort: AbortController;
}

/** How to ask for one page: for how many records, and what may end the request besides the walk's own end. */
export interface PageRequest {
  readonly count: number;
  readonly signal?: AbortSignal;
}

/** What a walk is made from. */
interface WalkOptions {
  readonly ask: Ask;
  readonly arrangement: Arrangement;
  /** The time in ms since 1970. */
  readonly now: () => number;
}

/** One walk through the pages of a project, and what it has collected. */
export class Walk {
  readonly opening: Opening;
  readonly collection: Collection;
  readonly #pages: Pages;
  #request: PageRequest = { count: 1 };
  /** How many records of the last page were new. */
  #fresh = 0;
  #endless: Failure | undefined;
  #unread = true;
  /** What asking for the page rejected with: no expected failure. */
  #ownError: { readonly error: unknown } | undefined;

  #readAt: number | undefined;
  readonly #now: () => number;

  constructor(opening: Opening, { ask, arrangement, now }: WalkOptions) {
    const { days, abort } = opening;
    this.#now = now;
    this.opening = opening;
    this.collection = new Collection(arrangement);
    const askThis: Ask = async (query, signal) => {
      const { count, signal: other } = this.#request;
      try {
        return await ask({ ...query, count }, other === undefined ? signal : AbortSignal.any([signal, other]));
      } catch (error) {
        // A generator that throws is over, so asking for the next page would look like the end of the list.
        this.#ownError = { error };
        return failed({ kind: 'cancelled' });
      }
    };
    this.#pages = pagesOf(askThis, days === undefined ? {} : { days }, abort.signal);
  }

  /** Whether nothing was asked for yet. */
  get unread(): boolean {
    return this.#unread;
  }

  /** Whether all that the project has was read. */
  get isAll(): boolean {
    const { pages, more } = this.collection.loaded;
    return this.opening.days === undefined && pages.length > 0 && !more;
  }

  /** When the newest submissions were read last, in ms since 1970; undefined before any page came. */
  get readAt(): number | undefined {
    return this.#readAt;
  }

  /** Notes that the newest submissions are known now as the service has them. */
  noteRead(): void {
    this.#readAt = this.#now();
  }

  /** Takes in the next page; returns the failure that came in its place. */
  async readPage(request: PageRequest): Promise<Failure | undefined> {
    if (this.#endless !== undefined) {
      // No page comes after this failure, yet the service has not said that the list is complete.
      return this.#endless;
    }
    this.#request = request;
    this.#unread = false;
    const next = await this.#pages.next(this.#fresh);
    if (this.#ownError !== undefined) {
      const { error } = this.#ownError;
      this.#ownError = undefined;
      throw error;
    }
    if (next.done === true) {
      this.collection.end();
      return undefined;
    }
    if (!next.value.ok) {
      const { failure } = next.value;
      this.#endless = failure.kind === 'endless' ? failure : undefined;
      return failure;
    }
    if (this.opening.abort.signal.aborted) {
      return undefined;
    }
    this.#readAt ??= this.#now();
    // A few answers are packed while the next one is read. Loading faster than packing would fill the memory.
    await this.collection.loaded.pages.at(-mostUnpacked)?.source.settled;
    if (next.value.value.again === true) {
      // The page came before and was asked for again, because its next-page key was unreadable. It may be readable now.
      await this.collection.addNewer(await this.collection.newRecordsIn(next.value.value));
      return await this.readPage(request);
    }
    const newBroken = await this.#newBrokenIn(next.value.value);
    this.#fresh = newBroken + (await this.collection.addPage(next.value.value));
    return undefined;
  }

  /** How many broken records of a page are new. Looked for only if all its readable records are loaded already. */
  async #newBrokenIn(page: Page): Promise<number> {
    const isKnown = page.broken.length > 0 && this.collection.keysOf(page).every((key) => this.collection.has(key));
    return isKnown ? (await this.collection.newRecordsIn(page)).broken.length : 0;
  }

  /** Takes in pages until `done`, the last one, a failure, or so many pages; returns the failure. */
  async readUntil(
    done: (loaded: Loaded) => boolean | Promise<boolean>,
    request: PageRequest,
    most = Infinity,
  ): Promise<Failure | undefined> {
    let fresh = 0;
    for (let pages = 1; ; pages++) {
      const failure = await this.readPage(request);
      const { loaded } = this.collection;
      if (failure !== undefined || !loaded.more || (await done(loaded))) {
        return failure;
      }
      fresh += this.#fresh;
      if (pages >= most) {
        // After so many answers without a new record the walk has stopped: reading once more only returns its failure.
        return pages >= mostIdleAnswers && fresh === 0 ? await this.readPage(request) : undefined;
      }
    }
  }
}

/** How many to ask for at a time: larger pages when many are wanted, and hardly more than that. */
export function countFor(wanted: number, pageSize: number): number {
  return wanted <= pagesAtATime * pageSize ? pageSize : Math.ceil(wanted / Math.ceil(wanted / largestPage));
}
