import { errors, type Locator } from 'playwright-core';

/** How long, in ms, one act is waited for. */
export const patience = 2000;
const attempts = 8;

/**
 * Repeats an act until the element is there (or gone), because a busy workbench may drop what is done. An act that
 * waits must set a time-out of its own: the workbench may have dropped what it waits for.
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
