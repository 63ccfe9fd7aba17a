import assert from 'node:assert/strict';
import type { Row } from '../../../src/session/row.ts';
import { rowsBelow } from '../../../src/session/rows.ts';
import type { State } from '../../../src/session/state.ts';
import { unmasked } from '../../../src/submissions/privacy/mask.ts';
import { startService } from '../../service/service.ts';
import { KEY } from '../api/asking.ts';
import { standingIn } from '../submissions/zone.ts';
import { production, sessionAt, sessionOf } from './opened.ts';
import { below, everyRow, labels } from './tree.ts';

const time = '2026-12-31T20:45:06Z';
const failedRecord = {
  auth_status: 'rejected',
  create_time: time,
  policy: { faceSimilarity_threshold: 85 },
  result: { face_similarity: 71.2 },
};

async function stateOf(...pages: readonly (readonly unknown[])[]): Promise<State> {
  const { session } = sessionOf(pages);
  await session.open(production);
  for (let page = 1; page < pages.length; page++) {
    await session.loadOlder();
  }
  return session.state;
}

async function rowOf(record: object): Promise<Row> {
  const row = everyRow(await stateOf([{ auth_id: 'one', ...record }])).find(({ kind }) => kind === 'submission');
  assert.ok(row);
  return row;
}

describe('the row of a submission', () => {
  it('is its id, its time and what failed', async () => {
    const { label, description, icon, expandable } = await rowOf(failedRecord);
    assert.deepEqual([label, description, expandable], ['one', '20:45:06 · similarity 71.2 < 85', false]);
    assert.deepEqual(icon, { name: 'error', color: 'testing.iconFailed' });
  });

  it('is its time alone where nothing failed', async () => {
    assert.equal((await rowOf({ auth_status: 'approved', create_time: time })).description, '20:45:06');
  });

  it('says that there is no time', async () => {
    assert.equal((await rowOf({ auth_status: 'approved' })).description, 'no time');
  });

  it('of a deleted one says so, has its own icon and no scores', async () => {
    const { description, icon } = await rowOf({ ...failedRecord, delete_check: true, fail_code: ['Head_cover_fail'] });
    assert.equal(description, '20:45:06 · deleted');
    assert.equal(icon?.name, 'trash');
  });

  it('knows the row above it, up to the first', async () => {
    const row = await rowOf(failedRecord);
    assert.deepEqual([row.parent?.label, row.parent?.parent?.label], ['2026-12-31', 'Rejected']);
    assert.equal(row.parent?.parent?.parent, undefined);
  });

  it('has none below it', async () => {
    const state = await stateOf([{ auth_id: 'one', ...failedRecord }]);
    const row = everyRow(state).find(({ kind }) => kind === 'submission');
    assert.equal(rowsBelow(state, unmasked, row).length, 0);
  });
});

describe('the row of a submission in local time', () => {
  standingIn('Asia/Seoul');

  it('has the time of the machine, below the day of the machine', async () => {
    const { session } = sessionOf([[{ auth_id: 'one', ...failedRecord }]], { zone: 'local' });
    await session.open(production);
    const [status] = rowsBelow(session.state, unmasked);
    const [day] = rowsBelow(session.state, unmasked, status);
    const [row] = rowsBelow(session.state, unmasked, day);
    assert.equal(day?.label, '2027-01-01');
    assert.match(row?.description ?? '', /^05:45:06 /);
  });
});

describe('the row of a broken record', () => {
  it('is its place and its first problem', async () => {
    const state = await stateOf([{ auth_id: 'one' }, { create_time: '2027-01-15T12:00:00Z' }]);
    const [label] = labels(below(state, 'Broken records'));
    assert.match(label ?? '', /^\[0\]\.data\[1\] auth_id is missing/);
  });
});

describe('the ids of the rows', () => {
  it('differ, all of them', async () => {
    await using service = await startService({ size: 400, keys: [KEY] });
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    for (let page = 0; page < 5; page++) {
      await session.loadOlder();
    }
    const ids = everyRow(session.state).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('stay the same over further pages, a refresh and a failure', async () => {
    await using service = await startService({ size: 400, keys: [KEY] });
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const idsNow = (): Set<string> =>
      new Set(
        everyRow(session.state)
          .filter(({ kind }) => kind === 'group' || kind === 'submission' || kind === 'broken')
          .map(({ id }) => id),
      );
    const first = idsNow();
    await session.loadOlder();
    const second = idsNow();
    await session.refresh();
    assert.ok([...first].every((id) => second.has(id)));
    assert.equal([...idsNow()].join(), [...second].join());
  });

  it('differ where ids and statuses imitate each other', async () => {
    const statuses = [
      'rejected',
      'rejected/2026-12-31',
      'rejected/2026-12-31/20',
      'more/1',
      '%2F',
      '/',
      'a%2Fb',
      'a/b',
    ];
    const ids = ['one', '20', 'more/1', '2026-12-31', 'a/b', 'a%2Fb', '', '__proto__', 'older/1'].filter(Boolean);
    const records = statuses.flatMap((auth_status, index) =>
      ids.map((auth_id) => ({ auth_id: `${auth_id}${index}`, auth_status, create_time: time })),
    );
    const imitating = ids.map((auth_id) => ({ auth_id, auth_status: 'rejected', create_time: time }));
    const rows = everyRow(await stateOf([...records, ...imitating], [])).map(({ id }) => id);
    assert.equal(new Set(rows).size, rows.length);
  });

  it('differ where they are too long to be kept, and are bounded', async () => {
    const long = 'x'.repeat(100_000);
    const pages = [1, 2].map((page) => [
      { auth_id: `${long}${page}`, auth_status: `${long}${page}` },
      { auth_id: `${page}${long}`, auth_status: `${page}${long}` },
      { auth_id: `a${page}${long}b`, auth_status: 'rejected' },
    ]);
    const rows = everyRow(await stateOf(...pages)).map(({ id }) => id);
    assert.equal(new Set(rows).size, rows.length);
    assert.ok(rows.every((id) => id.length < 2000));
  });
});

describe('hostile text in a row', () => {
  for (const [what, text] of [
    ['controls', 'a\u0000\u001b[31m\r\nb'],
    ['an override of the direction', 'a\u202eb'],
    ['a megabyte', 'x'.repeat(1_000_000)],
    ['half a character', `${'x'.repeat(119)}😀😀`],
  ] as const) {
    it(`is shown bounded and plain: ${what}`, async () => {
      const record = { auth_id: text, auth_status: text, create_time: text, fail_code: [text, text] };
      for (const { label, description } of everyRow(await stateOf([record, { auth_id: 'b', policy: text }]))) {
        assert.ok(label.length < 800 && description.length < 1000);
        assert.doesNotMatch(`${label}${description}`, /[\p{Cc}\u202e]/u);
        assert.ok(`${label}${description}`.isWellFormed());
      }
    });
  }
});
