import type { Locator, Page } from 'playwright-core';
import { chooseInMenu } from './contextMenu.ts';
import { exactly } from './pageElement.ts';
import { findRow, readRows, type RowPath, type TreeRow } from './treeRow.ts';

const patience = 15_000;

/** A tree view of the workbench. */
export type Tree = ReturnType<typeof treeOf>;

/** The tree view with this title, which must be visible; it is walked with the keyboard. */
export function treeOf(page: Page, title: string) {
  const tree = page.locator(`.monaco-list[role=tree][aria-label="${title}"]`);
  const list = tree.locator('.monaco-list-row');
  const row = (label: string): Locator =>
    list.filter({ has: page.locator('.label-name', { hasText: exactly(label) }) }).first();
  const rows = async (): Promise<TreeRow[]> => {
    const found = await list.evaluateAll(readRows);
    return found.toSorted((one, other) => one.index - other.index);
  };
  const walk = walkerOf(page, tree, rows);
  // Repeated, because a view that is being refreshed drops a key, and rows may move while one expands or collapses.
  const turn = async (path: RowPath, key: string, expanded: boolean): Promise<void> => {
    for (const end = performance.now() + patience; performance.now() < end;) {
      if ((await walk(path)).expanded !== expanded) await page.keyboard.press(key);
      const found = await rows();
      const turned = findRow(found, path);
      const below = found.find(({ index }) => index === (turned?.index ?? -1) + 1);
      const isOpen = turned !== undefined && below?.level === turned.level + 1;
      if (turned?.expanded === expanded && (isOpen || !expanded)) return;
    }
    throw new Error(`The row ${[path].flat().join(' > ')} could not be turned`);
  };
  return {
    tree,
    row,
    /** The rendered rows from top to bottom; those scrolled away are not there. */
    rows,
    /** Label and description of the rendered rows, as one text each. */
    texts: async () => (await rows()).map((each) => `${each.label} ${each.description}`.trim()),
    /** Waits until a row with exactly this label is rendered. */
    waitFor: (label: string) => row(label).waitFor(),
    /** Moves the focus to a row, wherever it is in the tree, and returns it. */
    focus: walk,
    /** Focuses the row and presses a key on it: Enter opens, ArrowRight expands. */
    press: async (path: RowPath, key: string): Promise<void> => {
      await walk(path);
      // An editor that has just closed or come to the front may take the focus in between.
      await tree.press(key);
    },
    /** Chooses an entry of the row's context menu. */
    choose: async (path: RowPath, name: string): Promise<void> =>
      await chooseInMenu(page, name, async () => {
        await walk(path);
        await tree.press('Shift+F10');
      }),
    /** Chooses an entry of the context menu of all rows that are selected. */
    chooseForSelected: async (name: string): Promise<void> =>
      await chooseInMenu(page, name, async () => await tree.press('Shift+F10')),
    /** Expands a row and waits for its first child. For a row that collapses again by itself, use `press`. */
    expand: (path: RowPath) => turn(path, 'ArrowRight', true),
    collapse: (path: RowPath) => turn(path, 'ArrowLeft', false),
  };
}

// Rows outside the visible part are not in the page: from the top, page by page, until the row appears.
function walkerOf(page: Page, tree: Locator, rows: () => Promise<TreeRow[]>) {
  const focused = async (): Promise<TreeRow | undefined> => (await rows()).find((each) => each.focused);
  const bringIntoView = async (path: RowPath): Promise<TreeRow | undefined> => {
    const seen = await rows();
    const there = findRow(seen, path);
    if (there && seen[0]?.index === 0 && seen.some((each) => each.focused)) return there;
    await page.keyboard.press('Home');
    for (let before = -1; ;) {
      const found = findRow(await rows(), path);
      if (found) return found;
      await page.keyboard.press('PageDown');
      const now = (await focused())?.index ?? before;
      if (now === before) return undefined;
      before = now;
    }
  };
  const walk = async (path: RowPath): Promise<boolean> => {
    await tree.focus();
    const target = await bringIntoView(path);
    const current = await focused();
    if (!target || !current) return false;
    const key = target.index > current.index ? 'ArrowDown' : 'ArrowUp';
    for (let left = Math.abs(target.index - current.index); left > 0; left -= 1) await page.keyboard.press(key);
    return (await focused())?.index === target.index;
  };
  // What is looked for may still be on its way, and rows may move while they are walked over.
  return async (path: RowPath): Promise<TreeRow> => {
    const end = performance.now() + patience;
    while (performance.now() < end) {
      const there = (await walk(path)) ? findRow(await rows(), path) : undefined;
      if (there?.focused) return there;
    }
    const seen = (await rows()).map(({ label }) => label);
    throw new Error(`The tree has no row ${[path].flat().join(' > ')}, but: ${seen.join(', ')}`);
  };
}
