import assert from 'node:assert/strict';
import type { Arrangement } from '../../../src/session/arrangement.ts';
import type { Row } from '../../../src/session/row.ts';
import { rowsBelow } from '../../../src/session/rows.ts';
import type { State } from '../../../src/session/state.ts';
import { unmasked } from '../../../src/submissions/privacy/mask.ts';
import { submissionOf } from '../submissions/fromWire.ts';
import { production, sessionOf, staging } from './opened.ts';
import { everyRow } from './tree.ts';

const create_time = '2026-12-31T20:14:42Z';
const rejected = {
  auth_id: 'fa_r',
  auth_status: 'rejected',
  create_time,
  kyc_submission_id: 'kyc',
  policy: { faceSimilarity_threshold: 85 },
  result: { face_similarity: 71 },
  fail_code: ['face_compare_underscore'],
};
const approved = { auth_id: 'fa_a', auth_status: 'approved', create_time };
const pending = { auth_id: 'fa_p', auth_status: 'pending', create_time };
const silent = { auth_id: 'fa_s', create_time };
const deleted = { ...rejected, auth_id: 'fa_d', delete_check: true };
const all = [rejected, approved, pending, silent, deleted];

async function stateOf(arrangement: Partial<Arrangement>, records: readonly unknown[] = all): Promise<State> {
  const { session } = sessionOf([records], arrangement);
  await session.open(production);
  return session.state;
}

function submissionsIn(state: State): ReadonlyMap<string, Row> {
  return new Map(everyRow(state).flatMap((row) => (row.kind === 'submission' ? [[row.submission.id, row]] : [])));
}

describe('what a screen reader says of a row', () => {
  for (const grouping of ['status', 'day', 'code', 'kyc'] as const) {
    it(`of a submission is status, what failed, time and id: by ${grouping}`, async () => {
      const spoken = [...submissionsIn(await stateOf({ grouping })).values()].map((row) => row.spoken).toSorted();
      const time = ['status', 'day'].includes(grouping) ? '20:14:42' : '2026-12-31 20:14:42';
      assert.deepEqual(spoken, [
        `Approved, ${time}, fa_a`,
        `No status, ${time}, fa_s`,
        `Rejected, deleted, ${time}, fa_d`,
        `Rejected, similarity 71 < 85, ${time}, fa_r`,
        `pending, ${time}, fa_p`,
      ]);
    });
  }

  it('of a KYC submission tells how its newest attempt ended', async () => {
    const [row] = rowsBelow(await stateOf({ grouping: 'kyc' }, [rejected, { ...rejected, auth_id: 'two' }]), unmasked);
    assert.equal(row?.spoken, 'Rejected, similarity 71 < 85, 2026-12-31 20:14:42, 2 attempts, kyc');
  });

  it('of a group says what its number counts', async () => {
    const state = await stateOf({}, [approved, rejected, { ...rejected, auth_id: 'two' }]);
    const [first, second] = rowsBelow(state, unmasked);
    const days = rowsBelow(state, unmasked, first);
    assert.deepEqual(
      [first?.spoken, second?.spoken, days[0]?.spoken],
      ['Rejected, 2 submissions', 'Approved, 1 submission', '2026-12-31, 2 submissions'],
    );
  });

  it('of a failure is all of it, as sentences', async () => {
    const state = await stateOf({});
    assert.ok(state.kind === 'ready');
    const rows = rowsBelow({ ...state, kind: 'failed', failure: { kind: 'tooSlow', seconds: 30 } }, unmasked);
    assert.match(rows.at(-1)?.spoken ?? '', /^The service did not answer within 30 seconds\. Try again/);
  });

  it('is something for every row', async () => {
    const { session } = sessionOf([[...all, null], all]);
    await session.open(production);
    session.records.showLookedUp(production, submissionOf({}));
    assert.ok(everyRow(session.state).every(({ spoken }) => spoken !== ''));
  });
});

describe('a status that only an icon would tell', () => {
  for (const grouping of ['code', 'kyc'] as const) {
    it(`stands in the row where no group names it: by ${grouping}`, async () => {
      const rows = submissionsIn(await stateOf({ grouping }));
      assert.equal(rows.get('fa_p')?.description, 'pending · 2026-12-31 20:14:42');
      assert.equal(rows.get('fa_s')?.description, 'No status · 2026-12-31 20:14:42');
      assert.equal(rows.get('fa_a')?.description, '2026-12-31 20:14:42');
    });
  }

  it('stands in the row of what was looked up, and in no row below its name', async () => {
    const { session } = sessionOf([[pending]]);
    await session.open(production);
    session.records.showLookedUp(production, submissionOf(pending));
    const rows = everyRow(session.state).filter(({ kind }) => kind === 'submission');
    assert.deepEqual(
      rows.map(({ description }) => description),
      ['pending · 2026-12-31 20:14:42', '20:14:42'],
    );
  });
});

describe('the day of a row', () => {
  it('stands in it where no row above names one, at its end: of a narrow view that is cut off', async () => {
    const texts = async (arrangement: Partial<Arrangement>) =>
      submissionsIn(await stateOf(arrangement, [rejected])).get('fa_r')?.description;
    assert.equal(await texts({ grouping: 'day' }), '20:14:42 · similarity 71 < 85');
    assert.equal(await texts({ grouping: 'code' }), 'similarity 71 < 85 · 2026-12-31 20:14:42');
    assert.equal(await texts({ grouping: 'kyc', rowLabel: 'reason' }), 'fa_r · 2026-12-31 20:14:42');
  });
});

describe('rows that begin with the reason', () => {
  it('have what failed as their label, or the status, and the id after the time', async () => {
    const rows = submissionsIn(await stateOf({ rowLabel: 'reason' }));
    const texts = [...rows].map(([id, { label, description }]) => [id, label, description].join(' | '));
    assert.deepEqual(texts.toSorted(), [
      'fa_a | Approved | 20:14:42 · fa_a',
      'fa_d | deleted | 20:14:42 · fa_d',
      'fa_p | pending | 20:14:42 · fa_p',
      'fa_r | similarity 71 < 85 | 20:14:42 · fa_r',
      'fa_s | No status | 20:14:42 · fa_s',
    ]);
  });

  it('say the same aloud, and are the same rows', async () => {
    const [byId, byReason] = [await stateOf({}), await stateOf({ rowLabel: 'reason' })].map((state) => everyRow(state));
    assert.deepEqual(
      byId?.map(({ id, spoken }) => [id, spoken]),
      byReason?.map(({ id, spoken }) => [id, spoken]),
    );
  });

  it('come and go with the arrangement, without a request', async () => {
    const { session, asked } = sessionOf([[rejected]]);
    await session.open(production);
    await session.arrange({ rowLabel: 'reason' });
    assert.equal(submissionsIn(session.state).get('fa_r')?.label, 'similarity 71 < 85');
    await session.arrange({ rowLabel: 'id' });
    assert.deepEqual([submissionsIn(session.state).get('fa_r')?.label, asked.length], ['fa_r', 1]);
  });
});

describe('what a command on a row acts on', () => {
  it('stands in the row: its project and its record, whatever is shown meanwhile', async () => {
    const { session } = sessionOf([[rejected, null]]);
    await session.open(production);
    session.records.showLookedUp(production, submissionOf(approved));
    const { state } = session;
    const before = everyRow(state);
    await session.open(staging);
    assert.ok(before.every(({ projectId }) => projectId === production.id));
    assert.ok(everyRow(session.state).every(({ projectId }) => projectId === staging.id));
    const below = before.flatMap((row) => rowsBelow(session.state, unmasked, row));
    assert.ok(below.length > 0);
    assert.ok(below.every(({ projectId }) => projectId === production.id));
  });

  it('is in a row of the same id after a refresh that brought others before it', async () => {
    const pages = [[rejected]];
    const { session } = sessionOf(pages);
    await session.open(production);
    const before = submissionsIn(session.state).get('fa_r');
    pages[0] = [{ ...rejected, auth_id: 'fa_n', create_time: '2026-12-31T21:00:00Z' }, rejected];
    await session.refresh();
    assert.equal(submissionsIn(session.state).get('fa_r')?.id, before?.id);
    assert.notEqual(submissionsIn(session.state).get('fa_n')?.id, before?.id);
  });
});
