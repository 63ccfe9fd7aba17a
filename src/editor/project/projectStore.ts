import type * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { Project } from '../../session/state.ts';
import { Keyring } from './keyring.ts';
import { KnownKeys } from './knownKeys.ts';

const stored = z.array(z.object({ id: z.string(), name: z.string() }));
const keyPrefix = 'faceauth.key.';

/** A key as a request header can carry it: visible ASCII, no spaces. */
export function fitsHeader(text: string): boolean {
  return /^[\x21-\x7e]{1,512}$/.test(text);
}

/** What VS Code keeps for the extension. */
export interface Kept extends Pick<vscode.ExtensionContext, 'workspaceState' | 'secrets' | 'subscriptions'> {
  readonly globalState: vscode.Memento;
}

/** Projects by name, in VS Code's own state; their keys in SecretStorage and, without a keyring, in memory alone. */
export class ProjectStore {
  readonly #context: Kept;
  readonly #keyring: Keyring;
  readonly #unsaved = new Map<string, string>();
  readonly #known = new KnownKeys();
  /** Resolves when all stored keys are known; undefined when one has changed since. */
  #allKnown: Promise<void> | undefined;

  constructor(context: Kept, keyring = new Keyring(context.secrets)) {
    this.#context = context;
    this.#keyring = keyring;
    context.subscriptions.push(
      this.onDidChangeKey(() => {
        this.#allKnown = undefined;
      }),
    );
  }

  /** All projects, in the order in which they were added. */
  all(): readonly Project[] {
    const parsed = stored.safeParse(this.#context.globalState.get('faceauth.projects', []));
    return parsed.success ? parsed.data : [];
  }

  /** The project that this window showed last, else the one that any window did. */
  get lastId(): string | undefined {
    const { workspaceState, globalState } = this.#context;
    return workspaceState.get<string>('faceauth.project') ?? globalState.get<string>('faceauth.project');
  }

  /** Remembers which project is shown. */
  async remember(id: string | undefined): Promise<void> {
    await this.#context.workspaceState.update('faceauth.project', id);
    await this.#context.globalState.update('faceauth.project', id);
  }

  /** Adds a project with its key. False when there is no keyring: then the key lives as long as this window. */
  async add(project: Project, key: string): Promise<boolean> {
    // First the name, then the key: other windows hear of the key and must find the name.
    await this.#context.globalState.update('faceauth.projects', [...this.all(), project]);
    return await this.setKey(project.id, key);
  }

  /** Stores a key. False when there is no keyring. */
  async setKey(id: string, key: string): Promise<boolean> {
    await this.#known.add(key);
    const answer = await this.#keyring.store(keyPrefix + id, key);
    if (answer.kind === 'answered') {
      this.#unsaved.delete(id);
      return true;
    }
    this.#unsaved.set(id, key);
    return false;
  }

  /** The key of a project; undefined when there is none or none that a header can carry. */
  async key(id: string): Promise<string | undefined> {
    const key = this.#unsaved.get(id) ?? (await this.#stored(id));
    return key !== undefined && fitsHeader(key) ? key : undefined;
  }

  /** Whether a text is a key, or a part of one: one that is stored, or that was typed into the key box in this window. */
  async isKey(text: string): Promise<boolean> {
    this.#allKnown ??= this.#knowAll();
    await this.#allKnown;
    return await this.#known.has(text);
  }

  /** Remembers what was typed into the key box, stored or not, so that it is not taken for an id. */
  async noteKey(key: string): Promise<void> {
    if (key.trim() !== '') {
      await this.#known.add(key);
    }
  }

  async #knowAll(): Promise<void> {
    const names = new Set([...this.all().map(({ id }) => keyPrefix + id), ...(await this.#keyring.names(keyPrefix))]);
    await Promise.all(
      [...names].map(async (name) => {
        await this.#stored(name.slice(keyPrefix.length));
      }),
    );
  }

  async #stored(id: string): Promise<string | undefined> {
    const answer = await this.#keyring.get(keyPrefix + id);
    // A keyring that does not open: the key is asked for again, and then kept in memory.
    const key = answer.kind === 'answered' ? answer.value : undefined;
    if (key !== undefined) {
      await this.#known.add(key);
    }
    return key;
  }

  /** Forgets a project and its key. */
  async remove(id: string): Promise<void> {
    await this.#context.globalState.update(
      'faceauth.projects',
      this.all().filter((project) => project.id !== id),
    );
    this.#unsaved.delete(id);
    await this.#context.secrets.delete(keyPrefix + id);
  }

  /** Forgets all projects and every key, also those whose project is gone. */
  async removeAll(): Promise<void> {
    const orphans = await keysOf(this.#context.secrets);
    const ids = new Set([...this.all().map(({ id }) => keyPrefix + id), ...orphans]);
    await this.#context.globalState.update('faceauth.projects', []);
    await this.remember(undefined);
    this.#unsaved.clear();
    await Promise.all(
      [...ids].map(async (name) => {
        await this.#context.secrets.delete(name);
      }),
    );
  }

  /** Calls back with the id of a project whose key changed, also in another window. */
  onDidChangeKey(changed: (id: string) => void): vscode.Disposable {
    return this.#context.secrets.onDidChange(({ key }) => {
      if (key.startsWith(keyPrefix)) {
        changed(key.slice(keyPrefix.length));
      }
    });
  }
}

/** All names in SecretStorage, where this VS Code can tell them; older ones cannot. */
async function keysOf(secrets: vscode.SecretStorage & { keys?: () => Thenable<unknown> }): Promise<readonly string[]> {
  const keys = z.array(z.string()).safeParse(await secrets.keys?.());
  return keys.success ? keys.data.filter((name) => name.startsWith(keyPrefix)) : [];
}
