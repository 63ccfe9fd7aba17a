import type * as vscode from 'vscode';
import type { Failure } from '../../api/failure.ts';
import { longestTimer, type After } from '../window/later.ts';

/** The longest pause after failures, in seconds; a longer pause in the settings counts instead. */
const longestPause = 3600;

/** What auto refresh works on. */
export interface AutoRefreshOptions {
  readonly view: Pick<vscode.TreeView<unknown>, 'visible' | 'onDidChangeVisibility'>;
  /** In seconds; 0 is off. */
  readonly seconds: () => number;
  /** When the list was read last, in ms since 1970; undefined while it was not. */
  readonly readAt: () => number | undefined;
  /** The project that is shown; undefined where none is. */
  readonly projectId: () => string | undefined;
  /** Adds what came since; returns why it could not. */
  readonly load: () => Promise<Failure | undefined>;
  /** In ms since 1970. */
  readonly now: () => number;
  readonly after: After;
}

/** What went wrong last. */
interface Trouble {
  readonly projectId: string | undefined;
  /** How often in a row. */
  readonly failures: number;
  /** The service asked to be left alone until then; in ms since 1970. */
  readonly notBefore: number;
  /** In ms since 1970. */
  readonly at: number;
}

/** Looks for newer submissions every so often: only while the view is visible, and more rarely while the service refuses. */
export class AutoRefresh implements vscode.Disposable {
  readonly #options: AutoRefreshOptions;
  readonly #visibility: vscode.Disposable;
  #callOff = (): void => undefined;
  #trouble: Trouble | undefined;
  #isLooking = false;
  /** When it looked last, whatever came of it; in ms since 1970. */
  #lookedAt: number;

  constructor(options: AutoRefreshOptions) {
    this.#options = options;
    this.#lookedAt = options.now();
    this.#visibility = options.view.onDidChangeVisibility(() => {
      this.restart();
    });
    this.restart();
  }

  /**
   * Sets the timer anew for the rest of the pause. To be called after the setting changed, the view came back, or
   * another state is shown. An overdue refresh begins at once.
   */
  restart(): void {
    this.#callOff();
    const { after, view, readAt } = this.#options;
    const seconds = this.#options.seconds();
    if (seconds > 0 && view.visible && !this.#isLooking) {
      const now = this.#options.now();
      const { failures = 0, notBefore = 0 } = this.#standingTrouble ?? {};
      const pause = pauseAfter(failures, seconds, notBefore - now);
      const passed = now - Math.max(this.#lookedAt, readAt() ?? 0);
      // The time that has passed does not shorten a wait that the service asked for.
      const rest = Math.max(pause - Math.max(passed, 0), Math.min(notBefore - now, longestTimer), 0);
      this.#callOff = after(rest, async () => {
        await this.#refresh();
      });
    }
  }

  dispose(): void {
    this.#callOff();
    this.#visibility.dispose();
  }

  /** The last trouble, unless another project is shown or the service has answered since. */
  get #standingTrouble(): Trouble | undefined {
    const trouble = this.#trouble;
    const { projectId, readAt } = this.#options;
    const isOver = trouble === undefined || trouble.projectId !== projectId() || (readAt() ?? 0) > trouble.at;
    return isOver ? undefined : trouble;
  }

  /**
   * Looks once, and sets the timer anew whatever happens. A bug of the extension counts as a failure; whoever catches
   * it tells it.
   */
  async #refresh(): Promise<void> {
    const { load, now, projectId } = this.#options;
    const asked = projectId();
    const failures = (this.#standingTrouble?.failures ?? 0) + 1;
    let notBefore = 0;
    let hasFailed = true;
    this.#isLooking = true;
    try {
      const failure = await load();
      hasFailed = failure !== undefined;
      notBefore = failure !== undefined && 'retryAt' in failure ? (failure.retryAt ?? 0) : 0;
    } finally {
      this.#isLooking = false;
      this.#lookedAt = now();
      this.#trouble = hasFailed ? { projectId: asked, failures, notBefore, at: now() } : undefined;
      this.restart();
    }
  }
}

/** How long to wait, in ms, after so many failures in a row; `asked` is how long the service asked for. */
export function pauseAfter(failures: number, seconds: number, asked: number): number {
  const pause = Math.min(seconds * 2 ** failures, Math.max(seconds, longestPause)) * 1000;
  return Math.min(Math.max(pause, asked), longestTimer);
}
