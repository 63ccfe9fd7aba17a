import type * as vscode from 'vscode';
import type { Answer, Keyring } from './keyring.ts';
import { KnownKeys } from './knownKeys.ts';

const prefix = 'faceauth.key.';

/** The keys by the id of their project: in SecretStorage and, where no keyring takes them, in memory until the window closes. */
export class ProjectKeys implements vscode.Disposable {
  readonly #keyring: Keyring;
  readonly #unsaved = new Map<string, string>();
  /** Projects whose key the keyring has, or may yet take, as far as this window knows. */
  readonly #held = new Set<string>();
  readonly #known = new KnownKeys();
  /**
   * Projects whose key this window is changing. Listeners are told once the change is done, even if the old key is
   * still stored.
   */
  readonly #changing = new Set<string>();
  readonly #listeners = new Set<(id: string) => void>();
  readonly #otherWindows: vscode.Disposable;
  /** Resolves when all stored keys are known; undefined when one has changed since. */
  #allKnown: Promise<void> | undefined;

  constructor(keyring: Keyring) {
    this.#keyring = keyring;
    this.#otherWindows = keyring.onDidChange((name) => {
      const id = name.slice(prefix.length);
      if (name.startsWith(prefix) && !this.#changing.has(id)) {
        void this.#follow(id);
      }
    });
  }

  /** The key of a project, if it has one. */
  async get(id: string): Promise<Answer<string | undefined>> {
    const unsaved = this.#unsaved.get(id);
    if (unsaved !== undefined) {
      return { kind: 'answered', value: unsaved };
    }
    const answer = await this.#keyring.get(prefix + id, () => {
      this.#tell(id);
    });
    if (answer.kind === 'answered' && answer.value !== undefined) {
      this.#held.add(id);
      await this.#known.add(answer.value);
    }
    return answer;
  }

  /**
   * Stores a key, and returns what the keyring said. A key that the keyring did not take is kept until this window
   * closes.
   */
  async set(id: string, key: string): Promise<Answer<void>['kind']> {
    await this.#known.add(key);
    const kind = await this.#change(id, async () => await this.#keyring.store(prefix + id, key));
    if (kind !== 'refused') {
      this.#held.add(id);
    }
    if (kind === 'answered') {
      this.#unsaved.delete(id);
    } else {
      // The keyring may still have the key from before: read it, so that it is known as a key.
      await this.get(id);
      this.#unsaved.set(id, key);
    }
    this.#tell(id);
    return kind;
  }

  /** Deletes keys. False when the keyring may still have one of them. */
  async delete(ids: readonly string[]): Promise<boolean> {
    const answers = await Promise.all(
      ids.map(async (id) => {
        const wasUnsaved = this.#unsaved.delete(id);
        const kind = await this.#change(id, async () => await this.#keyring.delete(prefix + id));
        this.#tell(id);
        // What was never stored cannot be left over.
        return kind === 'answered' || (wasUnsaved && !this.#held.has(id));
      }),
    );
    return answers.every(Boolean);
  }

  /** The ids of all stored keys; none where VS Code cannot tell. */
  async ids(): Promise<readonly string[]> {
    return (await this.#keyring.names(prefix)).map((name) => name.slice(prefix.length));
  }

  /** Remembers what was typed into the key box, stored or not. */
  async note(key: string): Promise<void> {
    if (key.trim() !== '') {
      await this.#known.add(key);
    }
  }

  /** Whether a text is a key, or a part of one: of these projects, any other that is stored, or one that was typed here. */
  async has(text: string, projectIds: readonly string[]): Promise<boolean> {
    this.#allKnown ??= this.#knowAll(projectIds);
    await this.#allKnown;
    return await this.#known.has(text);
  }

  /**
   * Calls back with the id of a project whose key was stored or deleted in any window, or whose keyring answered late.
   */
  onDidChange(changed: (id: string) => void): vscode.Disposable {
    this.#listeners.add(changed);
    return { dispose: () => this.#listeners.delete(changed) };
  }

  dispose(): void {
    this.#otherWindows.dispose();
  }

  /**
   * Changes a key in the keyring. VS Code tells a window of its own change only where the stored text differs. So its
   * events for this project are ignored meanwhile, and the caller tells the change.
   */
  async #change(id: string, work: () => Promise<Answer<void>>): Promise<Answer<void>['kind']> {
    this.#changing.add(id);
    const { kind } = await work();
    this.#changing.delete(id);
    return kind;
  }

  async #knowAll(projectIds: readonly string[]): Promise<void> {
    const read = async (ids: readonly string[]): Promise<void> => {
      await Promise.all(
        ids.map(async (id) => {
          await this.get(id);
        }),
      );
    };
    const others = async (): Promise<void> => {
      const ids = await this.ids();
      await read(ids.filter((id) => !projectIds.includes(id)));
    };
    // Side by side, so that a keyring that does not answer is waited for once.
    await Promise.all([read(projectIds), others()]);
  }

  /**
   * Follows a change of the keyring. A key that is now in the keyring is newer than one that the keyring did not take.
   */
  async #follow(id: string): Promise<void> {
    if (this.#unsaved.has(id)) {
      const stored = await this.#keyring.get(prefix + id, () => void this.#follow(id));
      if (stored.kind === 'answered' && stored.value !== undefined) {
        this.#unsaved.delete(id);
      }
    }
    this.#tell(id);
  }

  #tell(id: string): void {
    this.#allKnown = undefined;
    for (const listener of this.#listeners) {
      listener(id);
    }
  }
}
