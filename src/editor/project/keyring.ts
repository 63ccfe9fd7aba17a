import type * as vscode from 'vscode';

/** How long an answer is waited for, in ms: a locked keyring may wait for its owner and not answer at all. */
export const usualPatience = 4000;

/** What a keyring said: what it has, that it refuses, or nothing within the time that it was given. */
export type Answer<T> =
  { readonly kind: 'answered'; readonly value: T } | { readonly kind: 'refused' } | { readonly kind: 'silent' };

/** `SecretStorage` as it is in this version of VS Code; older ones cannot list what they hold. */
type Secrets = vscode.SecretStorage & { readonly keys?: () => Thenable<readonly string[]> };

/** VS Code's SecretStorage with an end to every wait. Nothing here rejects. */
export class Keyring {
  readonly #secrets: Secrets;
  readonly #patience: number;
  /** Questions that have no answer yet. The same one is not asked again: it would only wait behind the first. */
  readonly #open = new Map<string, Promise<string | undefined>>();

  constructor(secrets: Secrets, patience = usualPatience) {
    this.#secrets = secrets;
    this.#patience = patience;
  }

  /** Reads a secret. `late` is called when an answer comes after nobody waited for it any more. */
  async get(name: string, late?: () => void): Promise<Answer<string | undefined>> {
    const question = this.#open.get(name) ?? this.#ask(name);
    const answer = await this.#within(question);
    if (answer.kind === 'silent' && late !== undefined) {
      // A refusal that comes late changes nothing.
      question.then(late, () => undefined);
    }
    return answer;
  }

  /** Stores a secret. */
  async store(name: string, value: string): Promise<Answer<void>> {
    return await this.#within(this.#secrets.store(name, value));
  }

  /** Deletes a secret. */
  async delete(name: string): Promise<Answer<void>> {
    return await this.#within(this.#secrets.delete(name));
  }

  /** The names of all secrets that begin with the prefix; none where VS Code cannot tell them. */
  async names(prefix: string): Promise<readonly string[]> {
    const names = await this.#within(this.#secrets.keys?.() ?? Promise.resolve([]));
    return names.kind === 'answered' ? names.value.filter((name) => name.startsWith(prefix)) : [];
  }

  /** Calls back with the name of a secret that changed in any window. */
  onDidChange(changed: (name: string) => void): vscode.Disposable {
    return this.#secrets.onDidChange(({ key }) => {
      // An open question may still be answered with the old value, so it is not used again.
      this.#open.delete(key);
      changed(key);
    });
  }

  async #ask(name: string): Promise<string | undefined> {
    const question = Promise.resolve(this.#secrets.get(name)).finally(() => {
      if (this.#open.get(name) === question) {
        this.#open.delete(name);
      }
    });
    this.#open.set(name, question);
    return await question;
  }

  async #within<T>(work: Thenable<T>): Promise<Answer<T>> {
    const { promise: silence, resolve } = Promise.withResolvers<Answer<T>>();
    const timer = setTimeout(resolve, this.#patience, { kind: 'silent' });
    try {
      const answer = Promise.resolve(work).then(
        (value): Answer<T> => ({ kind: 'answered', value }),
        (): Answer<T> => ({ kind: 'refused' }),
      );
      return await Promise.race([answer, silence]);
    } finally {
      clearTimeout(timer);
    }
  }
}
