import * as vscode from 'vscode';
import { maskWith, unmasked, type Mask } from '../../submissions/privacy/mask.ts';
import type { Keyring } from '../project/keyring.ts';
import type { Guard } from '../window/guard.ts';
import type { Aliases } from './aliases.ts';

const stateName = 'faceauth.screenShare';

/** What screen-share mode works on. */
export interface ScreenShareOptions {
  readonly state: vscode.Memento;
  /** Tells all windows at once, which a state does not; it holds nothing that is secret. */
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

  /** Through which ids and texts are shown now: another object whenever the same id is shown otherwise. */
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
   * Resolves when a mode that stayed on over a reload can tell its aliases, or when it is known whether windows of another
   * profile have it on: only the keyring tells that.
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

  /** Does as another window did. That may be one of another profile, whose state is not this one's. */
  async #follow(): Promise<void> {
    const { keyring } = this.#options;
    const { on } = this.#mask;
    // A keyring that is slow now still has this window follow, once it answers.
    const answer = await keyring.get(stateName, () => {
      this.#followSoon();
    });
    // What was asked before a switch may be answered with what was there before it.
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
