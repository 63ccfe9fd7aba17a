import type * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { SettingsWatch } from '../window/settingsWatch.ts';

const stored = z.array(z.string());
const longest = 20;

/** Ids that were looked up, newest first. Kept in VS Code's state, erasable, and only while the setting allows it. */
export class LookUpHistory {
  readonly #state: vscode.Memento;
  readonly #settings: SettingsWatch;

  constructor(state: vscode.Memento, settings: SettingsWatch) {
    this.#state = state;
    this.#settings = settings;
  }

  /** The ids of a project. */
  ids(projectId: string): readonly string[] {
    const parsed = stored.safeParse(this.#state.get(nameOf(projectId), []));
    return this.#settings.current.history && parsed.success ? parsed.data : [];
  }

  /** Puts an id first. */
  async add(projectId: string, id: string): Promise<void> {
    if (this.#settings.current.history) {
      const others = this.ids(projectId).filter((other) => other !== id);
      await this.#state.update(nameOf(projectId), [id, ...others].slice(0, longest));
    }
  }

  /** Forgets every id of one project. */
  async forget(projectId: string): Promise<void> {
    await this.#state.update(nameOf(projectId), undefined);
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
