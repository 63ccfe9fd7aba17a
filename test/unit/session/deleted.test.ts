import assert from 'node:assert/strict';
import type { Session } from '../../../src/session/session.ts';
import type { State } from '../../../src/session/state.ts';
import { numbersOf, type Grouping } from '../../../src/submissions/model/groups.ts';
import { submissionOf } from '../submissions/fromWire.ts';
import { production, sessionOf, shownIn } from './opened.ts';
import { everyRow, labels } from './tree.ts';

const scored = {
  auth_id: 'one',
  auth_status: 'rejected',
  create_time: '2027-01-15T10:00:00Z',
  kyc_submission_id: 'kyc',
  policy: { faceSimilarity_threshold: 85 },
  result: { face_similarity: 71 },
  fail_code: ['face_compare_underscore'],
};
const other = {
  auth_id: 'two',
  auth_status: 'approved',
  create_time: '2027-01-15T09:00:00Z',
  kyc_submission_id: 'kyc',
};
// `reduced` has only what the service says that deletion keeps. `complete` has everything, like a sample on its page.
const reduced = { auth_id: 'one', auth_status: 'rejected', create_time: '2027-01-15T10:00:00Z', delete_check: true };
const complete = { ...scored, delete_check: true };

// The three ways in which the service's later copy of a record can come.
const ways: readonly (readonly [string, (pages: unknown[][], session: Session, copy: object) => Promise<void>])[] = [
  [
    'with an older page',
    async (_, session) => {
      await session.loadOlder();
    },
  ],
  [
    'with what came since',
    async (pages, session, copy) => {
      pages[0] = [copy, other];
      await session.loadNewer();
    },
  ],
  [
    'with a refresh',
    async (pages, session, copy) => {
      pages[0] = [copy, other];
      await session.refresh();
    },
  ],
];

function rowsOf(state: State): readonly string[] {
  return labels(everyRow(state)).filter((label) => label.startsWith('one '));
}

function groupsIn(state: State): readonly string[] {
  const { groups, store } = shownIn(state).loaded;
  return [...groups.groups.values()].map(
    (group) =>
      `${group.key} ${Array.from(numbersOf(group), (number) => store.at(number).id)
        .toSorted()
        .join()}`,
  );
}

for (const [way, come] of ways) {
  for (const [kind, copy] of [
    ['reduced', reduced],
    ['complete', complete],
  ] as const) {
    describe(`a record that was deleted since, whose ${kind} copy comes ${way}`, () => {
      async function deleted(change: { readonly grouping?: Grouping } = {}): Promise<Session> {
        const pages: unknown[][] = [[scored, other], [copy]];
        const { session } = sessionOf(pages);
        await session.open(production);
        await session.arrange(change);
        session.records.showLookedUp(production, submissionOf(scored));
        await come(pages, session, copy);
        return session;
      }

      it('shows no scores in any row', async () => {
        const { state } = await deleted();
        assert.deepEqual(rowsOf(state), ['one deleted · 2027-01-15 10:00:00', 'one 10:00:00 · deleted']);
        assert.doesNotMatch(labels(everyRow(state)).join('\n'), /similarity/);
      });

      it('is found as deleted', async () => {
        const session = await deleted();
        assert.equal(session.records.known(production, 'one')?.deleted, true);
        assert.equal(shownIn(session.state).lookedUp[0]?.deleted, true);
      });

      it('is deleted among the attempts, or none of them', async () => {
        const attempts = (await deleted()).records.attempts(production.id, 'kyc');
        assert.deepEqual(
          attempts.map(({ id, deleted: gone }) => `${id} ${gone}`),
          kind === 'reduced' ? ['two false'] : ['one true', 'two false'],
        );
      });

      it('counts once, and not as sent twice', async () => {
        const { count, matching, duplicates } = shownIn((await deleted()).state).loaded;
        assert.deepEqual([count, matching, duplicates], [2, 2, 0]);
      });

      it('has left the groups of its earlier copy', async () => {
        assert.deepEqual(groupsIn((await deleted({ grouping: 'code' })).state).toSorted(), [' one,two']);
        assert.deepEqual(groupsIn((await deleted({ grouping: 'day' })).state), ['2027-01-15 one,two']);
      });

      it('leaves what a filter let through, and comes to what it lets through now', async () => {
        for (const [filter, matching] of [
          [{ failCodes: ['face_compare_underscore'] }, 0],
          [{ deleted: false }, 1],
          [{ deleted: true }, 1],
          [{ statuses: ['rejected'] }, 1],
        ] as const) {
          const pages: unknown[][] = [[scored, other], [copy]];
          const { session } = sessionOf(pages);
          await session.open(production);
          await session.arrange({ filter });
          await come(pages, session, copy);
          const { groups, matching: through } = shownIn(session.state).loaded;
          assert.deepEqual([through, groups.count], [matching, matching]);
        }
      });
    });
  }
}

describe('a record that was deleted', () => {
  for (const [what, page] of [
    ['before', [scored, reduced]],
    ['after', [reduced, scored]],
  ] as const) {
    it(`stays deleted where the same answer holds another copy ${what} it`, async () => {
      const { session } = sessionOf([page]);
      await session.open(production);
      assert.equal(session.records.known(production, 'one')?.deleted, true);
      assert.equal(shownIn(session.state).loaded.count, 1);
    });
  }

  it('gives way to a later answer that has it whole', async () => {
    const { session } = sessionOf([[reduced], [scored]]);
    await session.open(production);
    await session.loadOlder();
    assert.equal(session.records.known(production, 'one')?.deleted, false);
    const { duplicates, changed } = shownIn(session.state).loaded;
    assert.deepEqual([duplicates, changed], [0, 1]);
  });

  it('may be deleted within one page', async () => {
    const { session } = sessionOf([[scored, other, reduced]]);
    await session.open(production);
    const { count, groups } = shownIn(session.state).loaded;
    assert.deepEqual([count, groups.count, groups.groups.get('rejected')?.count], [2, 2, 1]);
    assert.deepEqual(rowsOf(session.state), ['one 10:00:00 · deleted']);
  });

  it('takes its status and its day with it', async () => {
    const { session } = sessionOf([[scored, other], [{ auth_id: 'one', aurh_status: 'gone', delete_check: true }]]);
    await session.open(production);
    await session.loadOlder();
    assert.deepEqual(groupsIn(session.state), ['approved two', 'gone one']);
    assert.deepEqual([...(shownIn(session.state).loaded.groups.groups.get('gone')?.groups.keys() ?? [])], ['']);
  });
});
