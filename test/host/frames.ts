import type { Frame, Page } from 'playwright-core';

const attempts = 10;
const navigated = /Execution context was destroyed|Cannot find context|Frame was detached|frame got detached/i;

/**
 * Runs `find` in every frame of the page and returns the results. A frame that navigates meanwhile is searched again; a
 * frame that has gone is left out.
 */
export async function inEveryFrame<T>(page: Page, find: (frame: Frame) => Promise<T>): Promise<T[]> {
  const found = await Promise.all(page.frames().map((frame) => inFrame(frame, find)));
  return found.flat();
}

async function inFrame<T>(frame: Frame, find: (frame: Frame) => Promise<T>): Promise<T[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return [await find(frame)];
    } catch (error) {
      if (frame.isDetached()) return [];
      if (attempt === attempts || !(error instanceof Error && navigated.test(error.message))) throw error;
      await frame.waitForLoadState('domcontentloaded');
    }
  }
}
