import * as vscode from 'vscode';
import { maskWith, unmasked, type Mask } from '../submissions/mask.ts';
import type { Aliases } from './aliases.ts';

const stateName = 'faceauth.screenShare';

/** What screen-share mode works on. */
export interface ScreenShareOptions {
  readonly state: vscode.Memento;
  readonly aliases: Aliases;
  /** Whether a text is an id that this window knows. */
  readonly isId: (text: string) => boolean;
}

/** Whether ids are shown as aliases. Stays on over a reload: a shared screen must not show them just then. */
export class ScreenShare implements vscode.Disposable {
  readonly #options: ScreenShareOptions;
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when everything has to be painted again. */
  readonly onDidChange = this.#changed.event;
  #mask: Mask = unmasked;

  constructor(options: ScreenShareOptions) {
    this.#options = options;
    if (options.state.get(stateName) === true) {
      this.#mask = this.#aliased();
    }
  }

  /** Through which ids and texts are shown now. */
  get mask(): Mask {
    return this.#mask;
  }

  /** Switches the mode. */
  async toggle(): Promise<void> {
    const on = !this.#mask.on;
    await this.#options.aliases.load();
    this.#mask = on ? this.#aliased() : unmasked;
    await this.#options.state.update(stateName, on ? true : undefined);
    this.#changed.fire();
  }

  /** Resolves when a mode that stayed on over a reload can tell its aliases. */
  async ready(): Promise<void> {
    if (this.#mask.on) {
      await this.#options.aliases.load();
      this.#changed.fire();
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #aliased(): Mask {
    return maskWith(this.#options.aliases.of, this.#options.isId);
  }
}
