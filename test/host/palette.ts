import { errors, type Page } from 'playwright-core';
import { exactly } from './pageElement.ts';
import type { QuickInput } from './quickInput.ts';
import { patience, untilSeen } from './untilSeen.ts';

const attempts = 5;

/** Opens the palette with a text in it, and waits until it offers a command. */
export async function openPalette(page: Page, { widget, box }: QuickInput, text: string): Promise<void> {
  // An extension that is still being started adds its commands later; the palette looks again when its text changes.
  await untilSeen(widget.locator('.quick-input-list .monaco-list-row').first(), async () => {
    await page.keyboard.press('F1');
    // Who takes the focus meanwhile closes it again.
    await box.fill('>', { timeout: patience });
    await box.fill(`>${text}`, { timeout: patience });
  });
}

/** Runs a command from the palette by its title, with or without its category ("Add Project…"). */
export async function runFromPalette(page: Page, quickInput: QuickInput, title: string): Promise<void> {
  const anyCategory = new RegExp(`^([^:]+: )?${exactly(title).source.slice(1)}`);
  const row = quickInput.widget.locator('.quick-input-list .label-name', { hasText: anyCategory }).first();
  for (let attempt = 1; ; attempt += 1) {
    try {
      await openPalette(page, quickInput, title);
      await quickInput.pick(await row.innerText({ timeout: patience }), 2 * patience);
      return;
    } catch (error) {
      // The palette has closed, or does not know the command yet.
      if (!(error instanceof errors.TimeoutError) || attempt === attempts) throw error;
    }
  }
}
