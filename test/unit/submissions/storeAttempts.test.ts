import assert from 'node:assert/strict';
import { Numbering } from '../../../src/submissions/store/numbering.ts';
import { diceFor } from '../../../src/demo/random.ts';
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

describe('a numbering', () => {
  for (const [what, most, textOf] of [
    ['random ids', 300_000, randomIds()],
    ['ids that count', 30_000, (index: number) => `submission-${String(index).padStart(9, '0')}`],
    ['ids that differ in their middle', 30_000, (index: number) => `${'a'.repeat(40)}${index}${'b'.repeat(40)}`],
    ['numbers', 30_000, String],
  ] as const) {
    it(`keeps ${most} texts apart: ${what}`, () => {
      const numbering = new Numbering();
      const texts = Array.from({ length: most }, (_, index) => textOf(index));
      for (const [index, text] of texts.entries()) {
        numbering.set(text, index);
      }
      for (const [index, text] of texts.entries()) {
        if (numbering.get(text) !== index) {
          assert.fail(`${text} has ${numbering.get(text)} in place of ${index}`);
        }
      }
      assert.equal(numbering.get('nobody'), undefined);
    });
  }

  it('takes any text', () => {
    const numbering = new Numbering();
    const texts = ['', 'a', 'ab', '😀', '\u0000', '__proto__', 'x'.repeat(1_000_000), `y${'x'.repeat(999_999)}`];
    for (const [index, text] of texts.entries()) {
      assert.equal(numbering.get(text), undefined);
      numbering.set(text, index);
    }
    assert.deepEqual(
      texts.map((text) => numbering.get(text)),
      texts.map((_, index) => index),
    );
  });

  it('gives the latest number', () => {
    const numbering = new Numbering();
    numbering.set('one', 1);
    numbering.set('one', 2);
    assert.equal(numbering.get('one'), 2);
  });
});

function randomIds(): (index: number) => string {
  const dice = diceFor(11, 1);
  return (index) => `fa_${Math.floor(dice() * 2 ** 32).toString(36)}${index.toString(36)}`;
}
