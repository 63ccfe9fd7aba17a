import * as vscode from 'vscode';
import { commandNames, type CommandName } from './editor/commandNames.ts';
import { scheme, SubmissionFiles } from './editor/document/submissionFiles.ts';
import { SubmissionsTree } from './editor/list/submissionsTree.ts';
import { registerTools } from './editor/modelTools/registerTools.ts';
import type { Inspector, startInspector } from './inspector.ts';

/**
 * Registers the view, the files, the tools and the commands at start. The inspector itself is loaded when one of them
 * is first used.
 */
export function openShell(context: vscode.ExtensionContext, loadStart: () => Promise<typeof startInspector>): void {
  let inspector: Promise<Inspector> | undefined;
  const load = async (startedBy?: CommandName): Promise<Inspector> => {
    inspector ??= loadStart().then((start) => start(context, { tree, view, files, startedBy }));
    return await inspector;
  };
  const tree = new SubmissionsTree(() => void load());
  const view = vscode.window.createTreeView('faceauth.submissions', {
    treeDataProvider: tree,
    canSelectMany: true,
    showCollapseAll: true,
    dragAndDropController: {
      dragMimeTypes: [],
      dropMimeTypes: ['text/uri-list'],
      handleDrop: async (_row, transfer) => {
        const list = await transfer.get('text/uri-list')?.asString();
        // Lines that begin with a hash are comments (RFC 2483).
        const uris = list?.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#')) ?? [];
        if (uris.length > 0) {
          const files = uris.map((uri) => vscode.Uri.parse(uri));
          await vscode.commands.executeCommand('faceauth.openFile', files[0], files);
        }
      },
    },
  });
  const files = new SubmissionFiles(async (uri) => await (await load()).read(uri));
  context.subscriptions.push(
    view,
    vscode.workspace.registerFileSystemProvider(scheme, files, { isReadonly: true, isCaseSensitive: true }),
    vscode.window.registerWebviewPanelSerializer('faceauth.record', {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        (await load()).restoreRecord(panel, state);
      },
    }),
    vscode.window.registerWebviewPanelSerializer('faceauth.insights', {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        (await load()).restoreInsights(panel, state);
      },
    }),
    registerTools(async () => (await load()).modelTools),
    vscode.window.registerUriHandler({
      handleUri: async (uri) => {
        await (await load()).openLink(uri);
      },
    }),
    ...commandNames.map((name) =>
      vscode.commands.registerCommand(name, async (...given: unknown[]) => {
        await (await load(name)).run(name, given);
      }),
    ),
  );
}
