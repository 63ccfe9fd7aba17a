import type * as vscode from 'vscode';

/**
 * The state that all windows of a VS Code share. As in VS Code, each window has a copy and writes the whole copy. It
 * hears only later what another window wrote: here when `spread` is called.
 */
export class SharedState {
  #values: Readonly<Record<string, unknown>> = {};
  readonly #windows = new Set<(values: Readonly<Record<string, unknown>>) => void>();

  /** What is stored. */
  get values(): Readonly<Record<string, unknown>> {
    return this.#values;
  }

  /** The state as one window sees it. */
  window(): vscode.Memento {
    let values = this.#values;
    this.#windows.add((now) => {
      values = now;
    });
    return {
      keys: () => Object.keys(values),
      get: <T>(key: string, otherwise?: T): T | undefined => (key in values ? (values[key] as T) : otherwise),
      update: async (key, value) => {
        const { [key]: _, ...others } = values;
        values = value === undefined ? others : { ...others, [key]: value };
        this.#values = values;
        await Promise.resolve();
      },
    };
  }

  /** Tells every window what was written last. */
  spread(): void {
    for (const tell of this.#windows) tell(this.#values);
  }
}
