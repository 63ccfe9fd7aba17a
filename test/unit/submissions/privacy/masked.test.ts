import assert from 'node:assert/strict';
import { maskWith } from '../../../../src/submissions/privacy/mask.ts';
import { maskedDetail } from '../../../../src/submissions/privacy/masked.ts';
import { openDetail } from '../../../../src/submissions/store/openDetail.ts';
import { fromText } from '../fromWire.ts';

const ids = ['fa_123456', 'kyc_98765', 'fa_other1'];
const mask = maskWith(
  (id) => `<${ids.indexOf(id)}>`,
  (text) => text === 'fa_other1',
);

/** A record that has an id wherever a text can be sent in the place of something else. */
const record = {
  auth_id: 'fa_123456',
  auth_status: 'rejected by fa_other1',
  kyc_submission_id: 'kyc_98765',
  submit_type: 'form of kyc_98765',
  create_time: 'after fa_123456',
  policy: { faceSimilarity_threshold: 'see fa_123456', occluded_threshold: 'kyc_98765' },
  result: { face_similarity: 'kyc_98765', detectOccluded: 'as FA_123456', livenessScore: 'dup_fa_other1' },
  fail_code: ['fa_123456_fail'],
  reject_comment: ['same person as fa_other1, see authId=fa_123456.'],
  signals: {
    startButtonClickTime: 'fa_123456',
    cameraProcessInfo: [
      { type: 'of kyc_98765', processStartTime: 'kyc_98765', processEndTime: '', error: 'fa_other1' },
    ],
  },
  copy_of: { fa_123456: ['kyc_98765'] },
};

describe('all that is known of a record, under a mask', () => {
  it('holds none of its ids, wherever one was sent', async () => {
    const [submission] = await fromText(JSON.stringify([record]));
    assert.ok(submission);
    const { submission: shown, ...rest } = maskedDetail(await openDetail(submission), mask);
    const { source: _, ...plain } = shown;
    const text = JSON.stringify({ ...plain, ...rest });
    assert.doesNotMatch(text, /fa_123456|kyc_98765|fa_other1/i);
    assert.match(text, /see <0>/);
    assert.match(text, /<1>/);
    assert.match(text, /<2>/);
  });
});
