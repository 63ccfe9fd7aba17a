import * as vscode from 'vscode';

/** The folder of all that a page may load. */
export function pagesFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'media');
}

/** The page's frame: no text, remote or ours; everything in it arrives as messages. */
export function recordHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = crypto.randomUUID();
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(pagesFolder(extensionUri), name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  // Without a bundle of translations the words are English, whatever the language of VS Code.
  const language = vscode.l10n.bundle === undefined ? 'en' : vscode.env.language;
  return `<!DOCTYPE html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="stylesheet" href="${file('record.css')}" />
    <title>FaceAuth</title>
  </head>
  <body>
    <script nonce="${nonce}" src="${file('record.js')}"></script>
  </body>
</html>`;
}
