import assert from 'node:assert/strict';
import { demoRecords } from '../../../../src/demo/records.ts';
import { aliasedJson } from '../../../../src/submissions/privacy/aliasedJson.ts';
import { assertLinear } from '../../growth.ts';

describe('the JSON of a record under a mask', () => {
  const none = (): boolean => false;

  async function masked(json: string, isId: (text: string) => boolean = none): Promise<string> {
    return await aliasedJson(json, (id) => `<${id.length}>`, isId);
  }

  for (const [json, shown] of [
    ['{"auth_id":20270101,"copy_of":20270101,"n":[20270101,1]}', '{"auth_id":"<8>","copy_of":"<8>","n":["<8>",1]}'],
    ['{"auth_id":12345,"n":[12345.0,1.2345e4,123450E-1]}', '{"auth_id":"<5>","n":["<5>","<5>","<5>"]}'],
    ['{"auth_id":12345.0,"n":"12345","m":1.2346e4}', '{"auth_id":"<5>","n":"<5>","m":1.2346e4}'],
    ['{"auth_id":"12345678901234567890","n":12345678901234567890}', '{"auth_id":"<20>","n":"<20>"}'],
    ['{"auth_id":85,"face_similarity":85}', '{"auth_id":"<2>","face_similarity":85}'],
    ['{"auth_id":"20270101","copy_of":20270101}', '{"auth_id":"<8>","copy_of":"<8>"}'],
    ['{"auth_id":"fa 1","authId":""}', '{"auth_id":"<4>","authId":""}'],
    ['{"authentication_id":"a","Authentication_id":"bc"}', '{"authentication_id":"<1>","Authentication_id":"<2>"}'],
    ['{"kyc_submission_id":"a","kycSubmissionId":"bc"}', '{"kyc_submission_id":"<1>","kycSubmissionId":"<2>"}'],
    ['{"auth_id": 1234567890 , "n":12}', '{"auth_id": "<10>" , "n":12}'],
    [
      '{"kyc_submission_id":{"value":"abcd","n":[-12]},"n":1}',
      '{"kyc_submission_id":{"value":"<4>","n":["<3>"]},"n":1}',
    ],
    [
      '[{"a":[[{"authId":"é"}]]},{"faceAuth_projectId":"b"}]',
      '[{"a":[[{"authId":"<1>"}]]},{"faceAuth_projectId":"<1>"}]',
    ],
    ['{"auth_id":["a",{"n":"d"},["bc"]],"n":"e"}', '{"auth_id":["<1>",{"n":"<1>"},["<2>"]],"n":"e"}'],
    [String.raw`{"auth_id":"fa\u005f1","n":"\/fa_1"}`, String.raw`{"auth_id":"<4>","n":"\/<4>"}`],
    [String.raw`{"auth\u005fid":"fa_1"}`, String.raw`{"auth\u005fid":"<4>"}`],
    ['{"auth_id":"fa_1","auth_id":"fa_22"}', '{"auth_id":"<4>","auth_id":"<5>"}'],
    ['{"n":"xfa_1x","auth_id":"fa_1","m":["fa_1"]}', '{"n":"x<4>x","auth_id":"<4>","m":["<4>"]}'],
    ['{"auth_id":"fa_1","fa_1":{"of fa_1":1}}', '{"auth_id":"<4>","<4>":{"of <4>":1}}'],
    ['{"auth_id":"fa_1","authId":"fa_12","n":"fa_12fa_1"}', '{"auth_id":"<4>","authId":"<5>","n":"<5><4>"}'],
    ['{"auth_id":"15","n":"15","t":"at 15"}', '{"auth_id":"<2>","n":"<2>","t":"at 15"}'],
  ] as const) {
    it(`has aliases for its ids wherever these occur: ${json}`, async () => {
      assert.equal(await masked(json), shown);
    });
  }

  it('has aliases for other known ids, in texts and in names', async () => {
    const isId = (text: string): boolean => ['fa_2', 'fa_33'].includes(text);
    assert.equal(await masked('{"fa_2":1,"n":"as fa_33.","m":"fa_333"}', isId), '{"<4>":1,"n":"as <5>.","m":"fa_333"}');
    assert.equal(await masked('{"auth_id":"fa_3","n":"fa_33"}', isId), '{"auth_id":"<4>","n":"<5>"}');
  });

  for (const json of [
    ' {\r\n\t"n" : 1.0 , "10":12345678901234567890,"2":-0,"e":1E+5,"x":1e400}\n',
    String.raw`{"a":"é\/\u0041\n\ud83d\ude00","b":"😀 \"}],:{[","c":"\\","":"","\u0061":null}`,
    '{"authId":null,"kyc_submission_id":true,"authentication_id":"","n":"20270101","m":20270101}',
    '{"n":[],"o":{},"p":[true,false,null,[{}]]}',
    '{"auth_id":"none","faceAuth_projectId":"N/A","n":"none"}',
    '{"kyc_submission_id":"none","kycSubmissionId":["N/A",{"S":" null "}],"reject_comment":["None, null or nonetheless"]}',
    'null',
    '"auth_id"',
    '7',
  ]) {
    it(`is as it came where it has no ids: ${json.trim()}`, async () => {
      assert.equal(await masked(json), json);
    });
  }

  it('keeps documented names, whatever an id is called', async () => {
    const json = '{"auth_id":"auth_id","policy":{"liveness_threshold":"policy"},"kyc_submission_id":"policy"}';
    assert.equal(
      await masked(json),
      '{"auth_id":"<7>","policy":{"liveness_threshold":"<6>"},"kyc_submission_id":"<6>"}',
    );
  });

  it('keeps the escapes around an id, and is JSON whatever the alias', async () => {
    const json = String.raw`{"auth_id":"fa_1","n":"\ud83d\ude00\n\u0066a_1\t\"fa_1\"é"}`;
    assert.equal(await masked(json), String.raw`{"auth_id":"<4>","n":"\ud83d\ude00\n<4>\t\"<4>\"é"}`);
    const odd = { auth_id: '"\\', n: '😀\n"\\\t""\\"é' };
    assert.deepEqual(JSON.parse(await aliasedJson(json, () => '"\\', none)), odd);
  });

  it('takes time in proportion to how deep it is nested', async () => {
    await assertLinear(async (size) => {
      const deep = `{"auth_id":"fa_1","n":${'[{"a":'.repeat(size)}"fa_1"${'}]'.repeat(size)}}`;
      assert.equal((await masked(deep)) === deep.replaceAll('fa_1', '<4>'), true);
    }, 100_000);
  });

  it('takes time in proportion to the ids that it holds', async () => {
    await assertLinear(async (size) => {
      const ids = Array.from({ length: size }, (_, index) => `{"authId":"id${index}x","n":"of id${index}x"}`);
      assert.equal(/id\d/.exec(await masked(`[${ids.join()}]`))?.[0], undefined);
    }, 20_000);
  });

  it('takes time in proportion to its texts', async () => {
    await assertLinear(async (size) => {
      const long = `{"auth_id":"fa_1","n":"${String.raw`\n fa_1`.repeat(size)}"}`;
      assert.equal((await masked(long)) === long.replaceAll('fa_1', '<4>'), true);
    }, 200_000);
  });

  it('is that of the record with its ids replaced, for every record of the demo', async () => {
    const records = demoRecords({ seed: 1, size: 2000, newest: Date.UTC(2026, 11, 31) });
    for (let index = 0; index < records.size; index++) {
      const json = JSON.stringify(records.record(index));
      const expected = json.replaceAll(/"(?:fa|kyc)_\w{10}"/g, (id) => `"<${id.length - 2}>"`);
      assert.equal(await masked(json), expected, `record ${index}`);
    }
  });
});
