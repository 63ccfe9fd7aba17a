import * as vscode from 'vscode';
import type { Core } from '../core.ts';
import { scheme } from '../document/submissionFiles.ts';
import { documentLinks } from './documentLinks.ts';
import { hoverAt } from './hover.ts';
import { terminalLinks } from './terminalLinks.ts';

/**
 * Hovers on known ids and links from ids to their submissions, in every text editor and terminal. The JSON documents of
 * submissions have their own. Nothing here asks a service, until a person follows a link to an id that is not known.
 */
export function registerLinks(core: Core): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider('*', {
      provideHover: (document, position) =>
        document.uri.scheme === scheme ? undefined : hoverAt(core, document, position),
    }),
    vscode.languages.registerDocumentLinkProvider('*', documentLinks(core)),
    vscode.window.registerTerminalLinkProvider(terminalLinks(core)),
  );
}
