import * as vscode from 'vscode';
import { languageOfWords } from './language.ts';

/** The pages that panels show. */
export type PageName = 'record' | 'insights';

/** The folder of all that a page may load. */
export function pagesFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'media');
}

/** The HTML frame of a page. It holds no text, neither remote nor ours: everything in the page arrives as messages. */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri, name: PageName): string {
  const nonce = crypto.randomUUID();
  const file = (ending: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(pagesFolder(extensionUri), `${name}.${ending}`)).toString();
  // `default-src` does not cover `base-uri` and `form-action`, so they are named.
  const policy = [
    "default-src 'none'; base-uri 'none'; form-action 'none'",
    `style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${languageOfWords()}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="stylesheet" href="${file('css')}" />
    <title>FaceAuth</title>
  </head>
  <body>
    <script nonce="${nonce}" src="${file('js')}"></script>
  </body>
</html>`;
}
