import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Session } from '../../../src/session/session.ts';
import { headline } from '../../../src/session/headline.ts';
import { unmasked } from '../../../src/submissions/privacy/mask.ts';
import { pagesInOrder } from '../../service/cursors.ts';
import { startService } from '../../service/service.ts';
import { KEY } from '../api/asking.ts';
import { production, sessionAt, sessionOf, shownIn } from './opened.ts';
import { everyRow, labels } from './tree.ts';

const OPTIONS = { size: 5, broken: false, keys: [KEY] };

const create_time = '2027-01-15T10:00:00Z';
const pending = { auth_id: 'one', auth_status: 'pending', create_time };
const rejected = {
  ...pending,
  auth_status: 'rejected',
  result: { face_similarity: 71 },
  policy: { faceSimilarity_threshold: 85 },
  fail_code: ['face_compare_underscore'],
};
const two = { auth_id: 'two', auth_status: 'approved', create_time: '2027-01-15T09:00:00Z' };

function statusesIn({ state }: Session): readonly string[] {
  const { groups } = shownIn(state).loaded;
  return [...groups.groups.values()].map(({ key, count }) => `${key} ${count}`).toSorted();
}

describe('a status that changes between two answers', () => {
  for (const [what, later] of [
    ['comes with auto refresh', async (session: Session) => void (await session.loadNewer())],
    ['comes with a refresh', async (session: Session) => await session.refresh()],
    [
      'comes with a look-up',
      async (session: Session) => void (await session.records.ask(production, 'one', new AbortController().signal)),
    ],
  ] as const) {
    it(`${what}: the record moves to its group, once, and so do the counts`, async () => {
      await using service = await startService(OPTIONS);
      const off = service.serveRaw(JSON.stringify([{ data: [pending, two] }]));
      const { session } = sessionAt(service.baseUrl);
      await session.open(production);
      off();
      service.serveRaw(JSON.stringify([{ data: [rejected, two] }]));
      await later(session);
      const { count, matching, duplicates, store } = shownIn(session.state).loaded;
      assert.deepEqual(statusesIn(session), ['approved 1', 'rejected 1']);
      assert.deepEqual([count, matching, duplicates], [2, 2, 0]);
      assert.equal(labels(everyRow(session.state)).filter((label) => label.startsWith('one ')).length, 1);
      assert.deepEqual(
        store.tally.status
          .filter(({ count: many }) => many > 0)
          .map(({ value }) => value)
          .toSorted(),
        ['approved', 'rejected'],
      );
      const known = session.records.known(production, 'one');
      assert.deepEqual(
        [known?.status, known?.measured.faceSimilarity, known?.failCodes.join()],
        ['rejected', 71, 'face_compare_underscore'],
      );
    });
  }

  it('on a later page of Load All moves the record too, and the headline says how many changed', async () => {
    await using service = await startService(OPTIONS);
    service.inject(
      pagesInOrder([
        [pending, two],
        [rejected, two],
      ]),
    );
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadAll(new AbortController().signal, async () => await Promise.resolve(true));
    assert.deepEqual(statusesIn(session), ['approved 1', 'rejected 1']);
    assert.match(headline(session.state, unmasked), /^Production · 2 loaded, all · 1 changed · 1 sent twice · /);
  });

  it('within one answer counts as the last copy has it', async () => {
    const { session } = sessionOf([[pending, two, rejected]]);
    await session.open(production);
    assert.deepEqual(statusesIn(session), ['approved 1', 'rejected 1']);
  });
});

describe('what counts of the copies of one record', () => {
  const copy = fc.record({
    status: fc.constantFrom('pending', 'approved', 'rejected'),
    deleted: fc.boolean(),
    score: fc.constantFrom(70, 90),
  });
  const wire = ({ status, deleted, score }: { status: string; deleted: boolean; score: number }): unknown => ({
    auth_id: 'one',
    create_time,
    auth_status: status,
    delete_check: deleted,
    result: { face_similarity: score },
  });

  it('is the last answer, and in that a deleted copy before the last one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(copy, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        async (pages) => {
          const { session } = sessionOf(pages.map((page) => page.map(wire)));
          await session.open(production);
          while (shownIn(session.state).loaded.more) {
            await session.loadOlder();
          }
          const last = pages.at(-1) ?? [];
          const found = session.records.known(production, 'one');
          const copies = last.filter(({ deleted }) => deleted || last.every((one) => !one.deleted));
          const { status, score, deleted } = copies.at(-1) ?? { status: '', score: 0, deleted: false };
          assert.deepEqual([found?.status, found?.measured.faceSimilarity, found?.deleted], [status, score, deleted]);
          const { count, duplicates, changed, matching, groups } = shownIn(session.state).loaded;
          assert.deepEqual(
            [count, count + duplicates + changed, matching, groups.count],
            [1, pages.flat().length, 1, 1],
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('one id in two projects of an answer', () => {
  const elements = [
    { faceAuth_projectId: 'p', data: [pending] },
    { faceAuth_projectId: 'q', data: [{ ...pending, auth_status: 'approved' }] },
  ];

  it('is two submissions, in rows of their own', async () => {
    await using service = await startService(OPTIONS);
    service.serveRaw(JSON.stringify(elements));
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.refresh();
    const { count, duplicates } = shownIn(session.state).loaded;
    assert.deepEqual([count, duplicates, statusesIn(session).join()], [2, 0, 'approved 1,pending 1']);
  });

  it('has another row id where both stand in one group', async () => {
    await using service = await startService(OPTIONS);
    service.serveRaw(JSON.stringify(elements.map((element) => ({ ...element, data: [pending] }))));
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const rows = everyRow(session.state);
    assert.equal(rows.filter(({ kind }) => kind === 'submission').length, 2);
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
  });

  it('keeps its row ids when others come before it', async () => {
    await using service = await startService(OPTIONS);
    const both = elements.map((element) => ({ ...element, data: [pending] }));
    const off = service.serveRaw(JSON.stringify(both));
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const idsOf = (id: string): readonly string[] =>
      everyRow(session.state).flatMap((row) => (row.kind === 'submission' && row.submission.id === id ? [row.id] : []));
    const before = idsOf('one');
    off();
    const later = { ...pending, auth_id: 'zero', create_time: '2027-01-15T11:00:00Z' };
    service.serveRaw(JSON.stringify([{ data: [later] }, ...both]));
    await session.refresh();
    assert.deepEqual([before.length, idsOf('one'), idsOf('zero').length], [2, before, 1]);
  });

  it('follows its own project when it changes', async () => {
    await using service = await startService(OPTIONS);
    const off = service.serveRaw(JSON.stringify(elements));
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    off();
    service.serveRaw(JSON.stringify([elements[0], { faceAuth_projectId: 'q', data: [rejected] }]));
    await session.loadNewer();
    assert.deepEqual(statusesIn(session), ['pending 1', 'rejected 1']);
  });
});
