import * as vscode from 'vscode';

/** What all windows have in common, as VS Code's own storage of secrets is: every window hears of every change. */
export class SharedSecrets implements vscode.SecretStorage {
  readonly #values = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>();
  readonly onDidChange = this.#changed.event;
  /** Whether nothing can be stored, as without a keyring. */
  refuses = false;

  async get(key: string): Promise<string | undefined> {
    return await Promise.resolve(this.#values.get(key));
  }

  async store(key: string, value: string): Promise<void> {
    if (this.refuses) throw new Error('There is no keyring.');
    this.#values.set(key, value);
    this.#changed.fire({ key });
    await Promise.resolve();
  }

  async delete(key: string): Promise<void> {
    if (this.refuses) throw new Error('There is no keyring.');
    this.#values.delete(key);
    this.#changed.fire({ key });
    await Promise.resolve();
  }

  async keys(): Promise<string[]> {
    return await Promise.resolve([...this.#values.keys()]);
  }
}
