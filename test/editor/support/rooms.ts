import * as vscode from 'vscode';
import type { CommandName } from '../../../src/editor/commandNames.ts';
import { startCore, type Core } from '../../../src/editor/core.ts';
import { SubmissionFiles } from '../../../src/editor/document/submissionFiles.ts';
import { SubmissionsTree } from '../../../src/editor/list/submissionsTree.ts';
import { readSettings } from '../../../src/editor/window/settings.ts';
import type { Row } from '../../../src/session/row.ts';
import { SharedState } from '../../unit/editor/project/sharedState.ts';
import { SlowSecrets } from '../../unit/editor/project/slowSecrets.ts';
import { until } from './window.ts';

/**
 * A core as in a window of its own, and the rooms on it: the parts of the editor that a test opens. The parts are real,
 * except the view and what VS Code stores.
 */
export interface Rooms extends vscode.Disposable {
  readonly core: Core;
  readonly secrets: SlowSecrets;
  /** Opens a room. */
  readonly open: (room: (core: Core) => vscode.Disposable) => void;
  readonly run: (name: CommandName, ...given: readonly unknown[]) => Promise<void>;
}

/** What VS Code keeps of one window for the next. */
export interface Stored {
  readonly state: SharedState;
  readonly secrets: SlowSecrets;
}

/** Opens a window without any room yet; `baseUrl` is the address that is offered for new projects. */
export function openRooms(baseUrl?: string, stored: Stored = nothingStored()): Rooms {
  const own = vscode.extensions.getExtension('faceauth.faceauth-inspector');
  if (own === undefined) throw new Error('The extension is not there.');
  const { state, secrets } = stored;
  const subscriptions: vscode.Disposable[] = [];
  const context = {
    subscriptions,
    secrets,
    globalState: state.window(),
    workspaceState: new SharedState().window(),
    extensionUri: own.extensionUri,
    extension: own,
  };
  const none = new vscode.EventEmitter<never>().event;
  const view = {
    visible: false,
    selection: [],
    onDidExpandElement: none,
    onDidChangeSelection: none,
    onDidChangeVisibility: none,
  };
  const core = startCore(context as unknown as vscode.ExtensionContext, {
    tree: new SubmissionsTree(() => undefined),
    view: view as unknown as vscode.TreeView<Row>,
    files: new SubmissionFiles(async () => await Promise.resolve(new Uint8Array())),
    startedBy: undefined,
  });
  if (baseUrl !== undefined) {
    Reflect.defineProperty(core.settings, 'current', { get: () => ({ ...readSettings().settings, baseUrl }) });
  }
  return {
    core,
    secrets,
    open: (room) => {
      subscriptions.push(room(core));
    },
    run: async (name, ...given) => {
      await core.commands.run(name, given);
    },
    dispose: () => {
      // All windows of this host have one log, which cannot be opened a second time.
      vscode.Disposable.from(...subscriptions.filter((one) => one !== core.log)).dispose();
    },
  };
}

/** A VS Code in which nothing was done yet. */
export function nothingStored(): Stored {
  return { state: new SharedState(), secrets: new SlowSecrets() };
}

/** Accepts a question. Repeats that until it works, because VS Code may not show the question yet. */
async function accepted(question: Pick<vscode.InputBox, 'onDidAccept'>): Promise<void> {
  const done = new AbortController();
  question.onDidAccept(() => {
    done.abort();
  });
  await until('what is asked is accepted', async () => {
    // The command returns after the question has heard of it, so no second command accepts the next question.
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return done.signal.aborted;
  });
}

type Asking =
  | 'showInformationMessage'
  | 'showWarningMessage'
  | 'showErrorMessage'
  | 'showQuickPick'
  | 'showInputBox'
  | 'createInputBox'
  | 'createQuickPick'
  | 'showOpenDialog'
  | 'showSaveDialog';

/** Takes the place of VS Code's messages, lists, boxes and dialogs, and answers as a person; until `restore`. */
export class Person {
  /** The texts of messages, and the titles of questions. */
  readonly heard: string[] = [];
  /**
   * Answers a message with the label of a button, a list with an item's label, and a box with its text. Undefined
   * chooses nothing.
   */
  answer: (asked: string) => Promise<string | undefined> = async () => await Promise.resolve(undefined);
  /** The box that was opened last. */
  box: vscode.InputBox | undefined;
  /** The list that was opened last with `createQuickPick`. */
  list: vscode.QuickPick<vscode.QuickPickItem> | undefined;
  /** Where a file is saved, or which file is opened; undefined closes the dialog. */
  place: () => Promise<vscode.Uri | undefined> = async () => await Promise.resolve(undefined);
  readonly #before = new Map<Asking, unknown>();

  constructor() {
    for (const name of ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const) {
      this.#replace(name, async (text: string, ...items: readonly (string | Partial<vscode.MessageItem>)[]) => {
        const label = await this.#asked(text);
        const buttons = items.filter((one) => typeof one !== 'string');
        // As in VS Code, closing a question answers it with the button that is marked for that.
        const closing = buttons.find(({ isCloseAffordance }) => isCloseAffordance === true);
        return buttons.find(({ title }) => title !== undefined && title === label) ?? label ?? closing;
      });
    }
    this.#replace(
      'showQuickPick',
      async (items: readonly vscode.QuickPickItem[], options?: vscode.QuickPickOptions) => {
        const label = await this.#asked(options?.title ?? '');
        return items.find((one) => one.label === label);
      },
    );
    this.#replace('showInputBox', async (options?: vscode.InputBoxOptions) => {
      const text = await this.#asked(options?.prompt ?? '');
      const said = text === undefined ? undefined : await options?.validateInput?.(text);
      if (said) this.heard.push(typeof said === 'string' ? said : said.message);
      return text;
    });
    this.#replace('showOpenDialog', async (options?: vscode.OpenDialogOptions) => {
      this.heard.push(options?.title ?? '');
      const place = await this.place();
      return place && [place];
    });
    this.#replace('showSaveDialog', async () => await this.place());
    const { createInputBox, createQuickPick } = vscode.window;
    this.#replace('createQuickPick', () => {
      this.list = createQuickPick();
      return this.list;
    });
    this.#replace('createInputBox', () => {
      this.box = createInputBox();
      return this.box;
    });
  }

  /** Enters a text into the box that is open, or is about to. */
  async enter(text: string): Promise<void> {
    await until('a box is open', () => this.box !== undefined);
    const { box } = this;
    this.box = undefined;
    if (box !== undefined) {
      box.value = text;
      await accepted(box);
    }
  }

  /** Accepts the list that is open, or is about to. */
  async accept(): Promise<void> {
    await until('a list is open', () => this.list !== undefined);
    const { list } = this;
    this.list = undefined;
    if (list !== undefined) await accepted(list);
  }

  /** Has VS Code show everything again. */
  restore(): void {
    for (const [name, before] of this.#before) Reflect.set(vscode.window, name, before);
  }

  async #asked(text: string): Promise<string | undefined> {
    this.heard.push(text);
    return await this.answer(text);
  }

  #replace(name: Asking, by: unknown): void {
    this.#before.set(name, vscode.window[name]);
    Reflect.set(vscode.window, name, by);
  }
}
