import * as vscode from 'vscode';

/** Opens each tab again whose documents have other addresses now, as much in its place as VS Code allows. */
export async function renameTabs(
  renamed: (uri: vscode.Uri) => vscode.Uri,
  titleOf: (uri: vscode.Uri) => string,
): Promise<void> {
  const isOld = (uri: vscode.Uri): boolean => renamed(uri).toString() !== uri.toString();
  try {
    for (const tab of allTabs()) {
      if (urisOf(tab.input).some(isOld)) {
        await openAgain(tab, renamed, (left, right) => diffTitle(titleOf(left), titleOf(right)));
      }
    }
  } finally {
    // Close the old tabs that are left, even if their new tabs failed to open. A new preview tab has already replaced
    // the old one.
    const left = allTabs().filter(({ input }) => urisOf(input).some(isOld));
    await vscode.window.tabGroups.close(left, true);
  }
}

/** The title of a diff. */
export function diffTitle(left: string, right: string): string {
  return `${left} ↔ ${right}`;
}

/** Tells every address that no tab shows any more. */
export function closedAddresses(tell: (uri: vscode.Uri) => void): vscode.Disposable {
  return vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
    const open = new Set(allTabs().flatMap(({ input }) => urisOf(input).map(String)));
    for (const uri of closed.flatMap(({ input }) => urisOf(input))) {
      if (!open.has(uri.toString())) {
        tell(uri);
      }
    }
  });
}

async function openAgain(
  { input, group, isActive, isPreview }: vscode.Tab,
  renamed: (uri: vscode.Uri) => vscode.Uri,
  titleOf: (left: vscode.Uri, right: vscode.Uri) => string,
): Promise<void> {
  const look = { viewColumn: group.viewColumn, preview: isPreview, preserveFocus: true, background: !isActive };
  if (input instanceof vscode.TabInputText) {
    await vscode.commands.executeCommand('vscode.open', renamed(input.uri), look);
  } else if (input instanceof vscode.TabInputTextDiff) {
    const [left, right] = [renamed(input.original), renamed(input.modified)];
    await vscode.commands.executeCommand('vscode.diff', left, right, titleOf(left, right), look);
  }
}

function allTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
}

function urisOf(input: unknown): readonly vscode.Uri[] {
  if (input instanceof vscode.TabInputText) {
    return [input.uri];
  }
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
}
