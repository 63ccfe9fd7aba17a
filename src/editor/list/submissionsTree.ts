import * as vscode from 'vscode';
import type { Row } from '../../session/row.ts';

/** What the tree paints. Answers at once, from what is loaded. */
export interface RowSource {
  below(row?: Row): readonly Row[];
  /** The id of the row's TreeItem. */
  itemId(row: Row): string;
  tooltip(row: Row): vscode.MarkdownString | undefined;
  /** What a click on a row does. */
  command(row: Row): vscode.Command | undefined;
}

/** Paints rows as tree items. Knows nothing of submissions, so that it is there at start. */
export class SubmissionsTree implements vscode.TreeDataProvider<Row> {
  readonly #firstUsed: () => void;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #source: RowSource | undefined;

  constructor(firstUsed: () => void) {
    this.#firstUsed = firstUsed;
  }

  /** Gives the tree its rows. */
  attach(source: RowSource): void {
    this.#source = source;
    this.repaint();
  }

  /** Asks VS Code to read the rows again. Rows that are still there stay expanded and selected. */
  repaint(): void {
    this.#changed.fire(undefined);
  }

  getChildren(row?: Row): Row[] {
    if (this.#source === undefined) {
      this.#firstUsed();
      return [];
    }
    return [...this.#source.below(row)];
  }

  getParent(row: Row): Row | undefined {
    return row.parent;
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(
      row.label,
      row.expandable ? (row.kind === 'failure' ? Expanded : Collapsed) : None,
    );
    item.description = row.description;
    item.contextValue = menuKind(row);
    item.accessibilityInformation = { label: row.spoken };
    if (row.icon !== undefined) {
      const { name, color } = row.icon;
      item.iconPath = new vscode.ThemeIcon(name, color === undefined ? undefined : new vscode.ThemeColor(color));
    }
    if (row.kind === 'failure') {
      item.tooltip = `${row.label}\n${row.description}`;
    }
    const id = this.#source?.itemId(row);
    if (id !== undefined) {
      item.id = id;
    }
    const command = this.#source?.command(row);
    if (command !== undefined) {
      item.command = command;
    }
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem {
    const tooltip = this.#source?.tooltip(row);
    if (tooltip !== undefined) {
      item.tooltip = tooltip;
    }
    return item;
  }
}

/**
 * The kind by which the conditions of menus know a row. A looked-up submission has a kind of its own, because it can be
 * removed from the list.
 */
function menuKind(row: Row): Row['kind'] | 'lookedUpSubmission' {
  return row.kind === 'submission' && row.parent?.kind === 'lookedUp' ? 'lookedUpSubmission' : row.kind;
}
