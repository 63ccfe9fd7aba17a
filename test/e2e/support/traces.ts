import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** The files below a folder that hold one of these texts or have it in their names; what is linked in is left out. */
export function filesHolding(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    const content = entry.isFile() ? readFileSync(path) : Buffer.of();
    const found = texts.some((text) => entry.name.includes(text) || content.includes(text)) ? [path] : [];
    return entry.isDirectory() ? [...found, ...filesHolding(path, texts)] : found;
  });
}

/** What stands around each place of these texts in a long one. */
export function excerptsHolding(long: string, texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const at = long.indexOf(text);
    return at === -1 ? [] : [long.slice(Math.max(0, at - 120), at + text.length + 40)];
  });
}

/** The text, and what becomes of it within a base64 text, as VS Code writes the addresses of a diff. */
export function spellingsOf(text: string): readonly string[] {
  const within = [0, 1, 2].map((before) => {
    const encoded = Buffer.from('\0'.repeat(before) + text).toString('base64');
    // The first and the last characters also depend on what stands beside the text.
    return encoded.slice(before === 0 ? 0 : before + 1, Math.floor(((before + text.length) * 8) / 6));
  });
  return [text, ...within];
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

// Runs in the page, whose types this program does not know: everything that it keeps, as one text. Files are bytes.
const keptText = `(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const readable = (_, value) =>
    value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : value;
  const kept = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([done(objects.getAllKeys()), done(objects.getAll())]);
      kept.push(...keys.map((key, index) => JSON.stringify([name, store, key, values[index]], readable)));
    }
    database.close();
  }
  return kept.join('\\n');
})()`;

/** What the window keeps in the browser, where VS Code has its state and its encrypted secrets. */
export async function keptInBrowser(page: Page): Promise<string> {
  return await page.evaluate<string>(keptText);
}
