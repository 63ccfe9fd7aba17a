import assert from 'node:assert/strict';
import { readPage } from '../../../../src/api/page.ts';
import { selectedIn } from '../../../../src/editor/export/selected.ts';
import type { Session } from '../../../../src/session/session.ts';
import type { Row } from '../../../../src/session/row.ts';
import { answerOf, production, sessionOf, sessionWith, shownIn } from '../../session/opened.ts';
import { rowAt } from '../../session/tree.ts';
import { fromText } from '../../submissions/fromWire.ts';

const day = '2027-01-10';

function record(id: string, status = 'approved', more: object = {}): object {
  return { auth_id: id, auth_status: status, create_time: `${day}T08:00:00Z`, kyc_submission_id: 'k', ...more };
}

// The ids that an export of these rows holds. There must be as many as the export announced.
async function idsOf(session: Session, rows: readonly Row[]): Promise<string> {
  const { count, submissions } = await selectedIn(rows, shownIn(session.state));
  const ids = Array.from(submissions(), ({ id }) => id);
  assert.equal(ids.length, count);
  return ids.join();
}

describe('what selected rows stand for', () => {
  const pages = [
    [record('a'), record('b', 'rejected')],
    [record('c'), record('d', 'rejected')],
  ];

  async function opened(): Promise<Session> {
    const { session } = sessionOf(pages);
    await session.open(production);
    await session.loadOlder();
    return session;
  }

  it('are all submissions below a group, those of one page together', async () => {
    const session = await opened();
    assert.equal(
      await idsOf(session, [rowAt(session.state, 'Rejected'), rowAt(session.state, 'Approved', day)]),
      'a,b,c,d',
    );
  });

  it('is each submission once, however many rows stand for it', async () => {
    const session = await opened();
    const group = rowAt(session.state, 'Approved');
    const below = rowAt(session.state, 'Approved', day);
    const one = rowAt(session.state, 'Approved', day, 'c');
    assert.equal(await idsOf(session, [one, group, below, one]), 'a,c');
  });

  it('is a submission once that has several fail codes', async () => {
    const { session } = sessionOf([[record('a', 'rejected', { fail_code: ['x', 'y'] })]], { grouping: 'code' });
    await session.open(production);
    assert.equal(await idsOf(session, [rowAt(session.state, 'x'), rowAt(session.state, 'y')]), 'a');
  });

  it('are the attempts of a KYC submission', async () => {
    const { session } = sessionOf([[record('a'), record('b')]], { grouping: 'kyc' });
    await session.open(production);
    assert.equal(await idsOf(session, [rowAt(session.state, 'k'), rowAt(session.state, 'k', 'b')]), 'a,b');
  });

  it('are those that were looked up, the loaded ones once', async () => {
    const session = await opened();
    const found = await fromText(JSON.stringify([record('x'), record('a')]));
    for (const submission of found) {
      session.records.showLookedUp(production, submission);
    }
    const rows = [rowAt(session.state, 'Looked up'), rowAt(session.state, 'Approved')];
    assert.equal(await idsOf(session, rows), 'a,c,x');
  });

  it('is a record as it came last, also for a row of before it was deleted', async () => {
    const again = [[record('a'), record('b')], [record('a', 'approved', { delete_check: true })]];
    const { session } = sessionOf(again);
    await session.open(production);
    const group = rowAt(session.state, 'Approved');
    const row = rowAt(session.state, 'Approved', day, 'a');
    await session.loadOlder();
    assert.equal(await idsOf(session, [group]), 'b,a');
    const { submissions } = await selectedIn([row], shownIn(session.state));
    const [one] = submissions();
    assert.equal(one?.deleted, true);
    assert.equal(await idsOf(session, [row, rowAt(session.state, 'Approved')]), 'b,a');
  });

  it('is a record as it came last, also for a group of before it came again', async () => {
    const again = [[record('a'), record('b')], [record('a', 'approved', { reject_comment: ['later'] })]];
    const { session } = sessionOf(again);
    await session.open(production);
    const group = rowAt(session.state, 'Approved');
    await session.loadOlder();
    assert.equal(await idsOf(session, [group]), 'b,a');
  });

  it('are the same after all was read again, for a row of before', async () => {
    const changing = [[record('a'), record('b')]];
    const { session } = sessionOf(changing);
    await session.open(production);
    const group = rowAt(session.state, 'Approved');
    changing[0] = [record('new'), record('a'), record('b')];
    await session.refresh();
    assert.equal(await idsOf(session, [group]), 'a,b');
  });

  describe('where two projects of one answer have the same id', () => {
    async function ofBoth(): Promise<Session> {
      const body = [
        { faceAuth_projectId: 'p', data: [record('a')] },
        { faceAuth_projectId: 'q', data: [record('a', 'rejected')] },
      ];
      const { session } = sessionWith(() => async () => await readPage(answerOf(body)));
      await session.open(production);
      return session;
    }

    async function statusesOf(session: Session, rows: readonly Row[]): Promise<string> {
      const { submissions } = await selectedIn(rows, shownIn(session.state));
      return Array.from(submissions(), ({ status }) => status).join();
    }

    it('is the one of the row, also after all was read again', async () => {
      const session = await ofBoth();
      const [approved, rejected] = ['Approved', 'Rejected'].map((status) => rowAt(session.state, status, day, 'a'));
      const group = rowAt(session.state, 'Rejected');
      assert.ok(approved && rejected);
      await session.refresh();
      assert.deepEqual(
        [
          await statusesOf(session, [rejected]),
          await statusesOf(session, [group]),
          await statusesOf(session, [approved]),
        ],
        ['rejected', 'rejected', 'approved'],
      );
      assert.equal(await statusesOf(session, [rejected, approved]), 'approved,rejected');
    });
  });

  it('is nothing for rows that hold none', async () => {
    const session = await opened();
    assert.equal(await idsOf(session, []), '');
  });
});
