import assert from 'node:assert/strict';
import type { Mark } from '../../../src/insights/insightsParts.ts';
import { dayNumber } from '../../../src/submissions/model/days.ts';
import {
  conditionsOf,
  isEmpty,
  matcherOf,
  narrowed,
  noFilter,
  type LoadedFilter,
} from '../../../src/submissions/model/filter.ts';
import { filterWords } from '../../../src/submissions/words/filterWords.ts';
import { unmasked } from '../../../src/submissions/privacy/mask.ts';
import { addAll, numbersIn } from '../submissions/stored.ts';
import { Store } from '../../../src/submissions/store/store.ts';
import { fromWire } from '../submissions/fromWire.ts';
import { randomRecords } from './randomRecords.ts';
import { margin, viewed } from './viewed.ts';

const store = new Store();
addAll(
  store,
  fromWire(...randomRecords(3000, 11).map((record, at) => ({ ...record, kyc_submission_id: `kyc${at % 7}` }))),
);
const all = numbersIn(store).map((number) => store.at(number));
const march = { from: dayNumber(Date.UTC(2026, 2, 1), 'utc'), to: dayNumber(Date.UTC(2026, 2, 31), 'utc') };

const filters: Readonly<Record<string, LoadedFilter>> = {
  'no filter': noFilter,
  'scores of a range': { score: { check: 'faceSimilarity', from: 60, to: 80 } },
  'a fail code': { failCodes: ['Face_cover_fail'] },
  'two fail codes': { failCodes: ['Face_cover_fail', 'liveness_fail'] },
  'a finding': { findings: ['exactlyAtThreshold'] },
  'a status': { statuses: ['rejected'] },
  'other statuses': { statuses: ['approved', 'pending'] },
  'some days': { days: { ...march, zone: 'utc' } },
  'a KYC submission': { kycId: 'kyc3' },
  'what is not deleted': { deleted: false },
  'near misses': { nearMiss: true },
  'two of one kind': narrowed({ statuses: ['rejected'] }, { statuses: ['rejected', 'approved'], kycId: 'kyc1' }),
};

// Every mark that opens more than one submission, wherever it stands.
function marksIn(part: unknown): readonly Mark[] {
  if (typeof part !== 'object' || part === null) {
    return [];
  }
  const own = 'key' in part && 'label' in part ? [{ key: String(part.key), label: String(part.label) }] : [];
  return [...own, ...Object.values(part).flatMap(marksIn)];
}

function promised({ label }: Mark): number {
  const [, count] = /^Show ([\d,]+) submissions?:/.exec(label) ?? [];
  return Number(count?.replaceAll(',', ''));
}

describe('a mark', () => {
  for (const [name, filter] of Object.entries(filters)) {
    it(`opens as many as it promises, under ${name}`, async () => {
      const { view, marks } = await viewed(store, filter);
      const some = marksIn(view).filter((mark) => marks.targetOf(mark.key)?.kind === 'some');
      const wrong = some.filter((mark) => {
        const target = marks.targetOf(mark.key);
        const opened = target?.kind === 'some' ? all.filter(matcherOf(target.filter, margin)).length : -1;
        return opened !== promised(mark);
      });
      assert.deepEqual(
        wrong.map(({ label }) => label),
        [],
      );
      assert.ok(some.length > 20);
    }).timeout(10_000);
  }

  it('opens the deleted ones, too, where it is about them', async () => {
    const filter: LoadedFilter = { deleted: true };
    const matching = all.filter(matcherOf(narrowed(filter, { findings: ['deletedWithScores'] }), margin));
    const { insights } = await viewed(store, filter);
    assert.equal(insights.sample.findings.get('deletedWithScores'), matching.length);
    assert.ok(matching.length > 50);
  });
});

describe('a filter that is narrowed', () => {
  it('stays one that can be changed piece by piece where the two ask for different things', () => {
    assert.deepEqual(narrowed({ statuses: ['rejected'] }, { kycId: 'a' }), { statuses: ['rejected'], kycId: 'a' });
    assert.deepEqual(narrowed(noFilter, { kycId: 'a' }), { kycId: 'a' });
  });

  it('asks for both where they ask for the same thing', () => {
    const both = narrowed({ failCodes: ['a'] }, { failCodes: ['b'] });
    const [one] = fromWire({ auth_id: 'one', fail_code: ['a'] });
    const [two] = fromWire({ auth_id: 'two', fail_code: ['a', 'b'] });
    assert.ok(one && two);
    assert.deepEqual([one, two].map(matcherOf(both, margin)), [false, true]);
    assert.deepEqual(filterWords(both, unmasked), ['a', 'b']);
  });

  it('says once what is asked for twice', () => {
    const both = narrowed({ statuses: ['rejected'] }, { statuses: ['rejected'], kycId: 'a' });
    assert.deepEqual(filterWords(both, unmasked), ['Rejected', 'KYC submission a']);
  });

  it('can be taken apart: each condition is named once and can be removed by itself', () => {
    for (const filter of Object.values(filters)) {
      const both = narrowed(filter, { statuses: ['rejected'], score: { check: 'faceCover', from: 1, to: 2 } });
      const conditions = conditionsOf(both);
      const tests = conditions.map(({ condition }) => matcherOf(condition, margin));
      assert.deepEqual(
        all.filter(matcherOf(both, margin)),
        all.filter((one) => tests.every((test) => test(one))),
      );
      for (const [place, { without }] of conditions.entries()) {
        const others = tests.toSpliced(place, 1);
        assert.equal(conditionsOf(without).length, conditions.length - 1);
        assert.deepEqual(
          all.filter(matcherOf(without, margin)),
          all.filter((one) => others.every((test) => test(one))),
        );
      }
    }
  });

  it('is no filter only when none of it is one', () => {
    assert.equal(isEmpty({ and: [noFilter, { kycId: undefined }] }), true);
    assert.equal(isEmpty({ and: [noFilter, { kycId: 'a' }] }), false);
  });
});
