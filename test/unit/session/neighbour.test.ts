import assert from 'node:assert/strict';
import { neighbourOf, submissionRowOf } from '../../../src/session/neighbour.ts';
import type { Row } from '../../../src/session/row.ts';
import type { Session } from '../../../src/session/session.ts';
import { groupings } from '../../../src/submissions/model/groups.ts';
import { unmasked } from '../../../src/submissions/privacy/mask.ts';
import { startService } from '../../service/service.ts';
import { KEY } from '../api/asking.ts';
import { submissionOf } from '../submissions/fromWire.ts';
import { production, sessionAt, sessionOf } from './opened.ts';
import { everyRow } from './tree.ts';

function submissionsIn({ state }: Session): readonly (Row & { kind: 'submission' })[] {
  return everyRow(state).filter((row) => row.kind === 'submission');
}

function pathOf(row: Row | undefined): readonly string[] {
  return row === undefined ? [] : [...pathOf(row.parent), row.id];
}

describe('Next and Previous', () => {
  for (const grouping of groupings) {
    it(`walk through every row of the tree once, in its order and back: by ${grouping}`, async () => {
      await using service = await startService({ size: 95, broken: true, keys: [KEY] });
      const { session } = sessionAt(service.baseUrl, { arrangement: { grouping } });
      await session.open(production);
      await session.loadOlder();
      session.records.showLookedUp(production, submissionOf({ auth_id: service.records.id(3) }));
      session.records.showLookedUp(production, submissionOf({ auth_id: 'elsewhere' }));
      const rows = submissionsIn(session);
      for (const [index, { id: rowId, submission }] of rows.entries()) {
        const target = { id: submission.id, rowId };
        const next = neighbourOf(session.state, unmasked, target, 1);
        const previous = neighbourOf(session.state, unmasked, target, -1);
        assert.deepEqual([previous?.id, next?.id], [rows[index - 1]?.id, rows[index + 1]?.id]);
      }
    });
  }

  it('lead nowhere from what the tree does not have', async () => {
    const { session } = sessionOf([[{ auth_id: 'one', auth_status: 'approved' }, { auth_id: 'two' }]]);
    assert.equal(neighbourOf(session.state, unmasked, { id: 'one' }, 1), undefined);
    await session.open(production);
    assert.equal(neighbourOf(session.state, unmasked, { id: 'three' }, 1), undefined);
    await session.arrange({ filter: { statuses: ['approved'] } });
    assert.equal(neighbourOf(session.state, unmasked, { id: 'two' }, -1), undefined);
    assert.equal(neighbourOf(session.state, unmasked, { id: 'one' }, 1), undefined);
  });

  it('go on from where the submission stands now when it has moved', async () => {
    const first = { auth_id: 'one', auth_status: 'pending', create_time: '2027-01-01T00:00:00Z' };
    const pages = [[first, { auth_id: 'two', auth_status: 'approved', create_time: '2027-01-02T00:00:00Z' }]];
    const { session } = sessionOf(pages);
    await session.open(production);
    const rowId = submissionRowOf(session.state, unmasked, { id: 'one' })?.id;
    assert.equal(neighbourOf(session.state, unmasked, { id: 'one', rowId }, -1)?.submission.id, 'two');
    pages[0] = [{ ...first, auth_status: 'rejected' }, ...(pages[0] ?? []).slice(1)];
    await session.refresh();
    assert.equal(neighbourOf(session.state, unmasked, { id: 'one', rowId }, 1)?.submission.id, 'two');
  });
});

describe('the row to reveal', () => {
  for (const grouping of groupings) {
    it(`is the one that the tree has, with the rows above it, also among so many that days are split: by ${grouping}`, async () => {
      const day = (index: number): string => new Date(Date.UTC(2027, 0, 1) + index * 20_000).toISOString();
      const records = Array.from({ length: 2500 }, (_, index) => ({
        auth_id: `fa_${index}`,
        auth_status: 'rejected',
        create_time: day(index),
        kyc_submission_id: `kyc${index % 7}`,
      }));
      const { session } = sessionOf([records], { grouping });
      await session.open(production);
      const paths = new Map(submissionsIn(session).map((row) => [row.submission.id, pathOf(row)]));
      for (const id of ['fa_0', 'fa_1234', 'fa_2499']) {
        const row = submissionRowOf(session.state, unmasked, { id });
        assert.deepEqual([row?.submission.id, pathOf(row)], [id, paths.get(id)]);
      }
    });
  }

  it('is the one in the list rather than the one under Looked up, unless that is meant or the only one', async () => {
    const record = { auth_id: 'one', auth_status: 'approved' };
    const { session } = sessionOf([[record]]);
    await session.open(production);
    for (const id of ['one', 'else']) {
      session.records.showLookedUp(production, submissionOf({ ...record, auth_id: id }));
    }
    const topOf = (target: Parameters<typeof submissionRowOf>[2]): string | undefined =>
      pathOf(submissionRowOf(session.state, unmasked, target))[0];
    assert.equal(topOf({ id: 'one' }), 'status/approved');
    assert.equal(topOf({ id: 'one', rowId: 'lookedUp/one' }), 'lookedUp');
    assert.equal(topOf({ id: 'one', rowId: 'lookedUp/else' }), 'status/approved');
    assert.equal(topOf({ id: 'else' }), 'lookedUp');
  });
});
