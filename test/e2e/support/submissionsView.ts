import assert from 'node:assert/strict';
import type { TreeRow } from '../../host/treeRow.ts';
import { untilSeen } from '../../host/untilSeen.ts';
import type { Workbench } from '../../host/workbench.ts';

/** The Submissions view as a person meets it, in a window that shows the project "Production". */
export type SubmissionsView = ReturnType<typeof submissionsView>;

/** Reads and works the view; everything waits for what it names. */
export function submissionsView(workbench: Workbench) {
  const { page } = workbench;
  const tree = workbench.tree('Submissions');
  const older = (count: number) =>
    tree
      .row('Older submissions')
      .filter({ has: page.getByText(`${count} loaded, more on the service`, { exact: true }) });
  const reopen = async (): Promise<void> => {
    // A list of the quick input closes when the tree takes the focus, as it may at the end of a refresh.
    await workbench.ask('FaceAuth: Switch Project…', 'Production');
  };
  return {
    tree,
    /** The row that promises more, while this many submissions are loaded. */
    older,
    /** What stands above the rows. */
    message: page.locator('.part.sidebar .tree-explorer-viewlet-tree-view .message').filter({ visible: true }),
    /** Shows the project again, from its first page. */
    reopen,
    /** Expands the row that promises more. Presses the key again, because a tree that is being refreshed drops keys. */
    expandOlder: async (count: number): Promise<void> => {
      await older(count).waitFor();
      const press = async (): Promise<void> => {
        try {
          await tree.press('Older submissions', 'ArrowRight');
        } catch (error) {
          // An earlier key may have worked late: then the row is gone, and there is nothing to press.
          if (await older(count).isVisible()) throw error;
        }
      };
      await untilSeen(older(count), press, 'hidden');
    },
    /** Waits for a failure in the place of the next page and returns its row; what helps stands below it. */
    failure: async (words: RegExp) => {
      await tree.tree.locator('.label-name').filter({ hasText: words }).waitFor();
      return (await tree.rows()).findLast(({ level }) => level === 1);
    },
    /** Waits until the rows are no longer these. */
    changes: async (texts: string): Promise<void> => {
      const end = performance.now() + patience;
      while ((await tree.texts()).join() === texts) assert.ok(performance.now() < end, `The rows are still ${texts}`);
    },
    /**
     * Waits until the groups by status hold this many submissions in total, because rows are painted later than the
     * message above them.
     */
    holds: async (count: number): Promise<void> => {
      const end = performance.now() + patience;
      for (;;) {
        const held = heldBy(await tree.rows());
        if (held === count) return;
        assert.ok(performance.now() < end, `The groups hold ${held} submissions, not ${count}`);
      }
    },
  };
}

const patience = 15_000;

function heldBy(rows: readonly TreeRow[]): number {
  return rows
    .filter(({ level, description }) => level === 1 && /^[\d,]+$/.test(description))
    .reduce((sum, { description }) => sum + Number(description.replace(',', '')), 0);
}
