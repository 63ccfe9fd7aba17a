import type { Connect } from '../sources/connect.ts';
import { nothingNew, readNewer, type Newer } from './newer.ts';
import type { Walk } from './walk.ts';
import type { Wishes } from './wishes.ts';

/** What a look for newer submissions works on. */
export interface NewerLookOptions {
  readonly connect: Connect;
  readonly pageSize: () => number;
  /** The walk that is shown, if any is. */
  readonly walk: () => Walk | undefined;
  /** Told when the newest submissions of a walk are known, and whether it gained any. */
  readonly read: (walk: Walk, gained: boolean) => void;
}

/** The abort reason for a look that must not begin again. */
const stopped = 'stopped';

/** Looks for newer submissions while nothing else is loaded; aborted when the user loads something. */
export class NewerLook {
  readonly #options: NewerLookOptions;
  #looking: { readonly wishes: Wishes; readonly newer: Promise<Newer> } | undefined;
  #abort: AbortController | undefined;

  constructor(options: NewerLookOptions) {
    this.#options = options;
  }

  /** Adds what came, once no wish is left. A call during a look shares that look. Never shows its failure. */
  async run(wishes: Wishes): Promise<Newer> {
    if (this.#looking?.wishes !== wishes) {
      this.#looking = { wishes, newer: this.#look(wishes) };
    }
    const looking = this.#looking;
    try {
      return await looking.newer;
    } finally {
      if (this.#looking === looking) {
        this.#looking = undefined;
      }
    }
  }

  /** Aborts the request. The look begins again once the user's wish is fulfilled. */
  giveWay(): void {
    this.#abort?.abort();
  }

  /** Ends the request for good. */
  stop(): void {
    this.#abort?.abort(stopped);
  }

  async #look(wishes: Wishes): Promise<Newer> {
    const { connect, pageSize, walk: shown, read } = this.#options;
    const opening = shown()?.opening;
    for (;;) {
      await wishes.idle();
      const walk = shown();
      // A file is only read again as a whole, so nothing newer is looked for.
      const isFile = opening?.project.file !== undefined;
      if (isFile || walk === undefined || walk.opening !== opening || walk.collection.loaded.pages.length === 0) {
        return nothingNew;
      }
      const abort = new AbortController();
      this.#abort = abort;
      const signal = AbortSignal.any([abort.signal, walk.opening.abort.signal]);
      const newer = await readNewer(walk, connect(walk.opening.project, { attempts: 1 }), {
        count: pageSize(),
        signal,
      });
      const gained = newer.news.length + newer.broken > 0;
      if (shown() === walk && (gained || (newer.failure === undefined && !signal.aborted))) {
        read(walk, gained);
      }
      if (!abort.signal.aborted || abort.signal.reason === stopped) {
        return newer.failure?.kind === 'cancelled' ? { ...newer, failure: undefined } : newer;
      }
    }
  }
}
