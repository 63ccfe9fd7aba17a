import assert from 'node:assert/strict';
import {
  array,
  assert as check,
  asyncProperty,
  constant,
  constantFrom,
  double,
  nat,
  oneof,
  property,
  record,
} from 'fast-check';
import { periodsOf } from '../../../src/insights/periods.ts';
import { newestUsual } from '../../../src/insights/usualPolicies.ts';
import { storeOf, tried, viewed } from './viewed.ts';

const day = (number: number): string => new Date(Date.UTC(2025, 9, number)).toISOString();
const now = Date.UTC(2025, 11, 1);

function records(count: number, threshold: number, time: string): readonly object[] {
  return Array.from({ length: count }, () => ({
    auth_status: 'approved',
    create_time: time,
    policy: { faceSimilarity_threshold: threshold },
    result: { face_similarity: 90 },
  }));
}

async function control(...all: readonly (readonly object[])[]): Promise<number | undefined> {
  const { checks } = await tried(await viewed(storeOf(all.flat()), {}, now));
  return checks[0]?.recorded;
}

describe('the control of the simulator', () => {
  it('is not the policy of one record from 2099', async () => {
    assert.equal(await control(records(1000, 85, day(1)), records(1, 99, '2099-01-01T00:00:00Z')), 85);
  });

  it('is not the policy of one odd record of today', async () => {
    assert.equal(await control(records(99, 85, day(1)), records(1, 99, day(2))), 85);
  });

  it('is not set by a time yet to come, however many records claim it', async () => {
    assert.equal(await control(records(50, 85, day(1)), records(50, 99, '2099-01-01T00:00:00Z')), 85);
  });

  it('is the new policy as soon as it is in use', async () => {
    assert.equal(await control(records(40, 85, day(1)), records(2, 90, day(2))), 90);
    assert.equal(await control(records(3, 85, day(1)), records(1, 90, day(2))), 90);
  });

  it('is, of any policies, a usual one, and none of the usual ones was seen later', () => {
    const seen = record({ count: nat(400), lastTime: oneof(nat(1000), constant(Number.NaN)) });
    check(
      property(array(seen, { maxLength: 40 }), (policies) => {
        const all = policies.reduce((sum, { count }) => sum + count, 0);
        const least = all < 20 ? 1 : Math.max(2, all / 100);
        const enough = policies.filter(({ count }) => count >= least);
        const usual = enough.length > 0 ? enough : policies.filter(({ count }) => count > 0);
        const times = usual.map(({ lastTime }) => (Number.isNaN(lastTime) ? -1 : lastTime));
        const chosen = policies[newestUsual(policies) ?? -1];
        assert.equal(chosen === undefined, usual.length === 0);
        if (chosen !== undefined) {
          assert.ok(usual.includes(chosen));
          assert.equal(Number.isNaN(chosen.lastTime) ? -1 : chosen.lastTime, Math.max(...times));
        }
      }),
    );
  });
});

describe('the bars of a histogram', () => {
  it('never hold scores from both sides of a whole threshold, and hold every score once', async () => {
    const score = oneof(constantFrom(0, 84, 84.999, 85, 99, 99.5, 100), double({ min: 0, max: 100, noNaN: true }));
    await check(
      asyncProperty(array(score, { minLength: 1, maxLength: 60 }), async (scores) => {
        const store = storeOf(
          scores.map((one) => ({ auth_status: 'approved', create_time: day(1), result: { face_similarity: one } })),
        );
        const { view } = await viewed(store);
        const { bins = [], binWidth = 0 } = view.scores.checks[0] ?? {};
        const slow = Array.from({ length: 100 }, (_, bin) =>
          scores.filter((one) => Math.min(99, Math.floor(one)) === bin),
        );
        assert.equal(binWidth, 1);
        assert.deepEqual(
          bins.map((slices) => slices.reduce((sum, { count }) => sum + count, 0)),
          slow.map((some) => some.length),
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe('the bars over time', () => {
  const counts = Uint32Array.of(1, 0, 0);

  it('cover the days asked for, silent ones at either end too', () => {
    const { periods } = periodsOf(new Map([[20_003, counts]]), { from: 20_000, to: 20_008 });
    assert.deepEqual(
      periods.map(({ from, counts: [first] }) => [from, first]),
      Array.from({ length: 9 }, (_, index) => [20_000 + index, index === 3 ? 1 : 0]),
    );
  });

  it('are one for one day, and leave no submission out that lies outside the days asked for', () => {
    assert.equal(periodsOf(new Map([[20_003, counts]]), { from: 20_003, to: 20_003 }).periods.length, 1);
    assert.equal(periodsOf(new Map([[20_003, counts]]), { from: 20_004, to: 20_005 }).periods.length, 3);
  });

  it('stay few when thousands of years are asked for', () => {
    const { periods } = periodsOf(new Map([[20_003, counts]]), { from: -700_000, to: 2_900_000 });
    assert.ok(periods.length < 190);
  });
});

describe('a change of the policy', () => {
  it('is marked at its day within a bar of many days', async () => {
    const at = (month: number): string => new Date(Date.UTC(2021, month, 1)).toISOString();
    const some = Array.from({ length: 60 }, (_, month) => records(3, month < 45 ? 70 : 85, at(month))).flat();
    const { view } = await viewed(storeOf(some));
    const [change] = view.days.changes;
    // 60 months are drawn as months: the change is on the first day of one.
    assert.equal(change?.at, 45);
    const late = [
      ...records(9, 70, at(0)),
      ...records(9, 70, '2025-01-01T00:00:00Z'),
      ...records(9, 85, '2025-01-16T00:00:00Z'),
    ];
    const [within] = (await viewed(storeOf(late))).view.days.changes;
    assert.equal(within?.at, 48 + 15 / 31);
  });
});

describe('the fail codes', () => {
  it('are ranked by count, no code at all among them', async () => {
    const rejected = (codes: readonly string[], count: number): readonly object[] =>
      Array.from({ length: count }, () => ({ auth_status: 'rejected', fail_code: codes }));
    const all = [...rejected(['face_cover_fail'], 2), ...rejected([], 5), ...rejected(['head_cover_fail'], 7)];
    const { view } = await viewed(storeOf(all));
    assert.deepEqual(
      view.codes.rows.map(({ name, count }) => `${name} ${count}`),
      ['Head_cover_fail 7', 'No code at all 5', 'Face_cover_fail 2'],
    );
  });
});

describe('the near misses', () => {
  it('are a table of near misses alone; all of them are opened by a button below', async () => {
    const { view } = await viewed(storeOf(records(3, 88, day(1))));
    assert.deepEqual(
      view.nearMisses.rows.map(({ cells }) => cells.filter((cell) => cell === '').length),
      [0, 0, 0],
    );
    assert.equal(view.nearMisses.more?.label, 'Show 3 submissions: all near misses');
  });
});
