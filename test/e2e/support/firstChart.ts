import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import * as z from 'zod/mini';
import { panelOf } from './panel.ts';
import type { Workbench } from '../../host/workbench.ts';

const kept = z.array(z.array(z.string()));

/** Runs in each frame: keeps the list of all headings each time it has grown. */
const noteHeadings = `
  window.headings = [];
  const note = () => {
    const now = Array.from(document.querySelectorAll('h2'), (heading) => heading.textContent);
    if (now.length > (window.headings.at(-1) ?? []).length) window.headings.push(now);
  };
  // No observer: the page of a tab is written into a document that is made later.
  const { insertBefore } = Node.prototype;
  Node.prototype.insertBefore = function (...args) {
    queueMicrotask(note);
    return insertBefore.apply(this, args);
  };
`;

/** Makes the pages of tabs that are opened from now on keep their headings as they come. */
export async function keepHeadings(page: Page): Promise<void> {
  await page.context().addInitScript(noteHeadings);
}

/** Tests that the first chart of the page came alone, and all else at once after it. */
export function testFirstChart(workbench: () => Workbench, first: string, all: number): void {
  it('begin with the first chart alone, which waits for nothing else', async () => {
    const headings = workbench().webviewPage().locator('h2');
    await headings.nth(all - 1).waitFor();
    const [begin, whole] = kept.parse(await panelOf(workbench()).evaluate('window.headings'));
    assert.deepEqual(begin, [first]);
    assert.equal(whole?.length, all);
  });
}
