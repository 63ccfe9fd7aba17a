import type { Failure } from '../api/failure.ts';
import type { Wait } from '../api/retry.ts';
import type { Submission } from '../submissions/model/submission.ts';
import type { Project, Shown, State } from './state.ts';
import type { Walk } from './walk.ts';
import type { Wish } from './wishes.ts';

/** What a display is made from. */
export interface DisplayOptions {
  readonly changed: (state: State) => void;
  /** What was looked up and stands beside this walk. */
  readonly lookedUp: (walk: Walk) => readonly Submission[];
}

/** While a load goes on, the views are updated at most this often, in ms. */
const pace = 500;

const minute = 60_000;

/** What the views show of one walk, and when they are told of it. */
export class Display {
  readonly #options: DisplayOptions;
  #state: State = { kind: 'idle' };
  #walk: Walk | undefined;
  /** The project that is shown, where it got another name after it was opened. */
  #renamed: Project | undefined;
  #unfinishedLoads = 0;
  /** When growth was shown last, in ms of the performance clock. */
  #shownAt = 0;

  constructor(options: DisplayOptions) {
    this.#options = options;
  }

  /** What the views show now. */
  get state(): State {
    return this.#state;
  }

  /** The walk that is shown. */
  get walk(): Walk | undefined {
    return this.#walk;
  }

  /** Turns to another walk, which the views see with the next state; without a walk, tells the views at once. */
  turnTo(walk: Walk | undefined): void {
    if (walk?.opening !== this.#walk?.opening) {
      // A new opening already has the current name.
      this.#renamed = undefined;
    }
    this.#walk = walk;
    if (walk === undefined) {
      this.#publish({ kind: 'idle' });
    } else {
      this.#state = { kind: 'ready', ...this.#shown(walk) };
    }
  }

  /** Shows that a wish is being fulfilled. */
  loading(walk: Walk, wish: Wish): void {
    this.#publish({ kind: 'loading', wish, ...this.#shown(walk) });
  }

  /** Shows the pause before the next attempt. */
  wait(wait: Wait): void {
    if (this.#state.kind === 'loading') {
      this.#publish({ ...this.#state, wait });
    }
  }

  /** Shows what has come so far, at a comfortable pace. */
  growth(walk: Walk): void {
    if (this.#walk === walk && this.#state.kind === 'loading' && performance.now() - this.#shownAt >= pace) {
      this.#shownAt = performance.now();
      this.loading(walk, this.#state.wish);
    }
  }

  /** Shows a walk that loads nothing now. `cause`: why that ended early; a failure stands in place of the next page. */
  show(walk: Walk, cause?: Failure | 'stopped'): void {
    if (this.#walk === walk) {
      this.#unfinishedLoads += cause === undefined ? 0 : 1;
      const shown = this.#shown(walk);
      const isFailure = cause !== undefined && cause !== 'stopped';
      this.#publish(isFailure ? { kind: 'failed', failure: cause, ...shown } : { kind: 'ready', ...shown });
    }
  }

  /** Shows the project by another name. */
  rename(project: Project): void {
    this.#renamed = project;
    this.again();
  }

  /** Publishes the state again, with its changes. If nothing is open, it tells that single records may have changed. */
  again(): void {
    this.#publish(
      this.#walk === undefined || this.#state.kind === 'idle'
        ? { kind: 'idle' }
        : { ...this.#state, ...this.#shown(this.#walk) },
    );
  }

  /** Notes that the newest submissions were read. If none came, tells the views only if the shown minute changes. */
  headRead(walk: Walk, gained: boolean): void {
    const before = walk.readAt ?? 0;
    walk.noteRead();
    if (this.#walk === walk && (gained || Math.floor(before / minute) !== Math.floor((walk.readAt ?? 0) / minute))) {
      this.again();
    }
  }

  #shown(walk: Walk): Shown {
    const { project: opened, days } = walk.opening;
    const project = this.#renamed ?? opened;
    const { loaded } = walk.collection;
    const { unread, readAt } = walk;
    const unfinishedLoads = this.#unfinishedLoads;
    return { project, days, loaded, lookedUp: this.#options.lookedUp(walk), unread, readAt, unfinishedLoads };
  }

  #publish(state: State): void {
    this.#state = state;
    this.#options.changed(state);
  }
}
