import type { Page } from 'playwright-core';
import { patience, untilSeen } from './untilSeen.ts';

/**
 * Opens a context menu and chooses in it. A menu closes when the focus leaves it, and that of a row which is just painted
 * again is about no row or does not open: then it is opened again, as a person would.
 */
export async function chooseInMenu(page: Page, name: string, open: () => Promise<void>): Promise<void> {
  const item = page.getByRole('menuitem', { name });
  const menu = page.locator('.monaco-menu').first();
  await untilSeen(
    menu,
    async () => {
      // One with other entries is in the way of the next; the key closes only what is open.
      if (await menu.isVisible()) await menu.press('Escape', { timeout: patience });
      await open();
      await item.hover({ timeout: patience });
      // On the entry, not on whatever has the focus: Enter on the row would open it.
      await item.press('Enter', { timeout: patience });
    },
    'hidden',
  );
}
