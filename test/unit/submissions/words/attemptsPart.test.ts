import assert from 'node:assert/strict';
import type { OtherAttempt } from '../../../../src/submissions/words/recordContext.ts';
import { approved, detailOf, rejected, viewOf } from '../records.ts';

describe('the attempts of a KYC submission', () => {
  const attempt = (id: string, time: string, record: object = approved): OtherAttempt => ({
    id,
    shown: detailOf({ ...record, auth_id: id, create_time: time }).submission,
  });

  it('stand oldest first with this one marked, also when it is not loaded itself', () => {
    const others = [attempt('fa_9', '2025-10-02T02:19:02Z'), attempt('fa_0', '2025-10-02T02:11:40Z', rejected)];
    const rows = viewOf(rejected, { attempts: others }).attempts?.rows;
    assert.deepEqual(
      rows?.map(({ time, status, what, current }) => [time, status, what, current]),
      [
        ['02:11:40', 'Rejected', 'similarity 71.4 < 85', false],
        ['02:15:17', 'Rejected', 'similarity 71.4 < 85', true],
        ['02:19:02', 'Approved', 'similarity 93.1', false],
      ],
    );
  });

  it('have their days where these differ', () => {
    const rows = viewOf(rejected, { attempts: [attempt('fa_9', '2025-10-03T02:19:02Z')] }).attempts?.rows;
    assert.deepEqual(
      rows?.map(({ time }) => time),
      ['2025-10-02 02:15:17', '2025-10-03 02:19:02'],
    );
  });

  it('are all there while nothing can be shown of their ids, each with the id to open it by', () => {
    const hidden = ({ id, shown }: OtherAttempt): OtherAttempt => ({ id, shown: { ...shown, id: '…' } });
    const others = [attempt('fa_9', '2025-10-02T02:19:02Z'), attempt('fa_0', '2025-10-02T02:11:40Z')].map(hidden);
    const rows = viewOf({ ...rejected, auth_id: '…' }, { attempts: others }).attempts?.rows;
    assert.deepEqual(
      rows?.map(({ id, current }) => [id, current]),
      [
        ['fa_0', false],
        ['…', true],
        ['fa_9', false],
      ],
    );
  });

  it('say that no other one is loaded', () => {
    const { attempts } = viewOf(rejected);
    assert.deepEqual(attempts?.rows, []);
    assert.deepEqual(attempts?.notes, ['No other loaded submission belongs to this KYC submission.']);
  });

  it('have no place where the record names no KYC submission', () => {
    assert.equal(viewOf({ ...rejected, kyc_submission_id: null }).attempts, undefined);
  });

  it('are bounded around this one, with a note', () => {
    const others = Array.from({ length: 500 }, (_, index) =>
      attempt(`fa_x${index}`, new Date(Date.UTC(2025, 9, 1) + index * 600_000).toISOString()),
    );
    const part = viewOf(rejected, { attempts: others }).attempts;
    assert.equal(part?.rows.length, 20);
    assert.ok(part.rows.some(({ current }) => current));
    assert.deepEqual(part.notes, ['20 of 501 are shown here.']);
  });
});
