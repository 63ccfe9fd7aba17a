import * as vscode from 'vscode';
import { pageHtml, pagesFolder, type PageName } from './pageHtml.ts';

/** What a page in a panel needs. */
export interface PageOptions {
  readonly extensionUri: vscode.Uri;
  readonly name: PageName;
  /** The funnel for unexpected errors. */
  readonly guard: (work: () => Promise<void>) => void | Promise<void>;
  /** Takes a message of the page, which nothing has looked at yet. */
  readonly receive: (message: unknown) => Promise<void>;
  /** Called whenever the page has come into view: what was sent meanwhile it has missed. */
  readonly shown: () => void;
  readonly closed: () => void;
}

/** Puts a page into a panel, with scripts and nothing else that it does not need. All of it ends with the panel. */
export function showPage(panel: vscode.WebviewPanel, options: PageOptions): void {
  const { extensionUri, name, guard, receive } = options;
  const { webview } = panel;
  webview.options = {
    enableScripts: true,
    enableCommandUris: false,
    localResourceRoots: [pagesFolder(extensionUri)],
  };
  const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(pagesFolder(extensionUri), `${name}-${theme}.svg`);
  panel.iconPath = { light: icon('light'), dark: icon('dark') };
  const listeners = vscode.Disposable.from(
    webview.onDidReceiveMessage((message: unknown) => {
      void guard(async () => {
        await receive(message);
      });
    }),
    panel.onDidChangeViewState(({ webviewPanel }) => {
      if (webviewPanel.visible) {
        options.shown();
      }
    }),
    panel.onDidDispose(() => {
      options.closed();
      listeners.dispose();
    }),
  );
  webview.html = pageHtml(webview, extensionUri, name);
}
