import assert from 'node:assert/strict';
import { knownFields } from '../../../../src/api/fields.ts';
import { RecordReader } from '../../../../src/api/record.ts';
import type { Fields } from '../../../../src/api/values.ts';
import { demoRecords } from '../../../../src/demo/records.ts';
import { redactedRecord } from '../../../../src/submissions/privacy/redaction.ts';
import { rejected } from '../records.ts';

// The alias is the length of the id, so that a test can say which id it expects in which place.
function alias(id: string): string {
  return `<${id.length}>`;
}

// Whether a record can be read.
function isReadable(record: Fields): boolean {
  const reader = new RecordReader();
  reader.read(record);
  return reader.id !== '';
}

// From JSON to JSON, so that what is compared is also the order of the fields.
function redacted(json: string): string {
  return JSON.stringify(redactedRecord(JSON.parse(json), alias));
}

describe('a redacted record', () => {
  it('is the record with aliases for its ids', () => {
    const expected = { ...rejected, auth_id: '<4>', kyc_submission_id: '<5>' };
    assert.deepEqual(redactedRecord(rejected, alias), expected);
  });

  it('is another object, and the record stays as it was', () => {
    const before = JSON.stringify(rejected);
    assert.notEqual(redactedRecord(rejected, alias)['policy'], rejected.policy);
    assert.equal(JSON.stringify(rejected), before);
  });

  it('holds a number that JSON cannot write as the text of it, and not as null', () => {
    const json = '{"auth_id":"a","result":{"face_similarity":1e400,"faceCover":7.5}}';
    assert.deepEqual(redactedRecord(JSON.parse(json), alias, undefined, () => json)['result'], {
      face_similarity: '1e400',
      faceCover: 7.5,
    });
  });

  it('can be read like the record itself', () => {
    assert.equal(isReadable(redactedRecord(rejected, alias)), true);
  });

  it('has its fields in the order and the spelling in which they were sent', () => {
    assert.equal(
      redacted('{"result":{"faceCover":2,"occluded":true,"face_cover":1},"failCode":["x"],"authId":"a","policy":{}}'),
      '{"result":{"faceCover":2,"occluded":true,"face_cover":1},"failCode":["x"],"authId":"<1>","policy":{}}',
    );
  });

  for (const name of ['auth_id', 'authentication_id', 'Authentication_id', 'authId', 'kyc_submission_id']) {
    it(`has an alias under ${name}, and for that id wherever else it stands`, () => {
      assert.equal(redacted(`{"${name}":"id_1","fail_code":"id_1!"}`), `{"${name}":"<4>","fail_code":"<4>!"}`);
      assert.equal(redacted(`{"fail_code":["id_1"],"${name}":"id_1"}`), `{"fail_code":["<4>"],"${name}":"<4>"}`);
    });
  }

  it('has the same alias for the same id in another record, in whatever spelling', () => {
    assert.equal(redacted('{"authId":"fa_22","kycSubmissionId":"kyc_1"}'), '{"authId":"<5>","kycSubmissionId":"<5>"}');
  });

  it('has aliases for all of its ids when several are sent', () => {
    assert.equal(
      redacted('{"auth_id":"fa_1","authId":"fa_22","kycSubmissionId":"kyc_333","auth_status":"fa_1fa_22kyc_333fa_2"}'),
      '{"auth_id":"<4>","authId":"<5>","kycSubmissionId":"<7>","auth_status":"<4><5><7>fa_2"}',
    );
  });

  for (const [sent, kept] of [
    ['"auth_status":"rejected fa_12"', '"auth_status":"rejected <5>"'],
    ['"aurh_status":"fa_12"', '"aurh_status":"<5>"'],
    ['"submitType":"form/fa_12","createTime":"fa_12Z"', '"submitType":"form/<5>","createTime":"<5>Z"'],
    ['"reject_comment":["xfa_12x","fa_12fa_12","fa_1"]', '"reject_comment":["x<5>x","<5><5>","fa_1"]'],
    [
      '"rejectComment":"\\"fa_12\\"","rejected_comment":"fa_123"',
      '"rejectComment":"\\"<5>\\"","rejected_comment":"<5>3"',
    ],
    ['"failCode":["Face_fa_12_fail"]', '"failCode":["Face_<5>_fail"]'],
    ['"policy":{"liveness_threshold":"fa_12"}', '"policy":{"liveness_threshold":"<5>"}'],
    ['"result":{"livenessScore":"7 fa_12"}', '"result":{"livenessScore":"7 <5>"}'],
  ] as const) {
    it(`has no id of its own within what it keeps: ${kept}`, () => {
      assert.equal(redacted(`{"auth_id":"fa_12",${sent}}`), `{"auth_id":"<5>",${kept}}`);
    });
  }

  it('keeps ids apart of which one begins like the other', () => {
    const [sent, kept] = ['"failCode":["fa_1-k","of fa_1-k, fa_1"]', '"failCode":["<6>","of <6>, <4>"]'];
    for (const [first, second] of [
      ['auth_id', 'kyc_submission_id'],
      ['kyc_submission_id', 'auth_id'],
    ]) {
      const expected = `{"${first}":"<4>","${second}":"<6>",${kept}}`;
      assert.equal(redacted(`{"${first}":"fa_1","${second}":"fa_1-k",${sent}}`), expected);
    }
  });

  it('keeps words in which a short id occurs by chance', () => {
    assert.equal(
      redacted('{"auth_id":"15","fail_code":["at 02:15","15"],"reject_comment":"15","result":{"faceCover":"15.5"}}'),
      '{"auth_id":"<2>","fail_code":["at 02:15","<2>"],"reject_comment":"<2>","result":{"faceCover":"15.5"}}',
    );
  });

  it('keeps null and empty values as sent', () => {
    const json = '{"auth_id":"","kyc_submission_id":null,"auth_status":null,"fail_code":[],"policy":null,"result":{}}';
    assert.equal(redacted(json), json);
  });

  for (const [sent, kept] of [
    ['{"faceAuth_projectId":"p_1","device":{"auth_id":"fa_2"},"auth_idx":"fa_2","Auth_id":"fa_2","data":"fa_2"}', '{}'],
    ['{"signals":"fa_2"}', '{}'],
    ['{"signals":{"startButtonClickTime":"2025-10-02T02:15:17.554Z","cameraProcessInfo":[{}]}}', '{}'],
    [
      '{"policy":{"mask_threshold":3,"auth_id":"fa_2","headCover_threshold":1}}',
      '{"policy":{"headCover_threshold":1}}',
    ],
    ['{"result":{"signals":{},"glare":null,"face_similarity":71.40}}', '{"result":{"face_similarity":71.4}}'],
  ] as const) {
    it(`has no signals and nothing unknown: ${sent}`, () => {
      assert.equal(redacted(sent), kept);
    });
  }

  for (const [sent, kept] of [
    ['{"authentication_id":true,"kycSubmissionId":{"id":"kyc_1"},"auth_status":{"of":"x"},"policy":"default"}', '{}'],
    ['{"create_time":{"iso":"x"},"delete_check":[]}', '{"create_time":"…"}'],
    ['{"auth_id":20270101,"authId":["fa_1"]}', '{"auth_id":"<8>","authId":"<4>"}'],
    ['{"auth_status":["x"],"result":[{"faceCover":1}]}', '{"auth_status":"x","result":{"faceCover":1}}'],
    ['{"result":"{\\"faceCover\\":\\"1\\",\\"other\\":2}"}', '{"result":{"faceCover":"1"}}'],
    ['{"fail_code":["x",7,null,{"id":"fa_1"}],"rejectComment":{"a":"b"}}', '{"fail_code":["x","7"]}'],
    ['{"fail_code":7}', '{"fail_code":["7"]}'],
    [
      '{"policy":{"liveness_threshold":[1],"faceCover_threshold":{"a":1}}}',
      '{"policy":{"liveness_threshold":1,"faceCover_threshold":"…"}}',
    ],
  ] as const) {
    it(`has what is read of a value of another kind than its field has, and nothing else: ${sent}`, () => {
      assert.equal(redacted(sent), kept);
    });
  }

  it('is empty where there is no record', () => {
    for (const raw of [null, undefined, 'damaged record fa_1', 7, true, [], [{ auth_id: 'fa_1' }], {}]) {
      assert.deepEqual(redactedRecord(raw, alias), {});
    }
  });

  it('is decided for every field that is known', () => {
    const signs = { delete_check: false, deleteCheck: null, policy: {}, result: {}, signals: {} };
    const all = { ...Object.fromEntries(knownFields.record.map((name) => [name, 'text'])), ...signs };
    assert.equal(
      Object.keys(redactedRecord(all, alias)).join(' '),
      'auth_id authentication_id Authentication_id authId auth_status aurh_status create_time createTime submit_type ' +
        'submitType kyc_submission_id kycSubmissionId delete_check deleteCheck delete_time deleteTime policy result ' +
        'fail_code failCode reject_comment rejectComment rejected_comment',
    );
  });
});

describe('what stands in the prototype of a record', () => {
  it('is not a field, however it came there', () => {
    const json = '{"__proto__":{"auth_status":"x"},"auth_id":"fa_1","policy":{"__proto__":{"liveness_threshold":1}}}';
    const result = redactedRecord(JSON.parse(json), alias);
    assert.equal(JSON.stringify(result), '{"auth_id":"<4>","policy":{}}');
    assert.equal(Object.getPrototypeOf(result), Object.prototype);
  });
});

describe('a deleted record, redacted,', () => {
  const kept = '"auth_status":"rejected","create_time":"2025-10-02T02:15:17.554Z"';
  const gone =
    '"kyc_submission_id":"kyc_1","submit_type":"form","policy":{"liveness_threshold":1},"result":{},"fail_code":[]';

  for (const deletion of [
    '"delete_check":true',
    '"deleteCheck":true',
    '"delete_check":true,"delete_time":"2025-10-09T03:18:18.046Z"',
    '"deleteCheck":true,"deleteTime":"2025-10-09T03:18:18.046Z"',
    '"delete_time":"2025-10-09T03:18:18.046Z"',
    '"delete_check":null,"deleteTime":"2025-10-09T03:18:18.046Z"',
    '"delete_check":1',
    '"delete_time":1759979898',
  ]) {
    it(`has only what deletion keeps: ${deletion}`, () => {
      const sent = `{${gone},"authId":"fa_1",${kept},${deletion},"signals":{},"device":"x","rejectComment":"x"}`;
      assert.equal(redacted(sent), `{"authId":"<4>",${kept},${deletion}}`);
    });
  }

  it('is also one whose deletion cannot be read', () => {
    for (const sign of ['"delete_check":"yes fa_1"', '"deleteCheck":{}', '"delete_time":{}', '"deleteTime":true']) {
      assert.doesNotMatch(redacted(`{"auth_id":"fa_1",${sign},"fail_code":"x"}`), /fail_code|fa_1/);
    }
  });

  it('is not one that says it is not', () => {
    for (const sign of ['"delete_check":false', '"delete_check":null,"delete_time":""', '"deleteTime":null']) {
      assert.match(redacted(`{"auth_id":"fa_1",${sign},"fail_code":"x"}`), /"fail_code":"x"/);
    }
  });

  it('has neither the KYC submission nor its alias, save in what stays', () => {
    const sent = '{"kyc_submission_id":"kyc_1","aurh_status":"approved of kyc_1","delete_check":true}';
    assert.equal(redacted(sent), '{"aurh_status":"approved of <5>","delete_check":true}');
  });
});

describe('every record of the demo, redacted,', () => {
  const records = demoRecords({ seed: 1, size: 2000, newest: Date.UTC(2026, 11, 31) });

  it('holds no id of any, also where a comment names its own', () => {
    const ids = /\b(?:fa|kyc)_(?!submission)\w{10}/i;
    for (let index = 0; index < records.size; index++) {
      const json = JSON.stringify(records.record(index));
      const said = json.replace(/^\{/, `{"rejectComment":"of ${ids.exec(json)?.[0]}x",`);
      assert.equal(ids.exec(redacted(said))?.[0], undefined);
    }
  });

  it('can still be read if it could', () => {
    for (let index = 0; index < records.size; index++) {
      const raw = records.record(index);
      const isBroken = records.broken(index);
      assert.equal(isBroken || isReadable(redactedRecord(raw, alias)), true, `record ${index}`);
    }
  });
});
