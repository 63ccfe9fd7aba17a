import { createHmac, randomBytes } from 'node:crypto';
import type * as vscode from 'vscode';

const saltName = 'faceauth.aliasSalt';

/** Ten million aliases of 60 bits are all different but for a chance of 1 in 20,000. In letters. */
const length = 12;

const letters = 'abcdefghijkmnopqrstuvwxyz2345678';

/** Whether a text is an alias rather than an id. */
export function isAlias(text: string): boolean {
  return /^id-[a-km-z2-8]{12}$/.test(text);
}

/**
 * Stands for ids where they must not be seen. The same id has the same alias on this machine, in every window and
 * export; without the salt, which lies in SecretStorage beside the keys, nobody can tell which id an alias stands for.
 */
export class Aliases {
  readonly #secrets: vscode.SecretStorage;
  #salt: Buffer | undefined;
  #loading: Promise<void> | undefined;

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
  }

  /** Resolves when aliases can be told. */
  async load(): Promise<void> {
    this.#loading ??= this.#loadSalt();
    await this.#loading;
  }

  /** The alias of an id; dots until they can be told. */
  readonly of = (id: string): string => {
    if (this.#salt === undefined) {
      return '…';
    }
    const digest = createHmac('sha256', this.#salt).update(id).digest();
    return `id-${Array.from(digest.subarray(0, length), (byte) => letters.charAt(byte % 32)).join('')}`;
  };

  /** Begins with new aliases, which last as long as this window. */
  async forget(): Promise<void> {
    this.#salt = randomBytes(32);
    this.#loading = Promise.resolve();
    await this.#secrets.delete(saltName);
  }

  async #loadSalt(): Promise<void> {
    try {
      const stored = await this.#secrets.get(saltName);
      this.#salt = Buffer.from(stored ?? randomBytes(32).toString('hex'), 'hex');
      if (stored === undefined) {
        await this.#secrets.store(saltName, this.#salt.toString('hex'));
      }
    } catch {
      // Without a keyring the aliases last as long as this window.
      this.#salt ??= randomBytes(32);
    }
  }
}
