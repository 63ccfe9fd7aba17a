import * as vscode from 'vscode';
import { outlineOf, type Node } from '../../json/outline.ts';
import { plain } from '../../submissions/words/plain.ts';
import { shortText } from './shortText.ts';

/** Outline, breadcrumbs and Go to Symbol of a JSON document. */
export const outline: vscode.DocumentSymbolProvider = {
  provideDocumentSymbols: (document) => {
    const text = shortText(document);
    const root = text === undefined ? undefined : outlineOf(text);
    return root === undefined ? [] : root.parts.map((node, index) => symbolOf(document, node, index));
  },
};

function symbolOf(document: vscode.TextDocument, node: Node, index: number): vscode.DocumentSymbol {
  const range = (start: number, end: number): vscode.Range =>
    new vscode.Range(document.positionAt(start), document.positionAt(end));
  const symbol = new vscode.DocumentSymbol(
    // VS Code wants a name; one without letters would not be seen.
    node.name?.trim() === '' ? '""' : (node.name ?? String(index)),
    detailOf(document, node),
    kindOf(node),
    range(node.start, node.end),
    range(node.start, node.nameEnd),
  );
  symbol.children = node.parts.map((part, at) => symbolOf(document, part, at));
  return symbol;
}

/**
 * The beginning of the value, as an outline has little room. Empty for a list or an object, whose parts are listed
 * below it.
 */
function detailOf(document: vscode.TextDocument, { first, valueStart, end }: Node): string {
  const longest = Math.min(end, valueStart + 200);
  const text = (): string =>
    document.getText(new vscode.Range(document.positionAt(valueStart), document.positionAt(longest)));
  return first === '{' || first === '[' ? '' : plain(text(), 100);
}

function kindOf({ first }: Node): vscode.SymbolKind {
  switch (first) {
    case '{':
      return vscode.SymbolKind.Module;
    case '[':
      return vscode.SymbolKind.Array;
    case '"':
      return vscode.SymbolKind.String;
    case 't':
    case 'f':
      return vscode.SymbolKind.Boolean;
    case 'n':
      return vscode.SymbolKind.Null;
    default:
      return vscode.SymbolKind.Number;
  }
}
