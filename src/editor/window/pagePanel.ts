import * as vscode from 'vscode';
import type { Guard } from './guard.ts';
import { pageHtml, pagesFolder, type PageName } from './pageHtml.ts';

/** What the page of a panel may say, each with what is done about it; a kind without its handler does not compile. */
export type Handlers<ToHost extends { readonly kind: string }> = {
  readonly [Kind in ToHost['kind']]: (message: ToHost & { readonly kind: Kind }) => Promise<void> | void;
};

/** What is particular to one kind of panel. */
export interface PagePanelOptions<ToHost extends { readonly kind: string }> {
  readonly extensionUri: vscode.Uri;
  readonly guard: Guard;
  readonly name: PageName;
  /** Reads a message of the page, which nothing has looked at yet; throws when it is none. */
  readonly read: (message: unknown) => ToHost;
  readonly handlers: Handlers<ToHost>;
  /** Called whenever the page has come into view, because it has missed what was sent before. */
  readonly shown: () => void;
  readonly closed: () => void;
}

/**
 * A panel and the page in it. The page may run scripts and nothing else that it does not need. Everything ends with the
 * panel.
 */
export class PagePanel<ToHost extends { readonly kind: string }, ToPage> implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  /** Loading for a panel may end after it was closed, and VS Code refuses to touch it then. */
  #isClosed = false;

  constructor(panel: vscode.WebviewPanel, options: PagePanelOptions<ToHost>) {
    this.#panel = panel;
    const { extensionUri, guard, name, read, handlers } = options;
    const handle = async (message: ToHost): Promise<void> => {
      const kind: ToHost['kind'] = message.kind;
      await handlers[kind](message);
    };
    const { webview } = panel;
    const folder = pagesFolder(extensionUri);
    webview.options = { enableScripts: true, enableCommandUris: false, localResourceRoots: [folder] };
    const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(folder, `${name}-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const listeners = vscode.Disposable.from(
      webview.onDidReceiveMessage((message: unknown) => {
        void guard(async () => {
          await handle(read(message));
        });
      }),
      panel.onDidChangeViewState(({ webviewPanel }) => {
        if (webviewPanel.visible) {
          options.shown();
        }
      }),
      panel.onDidDispose(() => {
        this.#isClosed = true;
        options.closed();
        listeners.dispose();
      }),
    );
    webview.html = pageHtml(webview, extensionUri, name);
  }

  /** Whether this panel has the focus. */
  get active(): boolean {
    return !this.#isClosed && this.#panel.active;
  }

  /** The title and the group of its tab; no group for a panel that stands in none. */
  get tab(): { readonly title: string; readonly column: number | undefined } {
    return { title: this.#panel.title, column: this.#panel.viewColumn };
  }

  /** Whether its page can be seen. */
  get visible(): boolean {
    return !this.#isClosed && this.#panel.visible;
  }

  /** Names the tab. */
  name(title: string): void {
    if (!this.#isClosed) {
      this.#panel.title = title;
    }
  }

  /** Sends the page what it shows. A page that cannot be seen misses it, and asks when it is back. */
  send(message: ToPage): void {
    if (!this.#isClosed) {
      void this.#panel.webview.postMessage(message);
    }
  }

  /** Brings the panel to the front. */
  reveal(preserveFocus = false): void {
    this.#panel.reveal(undefined, preserveFocus);
  }

  dispose(): void {
    this.#panel.dispose();
  }
}
