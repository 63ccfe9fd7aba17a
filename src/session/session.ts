import { largestPage } from '../api/address.ts';
import type { Failure } from '../api/failure.ts';
import type { Patience } from '../api/retry.ts';
import type { Connect } from '../sources/connect.ts';
import { noFilter } from '../submissions/model/filter.ts';
import type { Arrangement } from './arrangement.ts';
import type { Loaded } from './loaded.ts';
import { Display } from './display.ts';
import type { Newer } from './newer.ts';
import { NewerLook } from './newerLook.ts';
import { Records } from './records.ts';
import { countFor, pagesAtATime, Walk, type Opening, type PageRequest } from './walk.ts';
import type { Days, Project, State } from './state.ts';
import { Wishes, type Wish } from './wishes.ts';

/** What a session needs from outside. */
export interface SessionOptions {
  /** Where the pages of a project come from. */
  readonly connect: Connect;
  readonly pageSize: () => number;
  /** How what is loaded is shown at first. */
  readonly arrangement: Arrangement;
  readonly changed: (state: State) => void;
  /** The time in ms since 1970. */
  readonly now: () => number;
}

/** What trying again does. */
interface Repeat {
  readonly wish: Wish;
  readonly load: Load;
}

/** Loads something into the walk that is shown, until the signal comes. */
type Load = (walk: Walk, signal: AbortSignal) => Promise<void>;

/**
 * Holds what is loaded and is the only place that loads. One request runs at a time: the same wish joins the one that
 * runs, a different one waits for its turn, and a project or days that are opened end all of them.
 */
export class Session {
  /** Single records, whatever list they are in. */
  readonly records: Records;
  readonly #options: SessionOptions;
  #arrangement: Arrangement;
  readonly #display: Display;
  /** The walk that reads the shown submissions again, until it replaces the walk that is shown. */
  #rereading: Walk | undefined;
  /** What is wished of what is open now. */
  #wishes = new Wishes();
  readonly #newer: NewerLook;
  #repeat: Repeat | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#arrangement = options.arrangement;
    this.records = new Records({
      connect: options.connect,
      walks: () => [this.#walk, this.#rereading].filter((walk) => walk !== undefined),
      changed: () => {
        this.#display.again();
      },
    });
    this.#display = new Display({ changed: options.changed, lookedUp: (walk) => this.records.lookedUp(walk) });
    this.#newer = new NewerLook({
      ...options,
      walk: () => this.#walk,
      read: (walk, gained) => {
        this.#display.headRead(walk, gained);
      },
    });
  }

  /** What the views show now. */
  get state(): State {
    return this.#display.state;
  }

  /** How what is loaded is shown, or will be as soon as it is sorted. */
  get arrangement(): Arrangement {
    return this.#arrangement;
  }

  /** Shows a project from its first page, or nothing at all. Ends whatever was being loaded. */
  async open(project: Project | undefined, days?: Days): Promise<void> {
    this.choose(project, days);
    await this.loadOlder();
  }

  /** Like `open`, but asks for nothing before `loadOlder`, because nobody may be looking yet. */
  choose(project: Project | undefined, days?: Days): void {
    const before = this.#walk;
    this.stop();
    this.#wishes = new Wishes();
    this.#rereading = undefined;
    if (before !== undefined) {
      before.opening.abort.abort();
      this.records.leave(before);
    }
    if (project?.id !== before?.opening.project.id) {
      this.records.leaveProject();
      this.#arrangement = { ...this.#arrangement, filter: noFilter };
    }
    this.#display.turnTo(project && this.#start({ project, days, abort: new AbortController() }));
  }

  /** Shows the same project by another name. */
  rename(project: Project): void {
    this.#display.rename(project);
  }

  /** Groups, filters or sorts what is loaded in another way; nothing is asked of the service. */
  async arrange(change: Partial<Arrangement>): Promise<void> {
    this.#arrangement = { ...this.#arrangement, ...change };
    if (this.#walk !== undefined) {
      await this.#walk.collection.arrange(this.#arrangement);
      this.#display.again();
    }
  }

  /**
   * After a failure, repeats what failed: loading the next page, or reading all again. Otherwise does nothing. Waits
   * for what is being loaded, which may still fail for a reason that was just mended, such as a wrong key.
   */
  async tryAgain(): Promise<void> {
    await this.#wishes.idle();
    const { state } = this;
    if (state.kind !== 'failed') {
      return;
    }
    // A walk that went in circles is over, and a broken file has changed by the time it is whole again. Only another
    // walk can do better.
    const isOver = state.failure.kind === 'endless' || state.project.file !== undefined;
    await (isOver || this.#repeat === undefined ? this.refresh() : this.#fulfil(this.#repeat.wish, this.#repeat.load));
  }

  /** Ends what is being loaded, also while the service asks to wait, and what waits for it. What came stays. */
  stop(): void {
    this.#wishes.stop();
    this.#newer.stop();
  }

  /** Loads the next page. While no record comes, loads further pages, at most five in all. */
  async loadOlder(): Promise<void> {
    await this.#fulfil({ kind: 'older' }, async (walk, signal) => {
      await this.#readOlder(walk, { count: this.#options.pageSize(), signal });
    });
  }

  /** Loads pages until the group of this status has gained a submission since this was wished, at most five. */
  async loadOlderOf(status: string): Promise<void> {
    const count = ({ groups }: Loaded): number => groups.groups.get(status)?.count ?? 0;
    const before = this.#walk === undefined ? 0 : count(this.#walk.collection.loaded);
    const gained = (loaded: Loaded): boolean => count(loaded) > before;
    await this.#fulfil({ kind: 'moreOf', status }, async (walk, signal) => {
      if (gained(walk.collection.loaded)) {
        // The pages that were being loaded when this was wished have brought one.
        this.#display.show(walk);
      } else {
        await this.#readOlder(walk, { count: this.#options.pageSize(), signal }, gained);
      }
    });
  }

  /**
   * Loads all that the service has, until the signal comes. `goOn` is asked after each page, with how many are loaded;
   * what was loaded stays, whatever ends it.
   */
  async loadAll(signal: AbortSignal, goOn: (count: number) => Promise<boolean>): Promise<void> {
    if (signal.aborted) {
      return;
    }
    const all: Load = async (walk, stop) => {
      const ended = AbortSignal.any([signal, stop, walk.opening.abort.signal]);
      const done = async ({ count }: Loaded): Promise<boolean> => {
        this.#display.growth(walk);
        return ended.aborted || !(await goOn(count));
      };
      // It may have been ended while it waited for its turn.
      const failure = ended.aborted ? undefined : await walk.readUntil(done, { count: largestPage, signal: ended });
      this.#showEnd(walk, ended, failure);
    };
    const again: Load = async (walk, stop) => {
      await this.#readOlder(walk, { count: largestPage, signal: stop });
    };
    await this.#fulfil({ kind: 'all' }, all, signal, { wish: { kind: 'older' }, load: again });
  }

  /** Reads again what is loaded, and shows it once all of it has come; a failure leaves everything as it was. */
  async refresh(signal = new AbortController().signal): Promise<void> {
    const again: Load = async (walk, stop) => {
      await this.#readAgain(walk, this.#start(walk.opening), AbortSignal.any([signal, stop]));
    };
    await this.#fulfil({ kind: 'refresh' }, again, signal);
  }

  /**
   * Looks for submissions that came since the newest one, and adds them silently: a failure is returned, not shown.
   * Waits while the user loads something, and begins again if that aborted it. A call during a look shares that look.
   */
  async loadNewer(): Promise<Newer> {
    return await this.#newer.run(this.#wishes);
  }

  /** The walk that is shown. */
  get #walk(): Walk | undefined {
    return this.#display.walk;
  }

  #start(opening: Opening): Walk {
    const onWait: Patience['onWait'] = (wait) => {
      if (this.#walk?.opening === opening) {
        this.#display.wait(wait);
      }
    };
    const { connect, now } = this.#options;
    return new Walk(opening, { ask: connect(opening.project, { onWait }), arrangement: this.#arrangement, now });
  }

  /** Reads pages until `done` or, without it, until a record came; at most five. */
  async #readOlder(walk: Walk, request: Required<PageRequest>, done?: (loaded: Loaded) => boolean): Promise<void> {
    const before = walk.collection.loaded.received;
    const came = ({ received }: Loaded): boolean => received > before;
    this.#showEnd(walk, request.signal, await walk.readUntil(done ?? came, request, pagesAtATime));
  }

  /** Reads as many records with a fresh walk as `walk` received. After a failure, trying again goes on with `fresh`. */
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
      const load: Load = async (now, stop) => {
        await this.#readAgain(now, fresh, stop);
      };
      this.#repeat = { wish: { kind: 'refresh' }, load };
      this.#showEnd(walk, signal, failure);
    }
  }

  /**
   * Fulfils a wish when its turn comes; `givenUp` ends the wait for the turn. `again` is what trying again does, unless
   * that is the same as the wish.
   */
  async #fulfil(wish: Wish, load: Load, givenUp?: AbortSignal, again?: Repeat): Promise<void> {
    if (this.#walk === undefined) {
      return;
    }
    this.#newer.giveWay();
    const work = async (signal: AbortSignal): Promise<void> => {
      const walk = this.#walk;
      if (walk === undefined) {
        return;
      }
      this.#repeat = again ?? { wish, load };
      try {
        this.#display.loading(walk, wish);
        await load(walk, signal);
      } finally {
        if (this.#walk?.opening === walk.opening && this.state.kind === 'loading') {
          // A bug of the extension ended the load; its error is told where it is caught. Only the user tries again.
          this.#display.show(this.#walk, { kind: 'cancelled' });
        }
      }
    };
    await this.#wishes.add(wish, work, givenUp);
  }

  /** Shows what was read again, unless another project was opened. */
  async #replace(walk: Walk, fresh: Walk): Promise<void> {
    // Filter, grouping or time zone may have changed meanwhile, and may do so again.
    while (this.#walk === walk && fresh.collection.loaded.arrangement !== this.#arrangement) {
      await fresh.collection.arrange(this.#arrangement);
    }
    if (this.#walk === walk) {
      this.#display.turnTo(fresh);
      this.#rereading = undefined;
      this.#display.show(fresh);
    }
  }

  /** Shows how loading ended. A stop by the user is no failure, and the pages that did not come can still be loaded. */
  #showEnd(walk: Walk, signal: AbortSignal, failure: Failure | undefined): void {
    if (signal.aborted) {
      walk.collection.expectMore();
    }
    this.#display.show(walk, signal.aborted ? 'stopped' : failure);
  }
}
