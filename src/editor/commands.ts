import type * as vscode from 'vscode';
import type { CommandName } from './commandNames.ts';
import type { Guard } from './window/guard.ts';

/** What a command does. VS Code passes what it was started on: a row and all selected rows, an address, or nothing. */
export type Command = (given: readonly unknown[]) => Promise<void> | void;

/** The commands of all folders. Each folder registers its own. */
export class Commands {
  readonly #guard: Guard;
  readonly #ready: () => Promise<void>;
  readonly #commands = new Map<CommandName, Command>();

  /** `ready` resolves when everything that any command may need is loaded. */
  constructor(guard: Guard, ready: () => Promise<void>) {
    this.#guard = guard;
    this.#ready = ready;
  }

  /** Says what a command does, until it is disposed. */
  register(name: CommandName, command: Command): vscode.Disposable {
    this.#commands.set(name, command);
    return { dispose: () => this.#commands.delete(name) };
  }

  /** Runs a command as a person started it. */
  async run(name: CommandName, given: readonly unknown[]): Promise<void> {
    await this.#guard(async () => {
      const command = this.#commands.get(name);
      if (command === undefined) {
        throw new Error(`Nothing is registered that does ${name}.`);
      }
      await this.#ready();
      await command(given);
    });
  }
}
