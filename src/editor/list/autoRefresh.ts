import type * as vscode from 'vscode';
import type { Failure } from '../../api/failure.ts';
import type { Guard } from '../window/guard.ts';

/** Longer than this, in seconds, a service that is not well is never left alone. */
const longestPause = 3600;

/** A timer that is set for longer, in ms, fires at once. */
const longestTimer = 2 ** 31 - 1;

/** What auto refresh works on. */
export interface AutoRefreshOptions {
  readonly view: Pick<vscode.TreeView<unknown>, 'visible' | 'onDidChangeVisibility'>;
  /** In seconds; 0 is off. */
  readonly seconds: () => number;
  /** Adds what came since; returns why it could not. */
  readonly load: () => Promise<Failure | undefined>;
  readonly guard: Guard;
}

/** Looks for newer submissions every so often: only while the view is visible, and more rarely while the service refuses. */
export class AutoRefresh implements vscode.Disposable {
  readonly #options: AutoRefreshOptions;
  readonly #visibility: vscode.Disposable;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  /** The service asked to be left alone until then; in ms since 1970. */
  #notBefore = 0;

  constructor(options: AutoRefreshOptions) {
    this.#options = options;
    this.#visibility = options.view.onDidChangeVisibility(() => {
      this.restart();
    });
    this.restart();
  }

  /** Begins the pause anew; after the setting changed, or the view came back. */
  restart(): void {
    clearTimeout(this.#timer);
    const { guard, view } = this.#options;
    const seconds = this.#options.seconds();
    if (seconds > 0 && view.visible) {
      this.#timer = setTimeout(
        () => {
          void guard(async () => {
            await this.#refresh();
          });
        },
        pauseAfter(this.#failures, seconds, this.#notBefore - Date.now()),
      );
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#visibility.dispose();
  }

  async #refresh(): Promise<void> {
    const failure = await this.#options.load();
    this.#failures = failure === undefined ? 0 : this.#failures + 1;
    this.#notBefore = failure !== undefined && 'retryAt' in failure ? (failure.retryAt ?? 0) : 0;
    this.restart();
  }
}

/** How long to wait, in ms, after so many failures in a row; `asked` is how long the service asked for. */
export function pauseAfter(failures: number, seconds: number, asked: number): number {
  const pause = Math.min(seconds * 2 ** failures, Math.max(seconds, longestPause)) * 1000;
  return Math.min(Math.max(pause, asked), longestTimer);
}
