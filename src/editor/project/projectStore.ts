import type * as vscode from 'vscode';
import { hexOf } from '../../json/bytes.ts';
import { baseText, parseBaseUrl } from '../../api/address.ts';
import { failed, success, type Result } from '../../api/failure.ts';
import type { Project } from '../../session/state.ts';
import type { Access } from '../../sources/service.ts';
import type { Guard } from '../window/guard.ts';
import type { Answer, Keyring } from './keyring.ts';
import { ProjectKeys } from './projectKeys.ts';
import { ProjectList } from './projectList.ts';

/**
 * A secret that is changed with the list of the projects. VS Code tells other windows when a secret has changed, but
 * not when a state has.
 */
const listSignal = 'faceauth.list';

/** After the signal of another window: the pauses before each further look at the list, in ms. */
const usualPauses = [500, 1500];

/** A key as a request header can carry it: visible ASCII, no spaces. */
export function fitsHeader(text: string): boolean {
  return /^[\x21-\x7e]{1,512}$/.test(text);
}

/** What the store stands on. */
export interface StoreOptions {
  readonly globalState: vscode.Memento;
  readonly workspaceState: vscode.Memento;
  readonly keyring: Keyring;
  readonly guard: Guard;
  /** The base URL that is set, not yet parsed: projects of version 0.1.0 take it once. */
  readonly baseUrl: () => string;
  readonly pauses?: readonly number[];
}

/** Projects by name and address, in VS Code's own state, and their keys. */
export class ProjectStore implements vscode.Disposable {
  readonly #options: StoreOptions;
  readonly #list: ProjectList;
  readonly #keys: ProjectKeys;
  readonly #listListeners = new Set<() => void>();
  readonly #otherWindows: vscode.Disposable;
  /** Projects whose id the service has told since this window was opened. */
  readonly #identified = new Set<string>();
  /** Projects with a key that was stored untested: the first answer tells whose it is. */
  readonly #untested = new Set<string>();
  #disposed = false;

  constructor(options: StoreOptions) {
    this.#options = options;
    this.#list = new ProjectList(options.globalState, options.guard);
    this.#keys = new ProjectKeys(options.keyring);
    this.#otherWindows = options.keyring.onDidChange((name) => {
      if (name === listSignal) {
        this.#tellOtherList();
      }
    });
    void options.guard(async () => {
      await this.adopt();
    });
  }

  /** All projects, in the order in which they were added. */
  all(): readonly Project[] {
    return this.#list.all();
  }

  /** The project that this window showed last, else the one that any window did. */
  get lastId(): string | undefined {
    const { workspaceState, globalState } = this.#options;
    return workspaceState.get<string>('faceauth.project') ?? globalState.get<string>('faceauth.project');
  }

  /** Remembers which project is shown. */
  async remember(id: string | undefined): Promise<void> {
    await this.#options.workspaceState.update('faceauth.project', id);
    await this.#options.globalState.update('faceauth.project', id);
  }

  /** Gives projects of version 0.1.0 the base URL that is set, if it is one: their keys were sent there until now. */
  async adopt(): Promise<void> {
    const base = parseBaseUrl(this.#options.baseUrl());
    if (base.ok) {
      await this.#list.adopt(baseText(base.value));
    }
  }

  /** Adds a project with its key; `serviceId` is what the service calls it. Tells what the keyring said. */
  async add(project: Project & { readonly address: string }, key: string, serviceId?: string): Promise<KeyStored> {
    // Store the project, then its key, then send the signal: other windows that get it show the project and ask with
    // its key.
    const kept = { ...project, ...(serviceId !== undefined && { serviceHash: await hashOf(serviceId) }) };
    await this.#list.change((projects) =>
      projects.some(({ id }) => id === project.id) ? projects : [...projects, kept],
    );
    const stored = await this.#keys.set(project.id, key);
    this.#tellAllWindows();
    return stored;
  }

  /** Gives a project another name. False where it was removed meanwhile. */
  async rename(id: string, name: string): Promise<boolean> {
    if (!this.all().some((one) => one.id === id)) {
      return false;
    }
    await this.#list.change((projects) => projects.map((one) => (one.id === id ? { ...one, name } : one)));
    this.#tellAllWindows();
    return true;
  }

  /**
   * Stores a key, and returns what the keyring said. A key that the keyring did not take is kept until this window
   * closes. No key is stored for a project that was removed meanwhile.
   */
  async setKey(id: string, key: string): Promise<KeyStored | 'gone'> {
    return this.all().some((one) => one.id === id) ? await this.#keys.set(id, key) : 'gone';
  }

  /** Where the service of a project is. */
  async base(id: string): Promise<Result<URL>> {
    await this.#list.adopted;
    const find = (): Project | undefined => this.#list.all().find((one) => one.id === id);
    if (find()?.address === undefined) {
      await this.adopt();
    }
    const project = find();
    return project === undefined ? failed({ kind: 'noKey' }) : parseBaseUrl(project.address ?? this.#options.baseUrl());
  }

  /** The key of a project with the one address that it may be sent to. */
  async access(id: string): Promise<Result<Access>> {
    const base = await this.base(id);
    if (!base.ok) {
      return base;
    }
    const { host } = base.value;
    const key = await this.#keys.get(id);
    if (key.kind !== 'answered') {
      return failed({ kind: 'keyring', cause: key.kind, host });
    }
    return key.value === undefined || !fitsHeader(key.value)
      ? failed({ kind: 'noKey', host })
      : success({ base: base.value, key: key.value });
  }

  /**
   * To be called for a key that was stored untested: the next answer is compared with what the service called the
   * project until now.
   */
  expectServiceId(id: string): void {
    this.#untested.add(id);
  }

  /**
   * Remembers what the service calls a project, unless something is remembered already. True when a key that was stored
   * untested turns out to be that of another project.
   */
  async noteServiceId(id: string, serviceId: string): Promise<boolean> {
    if (this.#untested.delete(id) && (await this.isOtherService(id, serviceId))) {
      return true;
    }
    if (!this.#identified.has(id)) {
      this.#identified.add(id);
      if (this.#list.all().some((one) => one.id === id && one.serviceHash === undefined)) {
        await this.setServiceId(id, serviceId);
      }
    }
    return false;
  }

  /** Remembers what the service calls a project from now on. */
  async setServiceId(id: string, serviceId: string): Promise<void> {
    const serviceHash = await hashOf(serviceId);
    await this.#list.change((projects) => projects.map((one) => (one.id === id ? { ...one, serviceHash } : one)));
  }

  /** Whether the service called a project otherwise before: then a key is that of another one. */
  async isOtherService(id: string, serviceId: string): Promise<boolean> {
    const before = this.#list.all().find((one) => one.id === id)?.serviceHash;
    return before !== undefined && before !== (await hashOf(serviceId));
  }

  /** Whether a text is a key, or a part of one: one that is stored, or that was typed into the key box in this window. */
  async isKey(text: string): Promise<boolean> {
    return await this.#keys.has(
      text,
      this.all().map(({ id }) => id),
    );
  }

  /** Remembers what was typed into the key box, stored or not, so that it is not taken for an id. */
  async noteKey(key: string): Promise<void> {
    await this.#keys.note(key);
  }

  /** Forgets projects and their keys. False when the keyring may still have one of the keys. */
  async remove(ids: readonly string[]): Promise<boolean> {
    for (const id of ids) {
      await this.#list.remove(id);
    }
    this.#tellAllWindows();
    return await this.#keys.delete(ids);
  }

  /** The project ids of keys whose project is not in the list: keys left over, or of another profile of VS Code. */
  async otherKeys(): Promise<readonly string[]> {
    const own = new Set(this.all().map(({ id }) => id));
    return (await this.#keys.ids()).filter((id) => !own.has(id));
  }

  /**
   * Calls back with the id of a project whose key was stored or deleted in any window, or whose keyring answered late.
   */
  onDidChangeKey(changed: (id: string) => void): vscode.Disposable {
    return this.#keys.onDidChange(changed);
  }

  /**
   * Calls back when a project was added, renamed or removed in any window. For a change of another window it calls back
   * more than once, because the signal may come before the list.
   */
  onDidChangeList(changed: () => void): vscode.Disposable {
    this.#listListeners.add(changed);
    return { dispose: () => this.#listListeners.delete(changed) };
  }

  dispose(): void {
    this.#disposed = true;
    this.#otherWindows.dispose();
    this.#keys.dispose();
    this.#list.dispose();
  }

  #tellAllWindows(): void {
    this.#tellList();
    // Not awaited, because a keyring may not answer. Without a keyring the other windows follow when they are loaded
    // again.
    void this.#options.keyring.store(listSignal, crypto.randomUUID());
  }

  #tellOtherList(): void {
    const { guard, pauses = usualPauses } = this.#options;
    void guard(async () => {
      for (const pause of [0, ...pauses]) {
        await new Promise((resolve) => {
          setTimeout(resolve, pause);
        });
        if (this.#disposed) {
          return;
        }
        this.#tellList();
      }
    });
  }

  #tellList(): void {
    for (const tell of this.#listListeners) {
      tell();
    }
  }
}

/** What the keyring said when a key was stored. */
export type KeyStored = Answer<void>['kind'];

/** A hash that tells whether two ids are the same, so that the id itself need not be kept in VS Code's state. */
async function hashOf(serviceId: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(serviceId));
  return hexOf(new Uint8Array(digest)).slice(0, 32);
}
