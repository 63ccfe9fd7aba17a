import type * as vscode from 'vscode';
import * as z from 'zod/mini';

const stored = z.array(z.string());
const longest = 20;

/** Ids that were looked up, newest first. Kept in VS Code's state, erasable, and only while the setting allows it. */
export class LookUpHistory {
  readonly #state: vscode.Memento;
  readonly #kept: () => boolean;

  constructor(state: vscode.Memento, kept: () => boolean) {
    this.#state = state;
    this.#kept = kept;
  }

  /** The ids of a project. */
  ids(projectId: string): readonly string[] {
    const parsed = stored.safeParse(this.#state.get(nameOf(projectId), []));
    return this.#kept() && parsed.success ? parsed.data : [];
  }

  /** Puts an id first. */
  async add(projectId: string, id: string): Promise<void> {
    if (this.#kept()) {
      const others = this.ids(projectId).filter((other) => other !== id);
      await this.#state.update(nameOf(projectId), [id, ...others].slice(0, longest));
    }
  }

  /** Forgets every id of every project. */
  async clear(): Promise<void> {
    const names = this.#state.keys().filter((name) => name.startsWith(nameOf('')));
    await Promise.all(
      names.map(async (name) => {
        await this.#state.update(name, undefined);
      }),
    );
  }
}

function nameOf(projectId: string): string {
  return `faceauth.history.${projectId}`;
}
