import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Workbench } from '../../host/workbench.ts';
import { submissionsView } from './submissionsView.ts';

const patience = 15_000;

/** The failure that the list shows, and what helps below it. */
export type FailureView = ReturnType<typeof failureViewOf>;

/** Reads the failure in the view and carries out its remedies. */
export function failureViewOf(workbench: Workbench) {
  const { tree, message } = submissionsView(workbench);
  return {
    /** Waits until the line above the rows holds this text and returns all of it. */
    says: (text: string | RegExp) => message.filter({ hasText: text }).innerText(),
    /**
     * Waits until the rows below the failure, which is the last outermost row, are these. They are painted one by one,
     * later than the line above the rows.
     */
    offers: async (remedies: readonly string[]): Promise<void> => {
      const end = performance.now() + patience;
      for (;;) {
        const rows = await tree.rows();
        const last = rows.findLastIndex(({ level }) => level === 1);
        const below = rows.slice(last + 1).map(({ label }) => label);
        if (isDeepStrictEqual(below, remedies)) return;
        if (performance.now() > end) assert.deepEqual(below, remedies);
      }
    },
    press: (remedy: string) => tree.press(remedy, 'Enter'),
  };
}
