import { errors, type Locator } from 'playwright-core';

/** How long, in ms, one act is waited for. */
export const patience = 2000;
const attempts = 8;

/**
 * Acts until the element is there (or gone): for a workbench that may drop what is done while it is still busy. An act
 * that waits for more than the workbench may have dropped has to give up in time itself.
 */
export async function untilSeen(
  wanted: Locator,
  act: () => Promise<void>,
  state: 'visible' | 'hidden' = 'visible',
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await act();
      await wanted.waitFor({ state, timeout: patience });
      return;
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || attempt === attempts) throw error;
    }
  }
}
