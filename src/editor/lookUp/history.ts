import type * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { Settings } from '../window/settings.ts';
import { withoutKeys, type IsKey } from './withoutKeys.ts';

const stored = z.array(z.string());
const longest = 20;

/** What the history stands on. */
export interface HistoryOptions {
  readonly state: vscode.Memento;
  readonly settings: () => Pick<Settings, 'history'>;
  readonly isKey: IsKey;
  /** Whether a project still exists: nothing is kept of a removed one. */
  readonly isProject: (projectId: string) => boolean;
}

/** Ids that were looked up, newest first. Kept in VS Code's state, erasable, and only while the setting allows it. */
export class LookUpHistory {
  readonly #options: HistoryOptions;

  constructor(options: HistoryOptions) {
    this.#options = options;
  }

  /** The ids of a project. An API key that an earlier version took for one is erased. */
  async ids(projectId: string): Promise<readonly string[]> {
    if (!this.#options.settings().history) {
      return [];
    }
    const before = this.#kept(projectId);
    const free = new Set(await withoutKeys(before, this.#options.isKey));
    const keys = before.filter((id) => !free.has(id));
    if (keys.length > 0) {
      const now = this.#kept(projectId).filter((id) => !keys.includes(id));
      await this.#options.state.update(nameOf(projectId), now);
    }
    return before.filter((id) => free.has(id));
  }

  /** Puts an id first; never an API key. */
  async add(projectId: string, id: string): Promise<void> {
    const isKept = this.#options.settings().history && !(await this.#options.isKey(id));
    if (isKept && this.#options.isProject(projectId)) {
      const others = this.#kept(projectId).filter((other) => other !== id);
      await this.#options.state.update(nameOf(projectId), [id, ...others].slice(0, longest));
    }
  }

  /** Forgets every id of one project. */
  async forget(projectId: string): Promise<void> {
    await this.#options.state.update(nameOf(projectId), undefined);
  }

  /** Forgets every id of every project. */
  async clear(): Promise<void> {
    const { state } = this.#options;
    const names = state.keys().filter((name) => name.startsWith(nameOf('')));
    await Promise.all(
      names.map(async (name) => {
        await state.update(name, undefined);
      }),
    );
  }

  #kept(projectId: string): readonly string[] {
    const parsed = stored.safeParse(this.#options.state.get(nameOf(projectId), []));
    return parsed.success ? parsed.data : [];
  }
}

function nameOf(projectId: string): string {
  return `faceauth.history.${projectId}`;
}
