import assert from 'node:assert/strict';
import { startService } from '../../service/service.ts';
import { KEY } from '../api/asking.ts';
import { recordValue } from '../submissions/recordValue.ts';
import { production, sessionAt, sessionOf, shownIn } from './opened.ts';

const OPTIONS = { size: 5, broken: false, keys: [KEY] };

const create_time = '2027-01-15T10:00:00Z';
const rejected = { auth_id: 'one', auth_status: 'rejected', create_time };
const two = { auth_id: 'two', auth_status: 'approved', create_time };

describe('a change that no row of the tree tells', () => {
  const commented = { ...rejected, reject_comment: ['later'] };
  for (const [what, first, then] of [
    ['a comment', rejected, commented],
    ['a time of deletion', { ...two, delete_check: true }, { ...two, delete_check: true, delete_time: create_time }],
    ['a run of the camera', rejected, { ...rejected, signals: { cameraProcessInfo: [{ type: 'faceAuth-active' }] } }],
  ] as const) {
    it(`comes with auto refresh and on a later page, and counts as a change: ${what}`, async () => {
      await using service = await startService(OPTIONS);
      const off = service.serveRaw(JSON.stringify([{ data: [first] }]));
      const looking = sessionAt(service.baseUrl).session;
      await looking.open(production);
      off();
      service.serveRaw(JSON.stringify([{ data: [then] }]));
      const { news } = await looking.loadNewer();
      assert.deepEqual(
        news.map(({ id }) => id),
        [first.auth_id],
      );
      const paging = sessionOf([[first], [then]]).session;
      await paging.open(production);
      await paging.loadOlder();
      for (const { state, records } of [looking, paging]) {
        const { count, changed, duplicates, matching } = shownIn(state).loaded;
        assert.deepEqual([count, changed, duplicates, matching], [1, 1, 0, 1]);
        const known = records.known(production, first.auth_id);
        assert.ok(known !== undefined);
        assert.deepEqual(await recordValue(known), then);
      }
      assert.equal((await looking.loadNewer()).news.length, 0);
    });
  }

  it('counts as the last copy of an answer has it', async () => {
    const { session } = sessionOf([
      [two],
      [
        { ...two, reject_comment: 'first' },
        { ...two, reject_comment: 'second' },
        { ...two, reject_comment: 'third' },
      ],
    ]);
    await session.open(production);
    await session.loadOlder();
    const { changed, duplicates } = shownIn(session.state).loaded;
    const known = session.records.known(production, 'two');
    assert.ok(known !== undefined);
    assert.deepEqual([changed, duplicates, await recordValue(known)], [1, 2, { ...two, reject_comment: 'third' }]);
  });

  it('is none in a field that no page of the service names: it may be another one with each answer', async () => {
    const { session } = sessionOf([[rejected], [{ ...rejected, picture: 'https://host.example/?signature=2' }]]);
    await session.open(production);
    await session.loadOlder();
    const { changed, duplicates } = shownIn(session.state).loaded;
    assert.deepEqual([changed, duplicates], [0, 1]);
  });
});
