import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** The files below a folder that hold one of these texts; what is linked in from elsewhere is left out. */
export function filesHolding(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const content = readFileSync(file);
      return texts.some((text) => content.includes(text));
    });
}

/** The addresses of the page's frames whose document holds one of these texts. */
export async function framesHolding(page: Page, texts: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    page.frames().map(async (frame) => {
      const content = await frame.content();
      return texts.some((text) => content.includes(text)) ? [frame.url()] : [];
    }),
  );
  return found.flat();
}
