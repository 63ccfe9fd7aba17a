import assert from 'node:assert/strict';
import { ColumnsBuilder } from '../../../src/insights/columnsBuilder.ts';
import { insightsOf } from '../../../src/insights/insights.ts';
import { sampleOf } from '../../../src/insights/sample.ts';
import { noFilter } from '../../../src/submissions/model/filter.ts';
import { Store } from '../../../src/submissions/store/store.ts';
import type { Submission } from '../../../src/submissions/model/submission.ts';
import { fromWire, submissionOf } from '../submissions/fromWire.ts';
import { addAll } from '../submissions/stored.ts';

function rejectedOnes(count: number, name: string): readonly Submission[] {
  return fromWire(...Array.from({ length: count }, (_, at) => ({ auth_id: `${name}${at}`, auth_status: 'rejected' })));
}

describe('what is looked at', () => {
  it('is what was loaded at the start, though more is loaded meanwhile', async () => {
    const store = new Store();
    addAll(store, rejectedOnes(3, 'before'));
    const room = [...rejectedOnes(8, 'first')];
    // The last answer has room for more in its block.
    store.begin(8);
    for (const submission of room.slice(0, 5)) {
      store.add(submission);
    }
    let others = 0;
    const sample = await sampleOf(store, () => {
      const [next] = room.slice(5 + others, 6 + others);
      if (next !== undefined) {
        store.add(next);
      } else if (others < 20) {
        addAll(store, rejectedOnes(1, `later${others}`));
      }
      others++;
      return true;
    });
    assert.ok(sample);
    assert.deepEqual([sample.columns.size, others], [8, 8]);
    assert.deepEqual(new Set(sample.columns.outcomes), new Set([1]));
    assert.equal(sample.findings.get('rejectedWithoutCode'), 8);
  });

  it('never takes in more than there is room for', () => {
    const builder = new ColumnsBuilder(1);
    builder.add(submissionOf({}), 0, 0);
    assert.throws(() => {
      builder.add(submissionOf({}), 1, 0);
    }, /full/);
  });

  it('is given up when nobody waits for it any more', async () => {
    const store = new Store();
    addAll(store, rejectedOnes(10, 'id'));
    const options = { zone: 'utc', margin: 5, now: 0 } as const;
    assert.equal(await insightsOf(store, noFilter, options, AbortSignal.abort()), undefined);
  });
});
