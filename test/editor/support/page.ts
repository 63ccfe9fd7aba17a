import * as vscode from 'vscode';

/**
 * A panel whose page is played by the test. `posted` has the messages to the page, and `say` sends what a person does
 * on it.
 */
export interface TestPage<ToPage> {
  readonly panel: vscode.WebviewPanel;
  readonly posted: ToPage[];
  readonly say: (message: unknown) => void;
}

/** Opens a panel that is in front and stays there. */
export function openPage<ToPage>(): TestPage<ToPage> {
  const posted: ToPage[] = [];
  const received = new vscode.EventEmitter<unknown>();
  const none = new vscode.EventEmitter<never>().event;
  const webview = {
    onDidReceiveMessage: received.event,
    asWebviewUri: (uri: vscode.Uri) => uri,
    cspSource: '',
    postMessage: (message: ToPage) => posted.push(message),
  };
  const panel = {
    webview,
    visible: true,
    active: true,
    onDidChangeViewState: none,
    onDidDispose: none,
    dispose: () => undefined,
  };
  return {
    panel: panel as unknown as vscode.WebviewPanel,
    posted,
    say: (message) => {
      received.fire(message);
    },
  };
}
