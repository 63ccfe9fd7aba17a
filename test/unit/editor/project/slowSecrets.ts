import type * as vscode from 'vscode';

type Listener = (event: vscode.SecretStorageChangeEvent) => void;

/**
 * The storage of secrets that all windows share. Like VS Code's own, it sends no event when a secret keeps its value.
 * It may refuse, or give no answer until `awake` is called.
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

  /** Answers all calls that wait, and from now on answers at once. */
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
