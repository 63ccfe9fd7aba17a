import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { exactly, type PageElement } from './pageElement.ts';
import { patience, untilSeen } from './untilSeen.ts';

/** The editor area of the workbench: tabs, text and webview panels. */
export type Editors = ReturnType<typeof editorsOf>;

/** Reads the editor area of the page. */
export function editorsOf(page: Page) {
  const tabs = page.locator('.part.editor .tabs-container .tab');
  const outer = page.locator('iframe.webview.ready').filter({ visible: true });
  const lines = page.locator('.part.editor .editor-instance .monaco-editor .view-line').filter({ visible: true });
  return {
    /** The labels of all tabs, from left to right. */
    openTabs: () => tabs.evaluateAll(labelsOf),
    /** The label of the tab in front. */
    activeTab: async () => {
      const active = page.locator('.part.editor .editor-group-container.active .tab.active');
      await active.waitFor();
      return (await active.evaluateAll(labelsOf))[0];
    },
    /** Waits for a tab with exactly this label and brings it to the front. */
    showTab: async (label: string): Promise<void> => {
      const tab = tabs
        .filter({ has: page.locator('.monaco-icon-label-container', { hasText: exactly(label) }) })
        .first();
      await untilSeen(tab.and(page.locator('.active')), () => tab.click({ timeout: patience }));
    },
    /** Drags a tab with exactly this label and drops it in the middle of something. */
    dragTab: async (label: string, onto: Locator): Promise<void> => {
      await tabs
        .filter({ has: page.locator('.monaco-icon-label-container', { hasText: exactly(label) }) })
        .dragTo(onto);
    },
    /** Brings each tab to the front, from left to right, whatever its label becomes meanwhile. */
    showEachTab: async (): Promise<void> => {
      for (let index = 0; index < (await tabs.count()); index += 1) {
        const tab = tabs.nth(index);
        await untilSeen(tab.and(page.locator('.active')), () => tab.click({ timeout: patience }));
      }
    },
    /** The lines that the text editor in front has rendered; the rest of a long document is not in the page. */
    editorText: async (): Promise<string> => {
      await lines.first().waitFor();
      const found = await lines.evaluateAll((all: PageElement[]) =>
        all.map((each) => ({
          top: Number.parseFloat(/top: *([\d.]+)/.exec(each.getAttribute('style') ?? '')?.[1] ?? '0'),
          text: each.textContent ?? '',
        })),
      );
      const sorted = found.toSorted((one, other) => one.top - other.top);
      return sorted.map((each) => each.text.replaceAll('\u00a0', ' ')).join('\n');
    },
    /** The page of the visible webview: its locators wait, also while the page is replaced. */
    webviewPage: (): FrameLocator => outer.first().contentFrame().locator('#active-frame').contentFrame(),
    /** The frame of the visible webview once it has content: for `evaluate`, for example to run axe in it. */
    webview: async (): Promise<Frame> => {
      const inner = outer.first().contentFrame().locator('#active-frame');
      await inner.contentFrame().locator('body > *').first().waitFor({ state: 'attached' });
      const frame = await (await inner.elementHandle())?.contentFrame();
      if (!frame) throw new Error('The webview was closed while it was looked for.');
      return frame;
    },
  };
}

// A tab may show a file's ending as a part of its own.
function labelsOf(tabs: PageElement[]): string[] {
  return tabs.map((tab) =>
    ['.label-name', '.label-suffix'].map((part) => tab.querySelector(part)?.textContent ?? '').join(''),
  );
}
