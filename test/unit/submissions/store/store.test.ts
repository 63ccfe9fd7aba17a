import assert from 'node:assert/strict';
import { Store } from '../../../../src/submissions/store/store.ts';
import { demoSubmissions } from '../demoSubmissions.ts';
import { fromWire, submissionOf } from '../fromWire.ts';
import { addAll, addOne, assertSame, numbersIn } from '../stored.ts';

describe('the store gives back exactly what was added', () => {
  it('for every record of the demo', () => {
    const store = new Store();
    const all = demoSubmissions(3000);
    const numbers = addAll(store, all);
    for (const [index, submission] of all.entries()) {
      assertSame(store.at(numbers[index] ?? -1), submission);
      assert.equal(store.numberOf(submission.id), numbers[index]);
    }
    assert.equal(store.size, 3000);
  });

  for (const [what, record] of [
    ['that consists of its id alone', {}],
    ['without a time that can be read', { create_time: 'YYYY-MM-DD-HH-MM-SS-ZZZ' }],
    ['created in 1970', { create_time: '1970-01-01T00:00:00Z' }],
    ['created before 1970', { create_time: '1969-12-31T23:59:59.999Z' }],
    ['with scores of 0', { result: { face_similarity: 0, detectOccluded: false, livenessScore: 0 } }],
    ['with a score of many digits', { result: { active_liveness_score: 97.78668212890625, face_cover: 0.1 } }],
    ['with a score that is true', { result: { face_similarity: true, faceCover: false } }],
    ['with a score that is a word', { result: { face_similarity: 'high', head_cover: 12 } }],
    ['with a score that is the word NaN', { result: { face_similarity: 'NaN' } }],
    ['with every score odd', { result: { faceSimilarity: 'a', faceCover: 'b', headCover: true, livenessScore: 'c' } }],
    ['without occlusion', { result: { face_similarity: 1 } }],
    ['with occlusion as a number', { result: { occluded_score: 0.25, face_similarity: 50 } }],
    ['with occlusion as 0', { result: { occluded_score: 0 } }],
    ['with occlusion as a word', { result: { detectOccluded: 'partly', face_similarity: 50 } }],
    ['with occlusion as the text true', { result: { detectOccluded: 'true' } }],
    ['that is deleted', { delete_check: true, auth_status: 'approved' }],
    [
      'whose times contradict each other',
      { create_time: '2026-01-01T00:00:00Z', signals: { startButtonClickTime: '2026-01-02T00:00:00Z' } },
    ],
    ['with an empty submit type', { submit_type: '' }],
    ['with several fail codes', { fail_code: ['a', 'b', 'a'] }],
    ['with a policy of odd thresholds', { policy: { faceSimilarity_threshold: 'strict', occluded_threshold: true } }],
  ] as const) {
    it(`for one ${what}`, () => {
      const store = new Store();
      const all = fromWire({ auth_id: 'before' }, { auth_id: 'one', ...record }, { auth_id: 'after' });
      const numbers = addAll(store, all);
      for (const [index, submission] of all.entries()) {
        assertSame(store.at(numbers[index] ?? -1), submission);
      }
    });
  }

  it('with its place, also in a flat list and far behind in a long one', () => {
    const store = new Store();
    for (const [id, element, position] of [
      ['flat', 0, undefined],
      ['last of a flat list', 3_000_000_000, undefined],
      ['first', 0, 0],
      ['far behind', 7, 2_000_000_000],
    ] as const) {
      const submission = { ...submissionOf({ auth_id: id }), element, position };
      assertSame(store.at(addOne(store, submission)), submission);
    }
  });

  it('for more than 4,096 in one page', () => {
    const store = new Store();
    const all = demoSubmissions(9000, 5);
    const numbers = addAll(store, all);
    assert.deepEqual(
      store.blocks.map(({ ids }) => ids.length),
      [4096, 4096, 808],
    );
    for (let index = 0; index < all.length; index += 7) {
      assert.equal(store.at(numbers[index] ?? -1).id, all[index]?.id);
    }
    assert.equal(numbersIn(store).join() === numbers.join(), true);
  });

  it('for many pages of a few', () => {
    const store = new Store();
    const pages = Array.from({ length: 700 }, (_, page) =>
      fromWire(
        { auth_id: `a${page}`, kyc_submission_id: `k${page % 9}` },
        { auth_id: `b${page}`, auth_status: `s${page}` },
      ),
    );
    const numbers = pages.map((page) => addAll(store, page));
    for (const [index, page] of pages.entries()) {
      for (const [place, submission] of page.entries()) {
        assertSame(store.at(numbers[index]?.[place] ?? -1), submission);
      }
    }
    assert.deepEqual([store.size, new Set(numbersIn(store)).size], [1400, 1400]);
  });

  it('where fewer of a page were added than it held', () => {
    const store = new Store();
    const [one, two] = fromWire({ auth_id: 'one' }, { auth_id: 'two' });
    assert.ok(one && two);
    store.begin(50);
    const numbers = [addOne(store, one), addOne(store, two)];
    assertSame(store.at(numbers[0] ?? -1), one);
    assertSame(store.at(numbers[1] ?? -1), two);
    assert.equal(store.blocks.length, 1);
  });

  it('with one policy and one list of codes for all that agree in what they share, whatever came between', () => {
    const store = new Store();
    const one = { policy: { faceSimilarity_threshold: 85 }, fail_code: ['a', 'b'] };
    const others = Array.from({ length: 100 }, (_, index) => ({ auth_id: `${index}`, fail_code: [`${index}`] }));
    const numbers = addAll(store, fromWire({ auth_id: 'first', ...one }, ...others, { auth_id: 'last', ...one }));
    const [first, last] = [store.at(numbers[0] ?? -1), store.at(numbers.at(-1) ?? -1)];
    assert.deepEqual([first.policy === last.policy, first.failCodes === last.failCodes], [true, true]);
  });

  it('and nothing for a number that it never gave out', () => {
    const store = new Store();
    assert.throws(() => store.at(0), /no submission/);
    addAll(store, fromWire({ auth_id: 'one' }));
    assert.throws(() => store.at(4096), /no submission/);
  });
});

describe('what the store knows without making a submission', () => {
  const store = new Store();
  const [one, two] = addAll(
    store,
    fromWire({ auth_id: 'one', kyc_submission_id: 'kyc', create_time: '2027-01-01T00:00:00Z' }, { auth_id: 'two' }),
  );

  it('is the number of an id', () => {
    assert.deepEqual([store.numberOf('one'), store.numberOf('two'), store.numberOf('kyc')], [one, two, undefined]);
  });

  it('is the time of a number', () => {
    assert.deepEqual([store.timeOf(one ?? -1), store.timeOf(two ?? -1)], [Date.UTC(2027, 0, 1), Number.NaN]);
  });

  it('is whether a text is an id, also that of a KYC submission', () => {
    assert.deepEqual(
      ['one', 'two', 'kyc', 'on', 'three', '', '__proto__'].map((text) => store.isId(text)),
      [true, true, true, false, false, false, false],
    );
  });

  it('is how often each shared value was loaded', () => {
    const counted = new Store();
    addAll(
      counted,
      fromWire(
        { auth_id: '1', auth_status: 'rejected', fail_code: ['a', 'b'], submit_type: 'form' },
        { auth_id: '2', auth_status: 'rejected', fail_code: ['a', 'b'] },
        { auth_id: '3', auth_status: 'approved', fail_code: ['b'], submit_type: 'form' },
      ),
    );
    const { status, submitType, failCodes } = counted.tally;
    const told = [status, submitType, failCodes].map((counts) =>
      counts.map(({ value, count }) => `${JSON.stringify(value)} ${count}`),
    );
    assert.deepEqual(told, [
      ['"rejected" 2', '"approved" 1'],
      ['"form" 2', 'undefined 1'],
      ['["a","b"] 2', '["b"] 1'],
    ]);
  });

  it('counts a submission that was deleted since as it is now, and none of its fail codes', () => {
    const counted = new Store();
    const record = { auth_id: '1', auth_status: 'rejected', fail_code: ['a'] };
    addAll(counted, fromWire(record, { auth_id: '2', auth_status: 'rejected', fail_code: ['b'] }));
    addAll(counted, fromWire({ ...record, delete_check: true }));
    assert.deepEqual(counted.tally.status, [{ value: 'rejected', count: 2 }]);
    assert.deepEqual(
      counted.tally.failCodes.map(({ value }) => value),
      [['b']],
    );
  });
});
