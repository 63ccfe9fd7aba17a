import type * as vscode from 'vscode';
import * as z from 'zod/mini';

const text = z.string();
const texts = z.array(z.string());

const folderName = 'faceauth.exportFolder';
const workTreesName = 'faceauth.exportWorkTrees';

/** Where this window exported to last, and in which git work trees a person agreed to. Paths, kept in VS Code's state. */
export class ExportPlaces {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  /** The folder of the last export outside the workspace: no export begins in the workspace unasked. */
  get folder(): string | undefined {
    return text.safeParse(this.#state.get(folderName)).data;
  }

  /** Remembers the folder of an export. */
  async remember(folder: string, workspaceFolders: readonly string[]): Promise<void> {
    if (
      !workspaceFolders.some((one) => folder === one || folder.startsWith(`${one}/`) || folder.startsWith(`${one}\\`))
    ) {
      await this.#state.update(folderName, folder);
    }
  }

  /** Whether a person has agreed to exports in a work tree. */
  isAccepted(workTree: string): boolean {
    return texts.safeParse(this.#state.get(workTreesName)).data?.includes(workTree) === true;
  }

  /** Remembers that a person agreed to exports in a work tree. */
  async accept(workTree: string): Promise<void> {
    const before = texts.safeParse(this.#state.get(workTreesName)).data ?? [];
    await this.#state.update(workTreesName, [...before, workTree]);
  }
}
