import type * as vscode from 'vscode';
import type { Failure } from '../../api/failure.ts';
import type { After } from '../window/later.ts';

/** Longer than this, in seconds, a service that is not well is never left alone. */
const longestPause = 3600;

/** A timer that is set for longer, in ms, fires at once. */
const longestTimer = 2 ** 31 - 1;

/** What auto refresh works on. */
export interface AutoRefreshOptions {
  readonly view: Pick<vscode.TreeView<unknown>, 'visible' | 'onDidChangeVisibility'>;
  /** In seconds; 0 is off. */
  readonly seconds: () => number;
  /** When the list was read last, in ms since 1970; undefined while it was not. */
  readonly readAt: () => number | undefined;
  /** Adds what came since; returns why it could not. */
  readonly load: () => Promise<Failure | undefined>;
  /** In ms since 1970. */
  readonly now: () => number;
  readonly after: After;
}

/** Looks for newer submissions every so often: only while the view is visible, and more rarely while the service refuses. */
export class AutoRefresh implements vscode.Disposable {
  readonly #options: AutoRefreshOptions;
  readonly #visibility: vscode.Disposable;
  #callOff = (): void => undefined;
  #failures = 0;
  /** The service asked to be left alone until then; in ms since 1970. */
  #notBefore = 0;
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

  /** Waits for the rest of the pause; after the setting changed, or the view came back. What is overdue is done at once. */
  restart(): void {
    this.#callOff();
    const { after, view, readAt } = this.#options;
    const seconds = this.#options.seconds();
    if (seconds > 0 && view.visible) {
      const now = this.#options.now();
      const pause = pauseAfter(this.#failures, seconds, this.#notBefore - now);
      const passed = now - Math.max(this.#lookedAt, readAt() ?? 0);
      // A wait that the service asked for is counted from now.
      const rest = Math.max(pause - Math.max(passed, 0), Math.min(this.#notBefore - now, longestTimer), 0);
      this.#callOff = after(rest, async () => {
        await this.#refresh();
      });
    }
  }

  dispose(): void {
    this.#callOff();
    this.#visibility.dispose();
  }

  /** Goes on whatever happens: a bug of the extension counts as a failure, and is told where it is caught. */
  async #refresh(): Promise<void> {
    const failures = this.#failures;
    this.#failures = failures + 1;
    this.#notBefore = 0;
    try {
      const failure = await this.#options.load();
      this.#failures = failure === undefined ? 0 : failures + 1;
      this.#notBefore = failure !== undefined && 'retryAt' in failure ? (failure.retryAt ?? 0) : 0;
    } finally {
      this.#lookedAt = this.#options.now();
      this.restart();
    }
  }
}

/** How long to wait, in ms, after so many failures in a row; `asked` is how long the service asked for. */
export function pauseAfter(failures: number, seconds: number, asked: number): number {
  const pause = Math.min(seconds * 2 ** failures, Math.max(seconds, longestPause)) * 1000;
  return Math.min(Math.max(pause, asked), longestTimer);
}
