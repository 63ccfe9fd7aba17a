import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { inEveryFrame } from '../../host/frames.ts';

/** The files below a folder that hold one of these texts or have it in their names; what is linked in is left out. */
export function filesHolding(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    const content = entry.isFile() ? readFileSync(path) : Buffer.of();
    const found = texts.some((text) => entry.name.includes(text) || content.includes(text)) ? [path] : [];
    return entry.isDirectory() ? [...found, ...filesHolding(path, texts)] : found;
  });
}

/** The surroundings of each of these texts in a long one, where it stands first. */
export function excerptsHolding(long: string, texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const at = long.indexOf(text);
    return at === -1 ? [] : [long.slice(Math.max(0, at - 120), at + text.length + 40)];
  });
}

/**
 * The text, and the three spellings that it can have within a base64 text, in which VS Code writes the addresses of a
 * diff.
 */
export function spellingsOf(text: string): readonly string[] {
  const within = [0, 1, 2].map((before) => {
    const encoded = Buffer.from('\0'.repeat(before) + text).toString('base64');
    // The first and the last characters also depend on what stands beside the text.
    return encoded.slice(before === 0 ? 0 : before + 1, Math.floor(((before + text.length) * 8) / 6));
  });
  return [text, ...within];
}

/** The page's frames whose document, scripts included, holds one of these texts: address and excerpt of each. */
export async function framesHolding(page: Page, texts: readonly string[]): Promise<string[]> {
  return await framesWith(page, texts, 'document.documentElement.outerHTML');
}

// Runs in a frame: every text and attribute of its document, those in shadow roots too. Left out is what nobody is
// shown: styles and scripts, such as the state that VS Code restores a page from; what was last said to a screen
// reader, which repeats notifications; and the name of the command center, which VS Code writes once and does not
// update.
const shownText = `(() => {
  const found = [];
  const parts = [];
  const look = (node) => {
    if (node.nodeType === Node.TEXT_NODE) parts.push(node.data);
    if (node.matches?.('script, style, .monaco-aria-container')) return;
    const isCenter = node.classList?.contains('command-center-quick-pick');
    for (const { name, value } of node.attributes ?? []) {
      if (!isCenter || !name.startsWith('aria-')) found.push(value);
    }
    if (node.shadowRoot) look(node.shadowRoot);
    for (const child of node.childNodes) look(child);
  };
  look(document.documentElement);
  // A label is parted where a search matches it, so what follows each other counts as one text too.
  return [...found, ...parts, parts.join('')].join('\\n');
})()`;

/** The page's frames that show one of these texts: address and excerpt of each. */
export async function framesShowing(page: Page, texts: readonly string[]): Promise<string[]> {
  return await framesWith(page, texts, shownText);
}

async function framesWith(page: Page, texts: readonly string[], text: string): Promise<string[]> {
  const found = await inEveryFrame(page, async (frame) => {
    const excerpts = excerptsHolding(await textOf(frame, text), texts);
    return excerpts.map((excerpt) => `${frame.url()}: ${excerpt}`);
  });
  return found.flat();
}

// A document that is being written anew has no root for a moment: that is not yet what it shows.
async function textOf(frame: Frame, text: string): Promise<string> {
  for (;;) {
    const found = await frame.evaluate<string | null>(`document.documentElement && ${text}`);
    if (found !== null) return found;
  }
}

// Runs in every frame before anything else: tells each text and attribute that comes into the document.
const watching = `(() => {
  const told = (text) => void window.faceauthShown(text);
  const look = (node) => {
    if (node.localName === 'script' || node.localName === 'style') return;
    if (node.nodeType === Node.TEXT_NODE) told(node.data);
    for (const { value } of node.attributes ?? []) told(value);
    for (const child of node.childNodes) look(child);
  };
  const watch = (records) => {
    for (const { type, target, attributeName, addedNodes } of records) {
      if (type === 'characterData') told(target.data);
      else if (type === 'attributes') told(target.getAttribute(attributeName) ?? '');
      else addedNodes.forEach(look);
    }
  };
  new MutationObserver(watch).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
})()`;

/** Collects excerpts of everything that is shown and holds one of these texts, from the next load of the window on. */
export async function watchFor(page: Page, texts: readonly string[]): Promise<readonly string[]> {
  const seen: string[] = [];
  await page.exposeFunction('faceauthShown', (text: string) => seen.push(...excerptsHolding(text, texts)));
  await page.addInitScript(watching);
  return seen;
}

// Runs in the page, whose types this program does not know: everything that the page keeps, as one text. Files are kept
// as bytes, so bytes are decoded.
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
