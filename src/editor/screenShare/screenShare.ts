import * as vscode from 'vscode';
import { maskWith, unmasked, type Mask } from '../../submissions/privacy/mask.ts';
import type { Keyring } from '../project/keyring.ts';
import type { Guard } from '../window/guard.ts';
import type { Aliases } from './aliases.ts';

const stateName = 'faceauth.screenShare';

/** What screen-share mode works on. */
export interface ScreenShareOptions {
  readonly state: vscode.Memento;
  /** Used to tell all windows at once, which a state does not do. What is stored in it is not secret. */
  readonly keyring: Keyring;
  readonly aliases: Aliases;
  readonly guard: Guard;
  /** Whether a text is an id that this window knows. */
  readonly isId: (text: string) => boolean;
}

/**
 * Whether ids are shown as aliases, in all windows alike: more than one may be on the screen that is shared. Stays on over
 * a reload, which must not show them either.
 */
export class ScreenShare implements vscode.Disposable {
  readonly #options: ScreenShareOptions;
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when everything has to be painted again. */
  readonly onDidChange = this.#changed.event;
  readonly #otherWindows: vscode.Disposable;
  #mask: Mask = unmasked;

  constructor(options: ScreenShareOptions) {
    this.#options = options;
    if (options.state.get(stateName) === true) {
      this.#mask = this.#aliased();
    }
    this.#otherWindows = vscode.Disposable.from(
      options.aliases.onDidChange(() => {
        if (this.#mask.on) {
          this.#mask = this.#aliased();
          this.#changed.fire();
        }
      }),
      options.keyring.onDidChange((name) => {
        if (name === stateName) {
          this.#followSoon();
        }
      }),
    );
  }

  /**
   * The mask through which ids and texts are shown now. It is another object whenever an id is shown in another way.
   */
  get mask(): Mask {
    return this.#mask;
  }

  /** Switches the mode. */
  async toggle(): Promise<void> {
    const on = !this.#mask.on;
    const { keyring } = this.#options;
    await Promise.all([
      this.#switch(on),
      // Without a keyring the other windows follow when they are loaded again.
      on ? keyring.store(stateName, 'on') : keyring.delete(stateName),
    ]);
  }

  /**
   * If the mode stayed on over a reload, resolves when the aliases are loaded. Otherwise resolves when it is known
   * whether windows of another profile have the mode on, which only the keyring tells.
   */
  async ready(): Promise<void> {
    await (this.#mask.on ? this.#options.aliases.load() : this.#follow());
  }

  dispose(): void {
    this.#otherWindows.dispose();
    this.#changed.dispose();
  }

  #followSoon(): void {
    void this.#options.guard(async () => {
      await this.#follow();
    });
  }

  /** Follows a switch in another window. That window may be one of another profile, which has a state of its own. */
  async #follow(): Promise<void> {
    const { keyring } = this.#options;
    const { on } = this.#mask;
    // If the keyring is slow now, this window follows once it answers.
    const answer = await keyring.get(stateName, () => {
      this.#followSoon();
    });
    // Ignore the answer if this window was switched meanwhile: it may be older than the switch.
    if (answer.kind === 'answered' && this.#mask.on === on) {
      await this.#switch(answer.value !== undefined);
    }
  }

  /** Hides ids at once: until the keyring has told the aliases, there are none. */
  async #switch(on: boolean): Promise<void> {
    if (on === this.#mask.on) {
      return;
    }
    this.#mask = on ? this.#aliased() : unmasked;
    this.#changed.fire();
    const { state, aliases } = this.#options;
    await Promise.all([state.update(stateName, on ? true : undefined), aliases.load()]);
  }

  #aliased(): Mask {
    return maskWith(this.#options.aliases.of, this.#options.isId);
  }
}
