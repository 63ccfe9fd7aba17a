import type * as vscode from 'vscode';

type Listener = (event: vscode.SecretStorageChangeEvent) => void;

/**
 * What all windows have in common, as VS Code's own storage of secrets is: nothing is told where a secret stays what it is.
 * It may refuse, or not answer until it is awake.
 */
export class SlowSecrets implements vscode.SecretStorage {
  readonly #values = new Map<string, string>();
  readonly #listeners = new Set<Listener>();
  readonly #waiting: (() => void)[] = [];
  mood: 'answers' | 'refuses' | 'silent' = 'answers';
  /** How many questions came. */
  asked = 0;

  readonly onDidChange = (listener: Listener): vscode.Disposable => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  async get(key: string): Promise<string | undefined> {
    return await this.#answer(() => this.#values.get(key));
  }

  async store(key: string, value: string): Promise<void> {
    await this.#answer(() => {
      const before = this.#values.get(key);
      this.#values.set(key, value);
      if (value !== before) this.#tell(key);
    });
  }

  async delete(key: string): Promise<void> {
    await this.#answer(() => {
      if (this.#values.delete(key)) this.#tell(key);
    });
  }

  async keys(): Promise<string[]> {
    return await this.#answer(() => [...this.#values.keys()]);
  }

  /** Answers everything that waits, and from now on at once. */
  awake(): void {
    this.mood = 'answers';
    for (const go of this.#waiting.splice(0)) go();
  }

  async #answer<T>(answer: () => T): Promise<T> {
    this.asked += 1;
    if (this.mood === 'refuses') throw new Error('There is no keyring.');
    if (this.mood === 'silent') await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return answer();
  }

  #tell(key: string): void {
    for (const listener of this.#listeners) listener({ key });
  }
}
