import assert from 'node:assert/strict';
import { demoRecords } from '../../../../src/demo/records.ts';
import { maskWith, ownIdsIn, unmasked, withAliases } from '../../../../src/submissions/privacy/mask.ts';
import { aliasedJson } from '../../../../src/submissions/privacy/redaction.ts';

const known = [
  'fa_1',
  'fa_12',
  '0199cb93-bdf1-77ef-8cd4-3d38dec61830',
  'kyc:12:34',
  'V1St-GXR8_Z5jdHi6B-',
  '15',
  'a/b==',
  'n-',
  'user@example.com',
  '사용자1234',
  'x/y=1',
];

function aliasOf(id: string): string {
  return `<${known.indexOf(id)}>`;
}

const mask = maskWith(aliasOf, (text) => known.includes(text));

describe('without a mask', () => {
  it('ids and texts are as they are', () => {
    assert.equal(unmasked.on, false);
    assert.equal(unmasked.id('fa_1'), 'fa_1');
    assert.equal(unmasked.text('authId=fa_1'), 'authId=fa_1');
  });
});

describe('a mask', () => {
  it('is on', () => {
    assert.equal(mask.on, true);
  });

  it('shows the alias of any id, known or not, and leaves an empty one empty', () => {
    assert.equal(mask.id('fa_12'), '<1>');
    assert.equal(mask.id('never seen'), '<-1>');
    assert.equal(mask.id(''), '');
    const all = maskWith(aliasOf, () => true);
    assert.equal(all.text(''), '');
  });

  for (const [text, shown] of [
    ['fa_1', '<0>'],
    ['Rejected fa_1 after fa_12.', 'Rejected <0> after <1>.'],
    ['"fa_1", (fa_12)', '"<0>", (<1>)'],
    ['https://host.example/v3/faceauth?authId=fa_1&count=1', 'https://host.example/v3/faceauth?authId=<0>&count=1'],
    ['0199cb93-bdf1-77ef-8cd4-3d38dec61830.json', '<2>.json'],
    ['urn:uuid:0199cb93-bdf1-77ef-8cd4-3d38dec61830', 'urn:uuid:<2>'],
    ['authId:fa_1', 'authId:<0>'],
    ['fa_1:fa_12-fa_1', '<0>:<1>-<0>'],
    ['fa_1-retry...', '<0>-retry...'],
    ['...fa_1...', '...<0>...'],
    ['kyc:12:34', '<3>'],
    ['see kyc:12:34: twice', 'see <3>: twice'],
    ['ended with V1St-GXR8_Z5jdHi6B-.', 'ended with <4>.'],
    ['№fa_1é', '№<0>é'],
    ['line\nfa_1\r\n\tfa_12', 'line\n<0>\r\n\t<1>'],
    ['a/b==', '<6>'],
    ['same person as a/b==, twice', 'same person as <6>, twice'],
    ['of user@example.com.', 'of <8>.'],
    ['kyc=user@example.com', 'kyc=<8>'],
    ['(사용자1234)', '(<9>)'],
    ['"x/y=1"', '"<10>"'],
    ['FA_1 and Fa_12', '<0> and <1>'],
    ['0199CB93-BDF1-77EF-8CD4-3D38DEC61830', '<2>'],
    ['dup_0199cb93-bdf1-77ef-8cd4-3d38dec61830', 'dup_<2>'],
    ['0199cb93-bdf1-77ef-8cd4-3d38dec61830_retry', '<2>_retry'],
    ['id0199cb93-bdf1-77ef-8cd4-3d38dec61830', 'id<2>'],
    ['fa_1_retry, old_fa_12', '<0>_retry, old_<1>'],
    ['authId=a/b==', 'authId=<6>'],
    ['authId=kyc%3A12%3A34&x', 'authId=<3>&x'],
    ['https://host.example/?id=a%2Fb%3D%3D', 'https://host.example/?id=<6>'],
    ['%EC%82%AC%EC%9A%A9%EC%9E%901234', '<9>'],
    ['100% of fa_1 at 50%', '100% of <0> at 50%'],
    [`x${':'.repeat(40)}fa_1${':'.repeat(40)}y`, `x${':'.repeat(40)}<0>${':'.repeat(40)}y`],
  ] as const) {
    it(`shows ${JSON.stringify(text)} as ${JSON.stringify(shown)}`, () => {
      assert.equal(mask.text(text), shown);
    });
  }

  for (const text of ['', ' ', 'fa_2', 'fa_123', 'xfa_1', 'fa_1x', '.:-', 'two words', 'fa_\u0661']) {
    it(`finds no id in ${JSON.stringify(text)}`, () => {
      assert.equal(mask.text(text), text);
    });
  }

  it('takes a short id for one only where it stands alone, not for the minutes of a time', () => {
    assert.equal(mask.text('15'), '<5>');
    assert.equal(mask.text('attempt 15, then (15).'), 'attempt <5>, then (<5>).');
    assert.equal(mask.text('02:15:17 UTC'), '02:15:17 UTC');
    assert.equal(mask.text('15.4'), '15.4');
    assert.equal(mask.text('(n-), n.'), '(<7>), n.');
  });

  it('knows a run by its whole length, however many pieces it has', () => {
    const id = Array.from({ length: 100 }, (_, index) => index).join(':');
    const shown = maskWith(
      () => 'alias',
      (text) => text === id,
    );
    assert.equal(shown.text(`(${id})`), '(alias)');
    assert.equal(shown.text(`Lost: ${id}...`), 'Lost: alias...');
  });

  it('prefers the longest of the ids that begin at one place', () => {
    const ids = ['fa_1', 'fa_1:2026', 'fa_1:2026-12'];
    const shown = maskWith(
      (id) => `<${ids.indexOf(id)}>`,
      (text) => ids.includes(text),
    );
    assert.equal(shown.text('x:fa_1:2026-12-31'), 'x:<2>-31');
    assert.equal(shown.text('x:fa_1:2027'), 'x:<0>:2027');
  });

  it('never looks into an alias', () => {
    const shown = maskWith(
      (id) => `${id}-fa_1`,
      (text) => text === 'fa_1',
    );
    assert.equal(shown.text('fa_1, fa_1'), 'fa_1-fa_1, fa_1-fa_1');
  });

  it('cuts a text that is longer than anything that is shown, and parts no id by that', () => {
    const filler = 'x '.repeat(5000);
    for (let shift = 0; shift < 300; shift++) {
      const text = `${filler.slice(0, 7900 + shift)} fa_12 ${filler}`;
      const shown = mask.text(text);
      assert.ok(shown.length <= 8200 && shown.endsWith('…'));
      assert.doesNotMatch(shown, /fa/);
    }
  });

  it('is quick with the longest texts', () => {
    const started = performance.now();
    for (const text of ['fa_1 '.repeat(50_000), 'a.'.repeat(500_000), '-'.repeat(200_000), 'x'.repeat(2_000_000)]) {
      for (let again = 0; again < 20; again++) {
        assert.ok(mask.text(`(${text}x)`).length > 0);
      }
    }
    assert.ok(performance.now() - started < 4000);
  });
});

describe('ids within words', () => {
  function replaced(text: string, ...ids: readonly string[]): string {
    return withAliases(text, ownIdsIn(text, ids), (id) => `<${ids.indexOf(id)}>`);
  }

  it('are found anywhere', () => {
    assert.equal(replaced('xfa_1x/fa_1_2', 'fa_1'), 'x<0>x/<0>_2');
  });

  it('are replaced longest first, in whatever order they are given', () => {
    assert.equal(replaced('fa_12 fa_1 fa_123', 'fa_1', 'fa_12'), '<1> <0> <1>3');
    assert.equal(replaced('fa_12 fa_1 fa_123', 'fa_12', 'fa_1'), '<0> <1> <0>3');
  });

  it('are the whole text when they are shorter than four characters', () => {
    assert.equal(replaced('abc', 'abc'), '<0>');
    assert.equal(replaced('abc abcd', 'abc'), 'abc abcd');
    assert.equal(replaced('', ''), '');
    assert.equal(replaced('none', ''), 'none');
  });

  it('do not survive where they overlap', () => {
    assert.equal(replaced('ZZababab', 'ZZab', 'abab'), '<0><1>');
    assert.equal(replaced('aaaaaaaaa', 'aaaa'), '<0><0>a');
    assert.equal(replaced('abcdefgh', 'abcd', 'cdef'), '<0>efgh');
  });

  it('may hold any characters', () => {
    for (const id of ['a.*b', '$&$1', '[x](y)', String.raw`\\u0031`, 'é😀é', 'two words']) {
      assert.equal(replaced(`-${id}-${id}`, id), '-<0>-<0>');
    }
  });
});

describe('the JSON of a record under a mask', () => {
  const none = (): boolean => false;

  function masked(json: string, isId: (text: string) => boolean = none): string {
    return aliasedJson(json, (id) => `<${id.length}>`, isId);
  }

  for (const [json, shown] of [
    ['{"auth_id":20270101,"copy_of":20270101,"n":[20270101,1]}', '{"auth_id":"<8>","copy_of":"<8>","n":["<8>",1]}'],
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
    it(`has aliases for its ids wherever these occur: ${json}`, () => {
      assert.equal(masked(json), shown);
    });
  }

  it('has aliases for other known ids, in texts and in names', () => {
    const isId = (text: string): boolean => ['fa_2', 'fa_33'].includes(text);
    assert.equal(masked('{"fa_2":1,"n":"as fa_33.","m":"fa_333"}', isId), '{"<4>":1,"n":"as <5>.","m":"fa_333"}');
    assert.equal(masked('{"auth_id":"fa_3","n":"fa_33"}', isId), '{"auth_id":"<4>","n":"<5>"}');
  });

  for (const json of [
    ' {\r\n\t"n" : 1.0 , "10":12345678901234567890,"2":-0,"e":1E+5,"x":1e400}\n',
    String.raw`{"a":"é\/\u0041\n\ud83d\ude00","b":"😀 \"}],:{[","c":"\\","":"","\u0061":null}`,
    '{"authId":null,"kyc_submission_id":true,"authentication_id":"","n":"20270101","m":20270101}',
    '{"n":[],"o":{},"p":[true,false,null,[{}]]}',
    'null',
    '"auth_id"',
    '7',
  ]) {
    it(`is as it came where it has no ids: ${json.trim()}`, () => {
      assert.equal(masked(json), json);
    });
  }

  it('keeps documented names, whatever an id is called', () => {
    const json = '{"auth_id":"auth_id","policy":{"liveness_threshold":"policy"},"kyc_submission_id":"policy"}';
    assert.equal(masked(json), '{"auth_id":"<7>","policy":{"liveness_threshold":"<6>"},"kyc_submission_id":"<6>"}');
  });

  it('keeps the escapes around an id, and is JSON whatever the alias', () => {
    const json = String.raw`{"auth_id":"fa_1","n":"\ud83d\ude00\n\u0066a_1\t\"fa_1\"é"}`;
    assert.equal(masked(json), String.raw`{"auth_id":"<4>","n":"\ud83d\ude00\n<4>\t\"<4>\"é"}`);
    const odd = { auth_id: '"\\', n: '😀\n"\\\t""\\"é' };
    assert.deepEqual(JSON.parse(aliasedJson(json, () => '"\\', none)), odd);
  });

  it('may be nested without end, and may hold ids without end', () => {
    const started = performance.now();
    const deep = `{"auth_id":"fa_1","n":${'[{"a":'.repeat(100_000)}"fa_1"${'}]'.repeat(100_000)}}`;
    assert.equal(masked(deep) === deep.replaceAll('fa_1', '<4>'), true);
    const many = `[${Array.from({ length: 20_000 }, (_, index) => `{"authId":"id${index}x","n":"of id${index}x"}`).join()}]`;
    assert.equal(/id\d/.exec(masked(many))?.[0], undefined);
    const long = `{"auth_id":"fa_1","n":"${String.raw`\n fa_1`.repeat(200_000)}"}`;
    assert.equal(masked(long) === long.replaceAll('fa_1', '<4>'), true);
    assert.ok(performance.now() - started < 6000);
  });

  it('is that of the record with its ids replaced, for every record of the demo', () => {
    const records = demoRecords({ seed: 1, size: 2000, newest: Date.UTC(2026, 11, 31) });
    for (let index = 0; index < records.size; index++) {
      const json = JSON.stringify(records.record(index));
      const expected = json.replaceAll(/"(?:fa|kyc)_\w{10}"/g, (id) => `"<${id.length - 2}>"`);
      assert.equal(masked(json), expected, `record ${index}`);
    }
  });
});
