import type { Page } from 'playwright-core';
import { patience, untilSeen } from './untilSeen.ts';

/**
 * Opens a context menu and chooses an entry. The menu closes when the focus leaves it. While a row is repainted, its
 * menu does not open or belongs to no row. In these cases the menu is opened again, as a person would do.
 */
export async function chooseInMenu(page: Page, name: string, open: () => Promise<void>): Promise<void> {
  const item = page.getByRole('menuitem', { name });
  const menu = page.locator('.monaco-menu').first();
  await untilSeen(
    menu,
    async () => {
      // An earlier menu with other entries is in the way, so close it. The key goes to an open menu only.
      if (await menu.isVisible()) await menu.press('Escape', { timeout: patience });
      await open();
      await item.hover({ timeout: patience });
      // On the entry, not on whatever has the focus: Enter on the row would open it.
      await item.press('Enter', { timeout: patience });
    },
    'hidden',
  );
}
