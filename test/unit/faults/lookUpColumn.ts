import assert from 'node:assert/strict';
import { explain } from '../../../src/api/explain.ts';
import { reasonOf } from '../../../src/api/failure.ts';
import { outcomeOf, production } from '../session/opened.ts';
import { pageSize } from './disturbed.ts';
import type { Column, Shown } from './outcome.ts';
import { idsShown, sessionOn } from './sessionColumns.ts';

/** Looking up a record that is not loaded, while the list shows its first page. */
export const lookUp: Column = {
  place: 'look-up',
  before: pageSize,
  walk: async (disturbed) => {
    const session = sessionOn(disturbed);
    await session.open(production);
    const id = disturbed.service.records.id(90);
    const { signal } = new AbortController();
    await disturbed.begin();
    let found = await session.records.find(production, id, signal);
    let shown: Shown | undefined;
    if (!found.ok) {
      const { summary, advice } = explain(found.failure);
      const kept = idsShown(session.state).length;
      shown = { reason: reasonOf(found.failure), tries: disturbed.tries(), kept, words: `${summary} ${advice}` };
      await disturbed.end();
      found = await session.records.find(production, id, signal);
    }
    assert.equal(outcomeOf(session.state), 'ready');
    const ids = found.ok && found.value !== undefined ? [found.value.id] : [];
    return { shown, ids, wanted: [id], dropped: 0 };
  },
};
