import type { Page } from 'playwright-core';
import { exactly } from './pageElement.ts';
import type { QuickInput } from './quickInput.ts';
import { patience, untilSeen } from './untilSeen.ts';

/** Runs a command from the palette by its title, with or without its category ("Add Project…"). */
export async function runFromPalette(page: Page, quickInput: QuickInput, title: string): Promise<void> {
  const anyCategory = new RegExp(`^([^:]+: )?${exactly(title).source.slice(1)}`);
  const row = quickInput.widget.locator('.quick-input-list .label-name', { hasText: anyCategory }).first();
  // An extension that is still being started adds its commands later; the palette looks again when its text changes.
  await untilSeen(row, async () => {
    await page.keyboard.press('F1');
    // Who takes the focus meanwhile closes it again.
    await quickInput.box.fill('>', { timeout: patience });
    await quickInput.box.fill(`>${title}`, { timeout: patience });
  });
  await quickInput.pick(await row.innerText());
}
