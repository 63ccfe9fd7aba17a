import assert from 'node:assert/strict';
import { Turn } from '../../../src/json/turn.ts';
import { EarlierIds } from '../../../src/session/earlierIds.ts';
import { Store } from '../../../src/submissions/store/store.ts';
import { submissionOf } from '../submissions/fromWire.ts';
import { production, sessionOf, staging } from './opened.ts';

const record = (auth_id: string): object => ({ auth_id, kyc_submission_id: `kyc-${auth_id}` });

describe('an id that is loaded no longer', () => {
  for (const [what, leave] of [
    [
      'another filter by date',
      async (session) => await session.open(production, { from: '2027-01-01', to: '2027-01-02' }),
    ],
    ['another project', async (session) => await session.open(staging)],
    ['no project at all', async (session) => await session.open(undefined)],
    ['a refresh', async (session) => await session.refresh()],
  ] as const satisfies readonly (readonly [
    string,
    (session: ReturnType<typeof sessionOf>['session']) => Promise<void>,
  ])[]) {
    it(`is known as one after ${what}: what is open still names it`, async () => {
      const pages = [[record('old')]];
      const { session } = sessionOf(pages);
      await session.open(production);
      pages[0] = [record('new')];
      const left = leave(session);
      assert.ok(session.records.isId('old'), 'at once');
      await left;
      assert.deepEqual(
        ['old', 'kyc-old', 'never'].map((text) => session.records.isId(text)),
        [true, true, false],
      );
    });
  }

  it('is known as one that was looked up, and as its KYC submission', async () => {
    const { session } = sessionOf([[record('one')]]);
    await session.open(production);
    session.records.showLookedUp(production, submissionOf(record('looked')));
    await session.open(staging);
    assert.deepEqual(
      ['looked', 'kyc-looked'].map((text) => session.records.isId(text)),
      [true, true],
    );
  });

  it('is known while very many are being remembered, and the thread is passed on meanwhile', async () => {
    const store = new Store();
    const one = submissionOf({ auth_id: 'any' });
    store.begin(200_000);
    // `take` below shares this turn. The loop goes on until the turn is over, on a machine of any speed.
    const turn = new Turn();
    for (let index = 0; index < 200_000 || !turn.over; index++) {
      store.add({ ...one, id: `id${index}` });
    }
    const earlier = new EarlierIds();
    const taken = earlier.take(store);
    let passed = false;
    setTimeout(() => {
      passed = true;
      assert.ok(earlier.has('id199999'));
    }, 0);
    await taken;
    assert.ok(passed);
    assert.ok(earlier.has('id0') && earlier.has('id199999') && !earlier.has('id'));
  });
});
