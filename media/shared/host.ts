declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  setState(state: unknown): void;
};

/** The panel that a page belongs to. */
export interface Host<ToHost, ToPage> {
  /** Tells the panel what somebody does on the page. */
  readonly send: (message: ToHost) => void;
  /**
   * Shows what the panel sends, and keeps the state in each message, which the panel needs to come back after a window
   * reload. Sends `ready` as soon as the page has loaded, unless `show` has returned true by then: the panel would send
   * again what already came while the page loaded.
   */
  readonly show: (show: (message: ToPage) => boolean) => void;
}

/** Connects the page with its panel; VS Code allows it once. */
export function connect<ToHost, ToPage extends { readonly state: unknown }>(ready: ToHost): Host<ToHost, ToPage> {
  const vscode = acquireVsCodeApi();
  return {
    send: (message) => {
      vscode.postMessage(message);
    },
    show: (show) => {
      const shown = { any: false };
      window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
        vscode.setState(data.state);
        shown.any = show(data) || shown.any;
      });
      window.addEventListener('load', () => {
        setTimeout(() => {
          if (!shown.any) {
            vscode.postMessage(ready);
          }
        });
      });
    },
  };
}
