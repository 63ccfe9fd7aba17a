import * as vscode from 'vscode';
import { maskWith, unmasked, type Mask } from '../../submissions/privacy/mask.ts';
import type { Core } from '../core.ts';
import type { Keyring } from '../project/keyring.ts';
import type { Guard } from '../window/guard.ts';
import type { Aliases } from './aliases.ts';
import { ModeSign } from './modeSign.ts';

const stateName = 'faceauth.screenShare';

/** The commands that switch the mode, and the sign that it is on. */
export function registerScreenShare({ commands, screenShare, shell }: Core): vscode.Disposable {
  const sign = new ModeSign();
  let wasOn = screenShare.mask.on;
  sign.show(wasOn);
  // Before anything of a window was used, its menus offer to start a mode that stayed on over a reload: it must not stop.
  let isStartOfMode = wasOn && shell.startedBy === 'faceauth.toggleMask';
  return vscode.Disposable.from(
    sign,
    commands.register('faceauth.toggleMask', async () => {
      if (isStartOfMode) {
        sign.say(true);
      } else {
        await screenShare.toggle();
      }
      isStartOfMode = false;
    }),
    commands.register('faceauth.stopMask', async () => {
      if (screenShare.mask.on) {
        await screenShare.toggle();
      }
    }),
    screenShare.onDidChange(() => {
      const { on } = screenShare.mask;
      if (on !== wasOn) {
        wasOn = on;
        sign.show(on);
        sign.say(on);
        if (on) {
          // A list that is open was made with ids, and another window may have switched the mode.
          void vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        }
      }
    }),
  );
}

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

  /** Through which ids and texts are shown now. */
  get mask(): Mask {
    return this.#mask;
  }

  /** Switches the mode. */
  async toggle(): Promise<void> {
    const on = !this.#mask.on;
    await this.#switch(on);
    const { state, keyring } = this.#options;
    await state.update(stateName, on ? true : undefined);
    // Without a keyring the other windows follow when they are loaded again.
    await (on ? keyring.store(stateName, 'on') : keyring.delete(stateName));
  }

  /** Resolves when a mode that stayed on over a reload can tell its aliases. */
  async ready(): Promise<void> {
    if (this.#mask.on) {
      await this.#options.aliases.load();
      this.#changed.fire();
    }
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
    const { state, keyring } = this.#options;
    // A keyring that is slow now still has this window follow, once it answers.
    const answer = await keyring.get(stateName, () => {
      this.#followSoon();
    });
    if (answer.kind === 'answered') {
      const on = answer.value !== undefined;
      await this.#switch(on);
      await state.update(stateName, on ? true : undefined);
    }
  }

  async #switch(on: boolean): Promise<void> {
    if (on === this.#mask.on) {
      return;
    }
    await this.#options.aliases.load();
    this.#mask = on ? this.#aliased() : unmasked;
    this.#changed.fire();
  }

  #aliased(): Mask {
    return maskWith(this.#options.aliases.of, this.#options.isId);
  }
}
