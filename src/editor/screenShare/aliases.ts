import type * as vscode from 'vscode';
import { bytesOfHex, hexOf } from '../../json/bytes.ts';
import { bytesOfWords, createHmac, messageOf, type Hash } from '../../submissions/privacy/sha256.ts';
import type { Keyring } from '../project/keyring.ts';

const saltName = 'faceauth.aliasSalt';

/**
 * In letters, of 5 bits each. With these 60 bits, two of ten million aliases are the same with a chance of 1 in 20,000.
 */
const length = 12;

const letters = 'abcdefghijkmnopqrstuvwxyz2345678';

/** Stands in the place of every id until the aliases are loaded. */
export const noAlias = '…';

/** Whether a text is an alias rather than an id. */
export function isAlias(text: string): boolean {
  return /^id-[a-km-z2-8]{12}$/.test(text);
}

/**
 * Stands for ids where they must not be seen. The same id has the same alias on this machine, in every window and
 * export; without the salt, which lies in SecretStorage beside the keys, nobody can tell which id an alias stands for.
 */
export class Aliases implements vscode.Disposable {
  readonly #keyring: Keyring;
  readonly #listeners = new Set<() => void>();
  readonly #otherWindows: vscode.Disposable;
  #salt: string | undefined;
  #hash: Hash | undefined;
  #loading: Promise<void> | undefined;

  constructor(keyring: Keyring) {
    this.#keyring = keyring;
    this.#otherWindows = keyring.onDidChange((name) => {
      if (name === saltName) {
        void this.#follow();
      }
    });
  }

  /** Resolves when aliases can be told, after a few seconds at the latest. */
  async load(): Promise<void> {
    this.#loading ??= this.#load();
    await this.#loading;
  }

  /** The alias of an id; `noAlias` until they can be told. */
  readonly of = (id: string): string => aliasOf(id, this.#hash);

  /**
   * The aliases as they are now, for one file or text. In it an id has one alias, even if the aliases are forgotten
   * meanwhile.
   */
  get now(): (id: string) => string {
    const hash = this.#hash;
    return (id) => aliasOf(id, hash);
  }

  /** Begins with new aliases, in all windows; without a keyring they last as long as this window. */
  async forget(): Promise<void> {
    const salt = this.#use(newSalt());
    this.#loading = Promise.resolve();
    this.#tell();
    await this.#keyring.store(saltName, salt);
  }

  /** Calls back when aliases can be told, and when the same ids have other ones than before. */
  onDidChange(changed: () => void): vscode.Disposable {
    this.#listeners.add(changed);
    return { dispose: () => this.#listeners.delete(changed) };
  }

  dispose(): void {
    this.#otherWindows.dispose();
  }

  #use(salt: string): string {
    this.#salt = salt;
    this.#hash = createHmac(bytesOfHex(salt));
    return salt;
  }

  async #load(): Promise<void> {
    const stored = await this.#keyring.get(saltName, () => void this.#follow());
    if (this.#salt !== undefined) {
      // Forgotten meanwhile: the new ones count.
      return;
    }
    const salt = this.#use((stored.kind === 'answered' ? stored.value : undefined) ?? newSalt());
    this.#tell();
    if (stored.kind === 'answered' && stored.value === undefined) {
      // If another window stores a salt at this moment, both windows hear of both, and take the one that was stored
      // last.
      await this.#keyring.store(saltName, salt);
    }
  }

  /**
   * Takes the salt that all windows have. Before the first alias there is nothing to change. If a keyring that answers
   * late has no salt, that of this window is stored, so that the aliases in use last.
   */
  async #follow(): Promise<void> {
    const stored = await this.#keyring.get(saltName, () => void this.#follow());
    if (this.#salt === undefined || stored.kind !== 'answered' || stored.value === this.#salt) {
      return;
    }
    if (stored.value === undefined) {
      await this.#keyring.store(saltName, this.#salt);
    } else {
      this.#use(stored.value);
      this.#tell();
    }
  }

  #tell(): void {
    for (const tell of this.#listeners) {
      tell();
    }
  }
}

function newSalt(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(32)));
}

function aliasOf(id: string, hash: Hash | undefined): string {
  if (hash === undefined) {
    return noAlias;
  }
  const digest = bytesOfWords(hash(messageOf(id)));
  let alias = 'id-';
  for (let at = 0; at < length; at++) {
    alias += letters.charAt((digest[at] ?? 0) % letters.length);
  }
  return alias;
}
