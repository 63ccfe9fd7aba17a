import type { Locator, Page } from 'playwright-core';
import { exactly, type PageElement } from './pageElement.ts';
import { untilSeen } from './untilSeen.ts';

/** One rendered row of a tree. */
export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** 1 for the outermost. */
  readonly level: number;
  readonly index: number;
  readonly expanded: boolean | undefined;
  readonly selected: boolean;
  readonly focused: boolean;
}

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
  const focus = async (label: string): Promise<void> => {
    await tree.focus();
    await bringIntoView(page, tree, row(label));
    await step(page, row(label), rows);
  };
  const turn = async (label: string, key: string, expanded: boolean): Promise<void> => {
    const turned = row(label).and(page.locator(`[aria-expanded=${expanded}]`));
    await row(label).waitFor();
    // A view that is just being refreshed drops a key.
    await untilSeen(turned, async () => {
      await focus(label);
      await page.keyboard.press(key);
    });
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
    /** Moves the focus to the row with this label. */
    focus,
    /** Focuses the row and presses a key on it: Enter opens, ArrowRight expands, Shift+F10 shows its menu. */
    press: async (label: string, key: string): Promise<void> => {
      await focus(label);
      await page.keyboard.press(key);
    },
    expand: (label: string) => turn(label, 'ArrowRight', true),
    collapse: (label: string) => turn(label, 'ArrowLeft', false),
  };
}

function readRows(found: PageElement[]): TreeRow[] {
  return found.map((each) => {
    const expanded = each.getAttribute('aria-expanded');
    return {
      label: each.querySelector('.label-name')?.textContent ?? '',
      description: each.querySelector('.label-description')?.textContent ?? '',
      spoken: each.getAttribute('aria-label') ?? '',
      level: Number(each.getAttribute('aria-level')),
      index: Number(each.getAttribute('data-index')),
      expanded: expanded === null ? undefined : expanded === 'true',
      selected: each.getAttribute('aria-selected') === 'true',
      focused: each.className.split(' ').includes('focused'),
    };
  });
}

// Rows outside the visible part are not in the page: from the top, page by page, until the row appears.
async function bringIntoView(page: Page, tree: Locator, wanted: Locator): Promise<void> {
  const focused = tree.locator('.monaco-list-row.focused');
  await page.keyboard.press('Home');
  for (let before = ''; !(await wanted.isVisible());) {
    await page.keyboard.press('PageDown');
    const now = await focused.getAttribute('id');
    if (now === null || now === before) throw new Error('The tree was walked to its end without finding the row.');
    before = now;
  }
}

async function step(page: Page, wanted: Locator, rows: () => Promise<TreeRow[]>): Promise<void> {
  const target = Number(await wanted.getAttribute('data-index'));
  const current = (await rows()).find((each) => each.focused);
  if (!current) throw new Error('No row of the tree has the focus.');
  const key = target > current.index ? 'ArrowDown' : 'ArrowUp';
  for (let left = Math.abs(target - current.index); left > 0; left -= 1) await page.keyboard.press(key);
  await wanted.and(page.locator('.focused')).waitFor();
}
