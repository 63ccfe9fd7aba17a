import assert from 'node:assert/strict';
import type { HistogramPart } from '../../../src/insights/insightsParts.ts';
import { margin, storeOf, viewed } from './viewed.ts';

// One submission for each threshold, the first the oldest, all with the same score.
async function similarity(score: number, ...thresholds: readonly number[]): Promise<HistogramPart> {
  const records = thresholds.map((threshold, index) => ({
    auth_status: 'approved',
    create_time: new Date(Date.UTC(2025, 9, 1 + index)).toISOString(),
    policy: { faceSimilarity_threshold: threshold },
    result: { face_similarity: score },
  }));
  const { view } = await viewed(storeOf(records));
  const [part] = view.scores.checks;
  assert.ok(part);
  return part;
}

describe('the thresholds in a histogram', () => {
  it('are the one in force now, and those before, the latest first', async () => {
    const { current, earlier } = await similarity(90, 70, 95, 60, 85);
    assert.deepEqual(current, { at: 85, label: '85' });
    assert.deepEqual(
      earlier.map(({ label }) => label),
      ['60', '95', '70'],
    );
  });

  it('are all of the past where the check is not enforced now', async () => {
    const { current, earlier, required } = await similarity(90, 70, 85, 0);
    assert.equal(current, undefined);
    assert.deepEqual(
      earlier.map(({ label }) => label),
      ['85', '70'],
    );
    assert.equal(required, 'not enforced');
  });

  it('are said once, though more than one policy has them', async () => {
    const { current, earlier } = await similarity(90, 85, 70, 85);
    assert.deepEqual([current?.label, earlier.map(({ label }) => label)], ['85', ['70']]);
  });
});

describe('what is near in a histogram', () => {
  it('is what is near its own threshold, and the band is around each of these', async () => {
    const { near, bands } = await similarity(72, 70, 85);
    assert.equal(near, `Within ${margin} of the threshold of its own policy: 1`);
    assert.deepEqual(bands, [
      { from: 65, to: 75 },
      { from: 80, to: 90 },
    ]);
  });

  it('is one band where two would touch, and none beyond the edge', async () => {
    assert.deepEqual((await similarity(90, 70, 78)).bands, [{ from: 65, to: 83 }]);
    assert.deepEqual((await similarity(90, 98)).bands, [{ from: 93, to: 100 }]);
    assert.deepEqual((await similarity(90, 120)).bands, []);
  });
});
