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

// Runs in the page, whose types this program does not know: everything that it keeps, as one text.
const keptText = `(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const kept = [JSON.stringify(localStorage)];
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      kept.push(JSON.stringify(await done(database.transaction(store).objectStore(store).getAll())));
    }
    database.close();
  }
  return kept.join();
})()`;

/** What the window keeps in the browser, where VS Code has its state and its encrypted secrets. */
export async function keptInBrowser(page: Page): Promise<string> {
  return await page.evaluate<string>(keptText);
}
