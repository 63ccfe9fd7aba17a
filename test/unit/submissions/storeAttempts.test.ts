import assert from 'node:assert/strict';
import { mostAttempts, Store } from '../../../src/submissions/store/store.ts';
import { demoSubmissions } from './demoSubmissions.ts';
import { fromWire } from './fromWire.ts';
import { addAll, numbersIn } from './stored.ts';

const scored = { auth_id: 'one', kyc_submission_id: 'kyc', result: { face_similarity: 50 } };

// The ids of the attempts, in order.
function attempts(store: Store, kycId: string): string {
  return store
    .attempts(kycId)
    .map(({ id }) => id)
    .toSorted()
    .join();
}

describe('an id that is added again', () => {
  function replaced(): { readonly store: Store; readonly before: number; readonly after: number } {
    const store = new Store();
    const [before = -1] = addAll(store, fromWire(scored, { auth_id: 'two', kyc_submission_id: 'kyc' }));
    const [after = -1] = addAll(store, fromWire({ auth_id: 'one', delete_check: true }));
    return { store, before, after };
  }

  it('counts once', () => {
    assert.equal(replaced().store.size, 2);
  });

  it('is found under its new number alone', () => {
    const { store, before, after } = replaced();
    assert.notEqual(before, after);
    assert.equal(store.numberOf('one'), after);
    assert.deepEqual([store.isCurrent(before), store.isCurrent(after)], [false, true]);
    assert.deepEqual([store.at(after).deleted, store.at(after).measured.faceSimilarity], [true, undefined]);
    assert.deepEqual(numbersIn(store), [before + 1, after]);
  });

  it('is no attempt any more where its copy names no KYC submission, and the others still are', () => {
    assert.equal(attempts(replaced().store, 'kyc'), 'two');
  });

  it('is one attempt where its copy names the same one', () => {
    const { store } = replaced();
    const [again = -1] = addAll(store, fromWire({ ...scored, delete_check: true }));
    assert.equal(attempts(store, 'kyc'), 'one,two');
    assert.equal(
      store.attempts('kyc').every(({ deleted, id }) => deleted === (id === 'one')),
      true,
    );
    assert.equal(store.numberOf('one'), again);
  });
});

describe('the attempts of a KYC submission', () => {
  it('are those of the demo, over several pages, each once', () => {
    const store = new Store();
    const all = demoSubmissions(6000);
    for (let first = 0; first < all.length; first += 500) {
      addAll(store, all.slice(first, first + 500));
    }
    const byKyc = new Map<string, string[]>();
    for (const { id, kycId } of all) {
      if (kycId !== undefined) {
        byKyc.set(kycId, [...(byKyc.get(kycId) ?? []), id]);
      }
    }
    assert.ok([...byKyc.values()].some((ids) => ids.length > 2));
    for (const [kycId, ids] of byKyc) {
      assert.equal(attempts(store, kycId), ids.toSorted().join());
    }
  });

  it('are none of one that nobody named', () => {
    const store = new Store();
    addAll(store, fromWire({ auth_id: 'without' }, scored));
    assert.equal(store.attempts('nobody').length, 0);
    assert.equal(store.attempts('').length, 0);
    assert.equal(store.attempts('one').length, 0);
  });

  it('may be very many: those that were loaded last are told', () => {
    const store = new Store();
    const [one] = fromWire(scored);
    assert.ok(one);
    store.begin(30_000);
    for (let index = 0; index < 30_000; index++) {
      store.add({ ...one, id: `id${index}` });
    }
    assert.equal(store.attempts('kyc').length, mostAttempts);
    assert.equal(store.attempts('kyc')[0]?.id, 'id29999');
  });
});
