import assert from 'node:assert/strict';
import { changesIn, policyChange } from '../../../src/insights/policyChanges.ts';
import { tried, storeOf, viewed } from './viewed.ts';

// `count` submissions of a day of October 2025 under a policy.
function onDay(day: number, policy: object | undefined, count = 4): readonly object[] {
  return Array.from({ length: count }, (_, index) => ({
    auth_status: 'approved',
    create_time: new Date(Date.UTC(2025, 9, day, index)).toISOString(),
    result: { face_similarity: 90 },
    ...(policy && { policy }),
  }));
}

const similarity = (threshold: unknown): object => ({ faceSimilarity_threshold: threshold });

async function changes(...records: readonly (readonly object[])[]): Promise<readonly string[]> {
  const { insights } = await viewed(storeOf(records.flat()));
  return changesIn(insights.sample.columns, insights.tally).map(({ day, before, after }) => {
    const date = new Date(day * 86_400_000).toISOString().slice(8, 10);
    return `${date}: ${policyChange(before, after)}`;
  });
}

describe('the changes of the policy', () => {
  it('are both the change and its taking back', async () => {
    assert.deepEqual(await changes(onDay(1, similarity(70)), onDay(3, similarity(85)), onDay(5, similarity(70))), [
      '03: face similarity 70 → 85',
      '05: face similarity 85 → 70',
    ]);
  });

  it('are on the day of the first submission under the new one, though most of that day came before', async () => {
    assert.deepEqual(
      await changes(
        onDay(1, similarity(70)),
        onDay(2, similarity(70)),
        onDay(2, similarity(85), 1),
        onDay(3, similarity(85)),
      ),
      ['02: face similarity 70 → 85'],
    );
  });

  it('are said without numbers where a threshold is none, and only a change of occlusion is called so', async () => {
    assert.deepEqual(
      await changes(
        onDay(1, similarity('high')),
        onDay(3, similarity('strict')),
        onDay(5, { ...similarity('strict'), occluded_threshold: true }),
      ),
      ['03: a threshold that is not a number changed', '05: occlusion changed'],
    );
  });

  it('are none where a record names no policy, and none for the oddity of a single record', async () => {
    const many = [onDay(1, similarity(70), 24), onDay(2, similarity(70), 24), onDay(4, similarity(70), 24)];
    assert.deepEqual(await changes(...many, onDay(3, undefined)), []);
    assert.deepEqual(await changes(...many, ...many, onDay(3, similarity(85), 1)), []);
  });

  it('are marked as far as they can be told apart; the others are counted', async () => {
    const records = Array.from({ length: 9 }, (_, index) => onDay(index + 1, similarity(60 + index))).flat();
    const { view } = await viewed(storeOf(records));
    assert.equal(view.days.changes.length, 5);
    assert.equal(view.days.changes.at(-1)?.label, 'face similarity 67 → 68');
    assert.deepEqual(view.days.table.notes, ['Earlier changes of the policy that are not marked: 3.']);
  });
});

describe('many policies', () => {
  it('are listed up to a number, and drawn up to one; the others are counted', async () => {
    const records = Array.from({ length: 60 }, (_, index) => onDay(1 + (index % 28), similarity(10 + index))).flat();
    const { view } = await viewed(storeOf(records));
    assert.equal(view.policies.rows.length, 50);
    assert.deepEqual(view.policies.notes, ['Older policies that are not listed: 10.']);
    const [check] = view.scores.checks;
    assert.equal(check?.earlier.length, 8);
    assert.ok(check.table.notes.includes('Earlier thresholds that are not marked: 51.'));
  });
});

describe('the newest policy', () => {
  const newestOf = async (...records: readonly (readonly object[])[]): Promise<readonly string[]> => {
    const simulation = await tried(await viewed(storeOf(records.flat())));
    return simulation.checks.slice(0, 2).map(({ tried: at, thresholds }) => `${thresholds.recorded.text}, tried ${at}`);
  };

  it('is that of the newest record that says anything about thresholds', async () => {
    assert.deepEqual(await newestOf(onDay(1, similarity(70)), onDay(2, undefined)), ['70, tried 70', 'off, tried 0']);
    assert.deepEqual(await newestOf(onDay(1, similarity(70)), onDay(2, similarity(0))), [
      'off, tried 0',
      'off, tried 0',
    ]);
  });

  const untimed = (records: readonly object[]): readonly object[] =>
    records.map((record) => ({ ...record, create_time: 'YYYY-MM-DD-HH-MM-SS-ZZZ' }));

  it('is known also where no time can be read, so that nothing comes out otherwise before anything is tried', async () => {
    const failed = { auth_status: 'rejected', result: { face_similarity: 70 }, fail_code: ['face_compare_underscore'] };
    const records = untimed(onDay(1, similarity(85)).map((record) => ({ ...record, ...failed })));
    assert.deepEqual(await newestOf(records), ['85, tried 85', 'off, tried 0']);
    const { flips } = await tried(await viewed(storeOf(records)));
    assert.deepEqual(
      flips.map(({ count }) => count),
      ['0', '0'],
    );
  });

  it('is one that was seen at a time rather than one without', async () => {
    const [before, without] = [onDay(1, similarity(70)), untimed(onDay(2, similarity(85)))];
    assert.deepEqual(await newestOf(before, without), await newestOf(without, before));
    assert.deepEqual(await newestOf(before, without), ['70, tried 70', 'off, tried 0']);
  });

  it('is none where no record names one', async () => {
    assert.deepEqual(await newestOf(onDay(1, undefined)), ['off, tried 0', 'off, tried 0']);
  });

  for (const odd of [true, 'high']) {
    it(`says everywhere that a threshold of ${String(odd)} is no number`, async () => {
      const all = await viewed(storeOf([...onDay(1, similarity(70)), ...onDay(2, similarity(odd))]));
      const { checks, changed } = await tried(all);
      assert.equal(checks[0]?.marks.recorded, 'now not a number');
      assert.deepEqual([checks[0].recorded, changed], [0, false]);
      assert.equal(all.view.scores.checks[0]?.required, 'the threshold is not a number');
      assert.deepEqual(all.view.policies.rows[0]?.cells[1], { text: 'not a number', value: undefined });
      assert.match(all.view.days.changes[0]?.label ?? '', /70 → not a number$/);
    });
  }
});
