import { checkOfCode, spelledCode } from '../../../../src/submissions/model/checks.ts';
import assert from 'node:assert/strict';
import { submissionOf } from '../fromWire.ts';

describe('the status and the codes of a submission', () => {
  it('hold the two documented statuses in small letters, as the service writes them', () => {
    const statuses = ['APPROVED', 'Approved', ' rejected ', 'REJECTED'];
    assert.deepEqual(
      statuses.map((status) => submissionOf({ auth_status: status }).status),
      ['approved', 'approved', 'rejected', 'rejected'],
    );
  });

  it('tell a status “unknown” that was sent from none', () => {
    assert.equal(submissionOf({ auth_status: 'unknown' }).status, 'unknown');
    assert.equal(submissionOf({ auth_status: null }).status, '');
  });

  it('hold each fail code once, whatever its case, and none without a letter', () => {
    const codes = ['', 'X_fail', ' ', 'x_FAIL', 'Y_fail', 'X_fail', ' X_fail '];
    assert.deepEqual(submissionOf({ fail_code: codes }).failCodes, ['X_fail', 'Y_fail']);
    assert.deepEqual(submissionOf({ fail_code: [''] }).failCodes, []);
  });

  it('name a check also where spaces stand around its code, as around a status', () => {
    assert.equal(checkOfCode(' Head_cover_fail\n'), 'headCover');
    assert.equal(spelledCode('head_cover_FAIL '), 'Head_cover_fail');
    assert.equal(submissionOf({ auth_status: ' Rejected ' }).status, 'rejected');
  });

  it('say that a time of creation or deletion was sent that cannot be read', () => {
    const isUnreadable = (record: object): boolean => submissionOf(record).timeUnreadable;
    assert.equal(isUnreadable({ create_time: '2025-02-30T10:00:00.000Z' }), true);
    assert.equal(isUnreadable({ create_time: '2025-10-02T02:15:17Z', delete_time: 'soon' }), true);
    assert.equal(isUnreadable({ create_time: '2025-10-02T02:15:17Z', delete_time: '' }), false);
    assert.equal(isUnreadable({}), false);
  });
});
