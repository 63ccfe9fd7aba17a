import assert from 'node:assert/strict';
import { aliasedJson } from '../../../../src/submissions/privacy/aliasedJson.ts';
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

  it('has aliases in what was sent in the place of a time, a threshold, a score or an error, where the JSON document has them', async () => {
    const odd = JSON.stringify({
      auth_id: 'fa_11111',
      create_time: { authId: 'zz_99991' },
      delete_time: [{ authId: 'zz_99992' }, 1],
      policy: { liveness_threshold: { auth_id: 'zz_99993' } },
      result: JSON.stringify({ face_similarity: { auth_id: 'zz_99994' } }),
      signals: {
        startButtonClickTime: { authId: 'zz_99995' },
        cameraProcessInfo: [
          { processStartTime: { authId: 'zz_99996' }, processEndTime: { authId: 'zz_99997' } },
          { error: { authId: 'zz_99998', why: 'dup of fa_11111' } },
        ],
      },
    });
    const [submission] = await fromText(`[${odd}]`);
    assert.ok(submission);
    const lengths = maskWith(
      (id) => `<${id.length}>`,
      () => false,
    );
    const { submission: shown, ...rest } = maskedDetail(await openDetail(submission), lengths);
    const { source: _, ...row } = shown;
    const text = JSON.stringify({ ...row, ...rest });
    assert.doesNotMatch(text, /zz_9999|fa_11111/);
    assert.equal(rest.processes[1]?.error, '{"authId":"<8>","why":"dup of <8>"}');
    assert.equal(row.policy.passiveLiveness, '{"auth_id":"<8>"}');
    assert.equal(rest.created?.text, '{"authId":"<8>"}');
  });

  it('is none of an id that is JSON itself', async () => {
    const [submission] = await fromText(JSON.stringify([{ auth_id: '{"a":"b1"}', auth_status: '{"a":"b1"}' }]));
    assert.ok(submission);
    assert.doesNotMatch(maskedDetail(await openDetail(submission), mask).submission.status, /b1/);
  });

  for (const [json, fields] of [
    [String.raw`{"auth_id":"ab12\/cd34==","n":"ab12\/cd34=="}`, ['"<11>"']],
    [String.raw`{"auth_id":"한글1234","n":["\ud55c\uae001234","\ud55c"]}`, [String.raw`["<6>","\ud55c"]`]],
    [String.raw`{"auth_id":"fa_1234567","n":{"of":"fa\u005f1234567"}}`, ['{"of":"<10>"}']],
    ['{"auth_id":"fa_1234567","n":{"fa_1234567":1,"reject_comment":2}}', ['{"<10>":1,"reject_comment":2}']],
    ['{"auth_id":"ab","n":{"at":"ab","able":[1.50,null]}}', ['{"at":"<2>","able":[1.50,null]}']],
    [String.raw`{"auth_id":"a\"b,c","n":"a\"b,c"}`, ['"<5>"']],
    ['{"auth_id":"20270101","n":[20270101,2027]}', ['["<8>",2027]']],
    ['{"auth_id":"x","n":{"authId":"never seen","auth_id":7}}', ['{"authId":"<10>","auth_id":"<1>"}']],
    ['{"auth_id":"x","n":"of kyc_98765"}', ['"of <9>"']],
  ] as const) {
    it(`has aliases in unknown fields where the JSON document has them: ${json}`, async () => {
      const [submission] = await fromText(`[${json}]`);
      assert.ok(submission);
      const isId = (text: string): boolean => text === 'kyc_98765';
      const alias = (id: string): string => `<${id.length}>`;
      const { unknownFields } = maskedDetail(await openDetail(submission), maskWith(alias, isId));
      assert.deepEqual(
        unknownFields.map((field) => field.json),
        fields,
      );
      assert.ok((await aliasedJson(json, alias, isId)).includes(fields[0]));
    });
  }
});
