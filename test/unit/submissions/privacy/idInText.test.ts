import assert from 'node:assert/strict';
import { idInText, longestId, looksLikeId } from '../../../../src/submissions/privacy/idInText.ts';

describe('the id in a text', () => {
  for (const [text, id] of [
    ['fa_3kJ9', 'fa_3kJ9'],
    ['  fa_3kJ9\r\n', 'fa_3kJ9'],
    ['"fa_3kJ9"', 'fa_3kJ9'],
    ["'fa_3kJ9',", 'fa_3kJ9'],
    ['`fa_3kJ9`;', 'fa_3kJ9'],
    ['“fa_3kJ9”', 'fa_3kJ9'],
    ['(fa_3kJ9)', 'fa_3kJ9'],
    ['[fa_3kJ9]', 'fa_3kJ9'],
    ['0199cb93-bdf1-77ef-8cd4-3d38dec61830', '0199cb93-bdf1-77ef-8cd4-3d38dec61830'],
    ['"auth_id": "fa_3kJ9",', 'fa_3kJ9'],
    ['  "authId" : "fa 3"', undefined],
    ['{"auth_id":"fa_3kJ9","auth_status":"rejected"}', 'fa_3kJ9'],
    ['"authentication_id": "fa_3kJ9"', 'fa_3kJ9'],
    ['"Authentication_id": "fa_3kJ9"', 'fa_3kJ9'],
    ["auth_id: 'fa_3kJ9'", 'fa_3kJ9'],
    ["const authId = 'fa_3kJ9';", 'fa_3kJ9'],
    ['https://rest-api.argosidentity.com/v3/faceauth?authId=fa_3kJ9&count=1', 'fa_3kJ9'],
    ['https://host.example/v3/faceauth?count=1&auth_id=fa_3kJ9#part', 'fa_3kJ9'],
    ['https://host.example/?authId=a%2Fb%3D', 'a/b='],
    ['https://host.example/?authId=100%', '100%'],
    ['curl "https://host.example/v3/faceauth?authId=fa_3kJ9"', 'fa_3kJ9'],
    ['2026-12-31 20:45:06 WARN rejected authId=fa_3kJ9 after 2 attempts', 'fa_3kJ9'],
    ['level=info auth_id="fa_3kJ9" status=rejected', 'fa_3kJ9'],
    ['[authId=fa_3kJ9]', 'fa_3kJ9'],
    ['(auth_id: fa_3kJ9)', 'fa_3kJ9'],
    ['http://host.example/nothing/of/the/kind', 'http://host.example/nothing/of/the/kind'],
  ] as const) {
    it(`is ${id ?? 'none'} in ${JSON.stringify(text)}`, () => {
      const found = idInText(text);
      assert.equal('id' in found ? found.id : undefined, id);
    });
  }

  it('is the first of several', () => {
    assert.deepEqual(idInText('authId=one authId=two'), { id: 'one' });
  });

  it('is not the value of another name', () => {
    assert.deepEqual(idInText('"oauth_identity": "x"'), { problem: 'spaces' });
    assert.deepEqual(idInText('unauth_id=x'), { id: 'unauth_id=x' });
  });

  it('may be as long as 256 characters', () => {
    assert.deepEqual(idInText('x'.repeat(longestId)), { id: 'x'.repeat(256) });
    assert.deepEqual(idInText(`authId=${'x'.repeat(256)}`), { id: 'x'.repeat(256) });
  });
});

describe('a text without an id', () => {
  for (const [text, problem] of [
    ['', 'empty'],
    ['   \n', 'empty'],
    ['""', 'empty'],
    ['auth_id: ""', 'empty'],
    ['two words', 'spaces'],
    ['one\ttab', 'spaces'],
    ['two\nlines', 'spaces'],
    ['auth_id: "a b"', 'spaces'],
    ['authId=a%20b', 'spaces'],
    ['bell\u0007', 'spaces'],
    ['authId=a%00b', 'spaces'],
    ['authId=a%0Ab', 'spaces'],
    ['\u001b[31mred', 'spaces'],
    ['x'.repeat(257), 'tooLong'],
    ['x'.repeat(10_000), 'tooLong'],
    [`authId=${'x'.repeat(10_000)}`, 'tooLong'],
    ['two words '.repeat(1000), 'tooLong'],
  ] as const) {
    it(`says why: ${JSON.stringify(text.slice(0, 30))}${text.length > 30 ? '…' : ''} is ${problem}`, () => {
      assert.deepEqual(idInText(text), { problem });
    });
  }

  it('is answered quickly, however long and unhelpful it is', () => {
    const started = performance.now();
    for (const text of ['"'.repeat(200_000), ' '.repeat(200_000), 'auth'.repeat(50_000), 'authId:'.repeat(30_000)]) {
      idInText(text);
      idInText(`${text}x`);
      idInText(`x${text}x`);
    }
    assert.ok(performance.now() - started < 2000);
  });
});

describe('a text that nobody offered as an id', () => {
  for (const text of [
    'fa_3kJ9',
    '0199cb93-bdf1-77ef-8cd4-3d38dec61830',
    'authId=abc',
    '"auth_id": "abc"',
    'kyc:12:34',
  ]) {
    it(`looks like one: ${text}`, () => {
      assert.equal(looksLikeId(text), true);
    });
  }

  for (const text of ['', 'password', 'ab1', 'two words 1', 'https://host.example/1', 'x1'.repeat(40), 'key=abc123']) {
    it(`does not look like one: ${JSON.stringify(text.slice(0, 40))}`, () => {
      assert.equal(looksLikeId(text), false);
    });
  }
});
