import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { idsInText, longestId } from '../../../../src/submissions/privacy/idInText.ts';
import { assertLinear } from '../../growth.ts';

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
    [String.raw`{"message":"{\"auth_id\":\"fa_3kJ9\"}"}`, 'fa_3kJ9'],
    [String.raw`{"msg":"{\\\"authId\\\":\\\"fa_3kJ9\\\",\\\"ok\\\":false}"}`, 'fa_3kJ9'],
    [String.raw`authId=\"fa_3kJ9\"`, 'fa_3kJ9'],
    [String.raw`authId: fa_3kJ9\n`, 'fa_3kJ9'],
    ['rejected authId=fa_3kJ9.', 'fa_3kJ9'],
    ['rejected authId=fa_3kJ9!', 'fa_3kJ9'],
    ['rejected authId=fa_3kJ9…', 'fa_3kJ9'],
    ['was it authId=fa_3kJ9?', 'fa_3kJ9'],
    ['`authId=fa_3kJ9`', 'fa_3kJ9'],
    ['**authId=fa_3kJ9**', 'fa_3kJ9'],
    ['[authId: fa_3kJ9](https://host.example)', 'fa_3kJ9'],
    ['| authId=fa_3kJ9|status=rejected', 'fa_3kJ9'],
    ['<authId=fa_3kJ9>', 'fa_3kJ9'],
    ['<authId>fa_3kJ9</authId>', 'fa_3kJ9'],
    ['<auth_id> fa_3kJ9 </auth_id>', 'fa_3kJ9'],
    ['auth_id => fa_3kJ9', 'fa_3kJ9'],
    [':auth_id=>"fa_3kJ9"', 'fa_3kJ9'],
    ['if (authId === "fa_3kJ9") {', 'fa_3kJ9'],
    ["authId == 'fa_3kJ9'", 'fa_3kJ9'],
    ['authId := "fa_3kJ9"', 'fa_3kJ9'],
    ['authId%3Dfa_3kJ9&x', 'fa_3kJ9'],
    ['auth-id: fa_3kJ9', 'fa_3kJ9'],
    ['"auth_id":null,"authentication_id":"fa_3kJ9"', 'fa_3kJ9'],
    ['auth_id=undefined authId=fa_3kJ9', 'fa_3kJ9'],
    ['“authId”: “fa_3kJ9”', 'fa_3kJ9'],
    ['fa_3kJ9.', 'fa_3kJ9'],
    ['«fa_3kJ9»', 'fa_3kJ9'],
    ['**fa_3kJ9**', 'fa_3kJ9'],
    ['"fa_3kJ9".', 'fa_3kJ9'],
    ['fa_3kJ9\u200b', 'fa_3kJ9'],
    ['\u2060fa_3kJ9', 'fa_3kJ9'],
    ['\ufeff"fa_3kJ9\u200d"', 'fa_3kJ9'],
    ['authId=\u200bfa_3kJ9\u200b', 'fa_3kJ9'],
    ['authId="\u00adfa_3kJ9"', 'fa_3kJ9'],
    ['<rec authId="fa_1"/>', 'fa_1'],
    ['<auth_id type="string">fa_1</auth_id>', 'fa_1'],
    ['&quot;authId&quot;:&quot;fa_1&quot;', 'fa_1'],
    ['authId=&lt;fa_1&gt;', 'fa_1'],
    ['authId%253Dfa_1', 'fa_1'],
    ['%7B%22auth_id%22%3A%22fa_1%22%7D', 'fa_1'],
    ['https://h/?q=%22authId%22%3A%22fa_1%22', 'fa_1'],
    ['https://h/?authId%3Dfa_1%26x%3D2', 'fa_1'],
    ['?authId=fa_1%26count%3D1', 'fa_1'],
    ['authId → fa_1', 'fa_1'],
    ['authId -> fa_1', 'fa_1'],
    ['authId ⇒ "fa_1"', 'fa_1'],
    ['["auth_id"] = "fa_1"', 'fa_1'],
    ["row['auth_id'] = 'fa_1';", 'fa_1'],
    ['**authId:** fa_1', 'fa_1'],
    ['**auth_id**: `fa_1`', 'fa_1'],
    ['*authId* = fa_1', 'fa_1'],
    ['authId: [fa_1]', 'fa_1'],
    ['authId=(fa_1)', 'fa_1'],
    ['authId: <fa_1>', 'fa_1'],
    ['authId={fa_1}', 'fa_1'],
    ['„fa_1“', 'fa_1'],
    ['‹fa_1›', 'fa_1'],
    ['「fa_1」', 'fa_1'],
    ['authId=„fa_1“', 'fa_1'],
    ['authId=「fa_1」', 'fa_1'],
    ['authId＝fa_1', 'fa_1'],
    ['authId：fa_1', 'fa_1'],
    ['fa_1。', 'fa_1'],
    ['authId=fa_1、', 'fa_1'],
    ['"authId":"fa_1\\n"', 'fa_1'],
    ['authId=fa_1\\t', 'fa_1'],
    ['authId="fa_1', 'fa_1'],
    ['- fa_1', 'fa_1'],
    ['1. fa_1', 'fa_1'],
    ['> fa_1', 'fa_1'],
    ['~~fa_1~~', 'fa_1'],
    ['<b>fa_1</b>', 'fa_1'],
    ['[fa_1](https://host.example)', 'fa_1'],
    ['\u001b[32mauthId\u001b[0m=fa_1', 'fa_1'],
    ['authId=\u001b[32mfa_1\u001b[0m', 'fa_1'],
    ["{'auth_id': u'fa_1'}", 'fa_1'],
    ["b'auth_id': b'fa_1'", 'fa_1'],
    ['authId: string = "fa_1"', 'fa_1'],
    ['authId: @"fa_1"', 'fa_1'],
    ['http://host.example/nothing/of/the/kind', 'http://host.example/nothing/of/the/kind'],
  ] as const) {
    it(`is ${id ?? 'none'} in ${JSON.stringify(text)}`, () => {
      const found = idsInText(text);
      assert.deepEqual('ids' in found ? found.ids : undefined, id && [id]);
    });
  }

  it('may be one of several, each named once', () => {
    assert.deepEqual(idsInText('authId=one authId=two, "auth_id": "one"'), { ids: ['one', 'two'] });
  });

  it('may be one of a list', () => {
    for (const list of ['fa_1\nfa_2', 'fa_1, fa_2,', '["fa_1","fa_2"]', '- fa_1\n- fa_2\n', "'fa_1';'fa_2'"]) {
      assert.deepEqual(idsInText(list), { ids: ['fa_1', 'fa_2'] }, list);
    }
  });

  it('may be any word that is known to be one', () => {
    const isKnown = (text: string): boolean => text === 'fa_23abCd' || text === 'fa_24';
    for (const line of [
      '2025-10-02 INFO rejected fa_23abCd similarity 71',
      'GET /submissions/fa_23abCd?x=1',
      'id=fa_23abCd, next',
      'It was fa_23abCd.',
    ]) {
      assert.deepEqual(idsInText(line, isKnown), { ids: ['fa_23abCd'] }, line);
    }
    assert.deepEqual(idsInText('fa_24 and authId=fa_25 and fa_23abCd', isKnown), {
      ids: ['fa_25', 'fa_24', 'fa_23abCd'],
    });
    assert.deepEqual(idsInText('rejected fa_99', isKnown), { problem: 'spaces' });
  });

  it('is found in whatever it is wrapped', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9][\w:-]{0,40}\w$/);
    const quote = fc.constantFrom(['"', '"'], ["'", "'"], ['`', '`'], ['“', '”'], ['«', '»'], ['', '']);
    const field = fc.constantFrom('authId', 'auth_id', 'authentication_id', 'Authentication_id', 'AUTH_ID');
    const joint = fc.constantFrom('=', ': ', ' = ', ' => ', '=>', ' === ', ':');
    const before = fc.constantFrom('', '2025-10-02 WARN rejected ', '{"a":1,"', '(', '| ', '<', '`', '\u200b');
    const after = fc.constantFrom('', ' after 2 attempts', ',', ')', '.', '!', ' |', '>', '`', '\u200b', '\n', '"}');
    const depth = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(
        id,
        quote,
        field,
        joint,
        before,
        after,
        depth,
        (wanted, [open, close], key, sign, start, end, level) => {
          fc.pre(!/^(null|nil|none|undefined)$/i.test(wanted));
          let text = `${start}${key}${sign}${open}${wanted}${close}${end}`;
          for (let escaped = 0; escaped < level; escaped++) {
            text = JSON.stringify({ message: text });
          }
          assert.deepEqual(idsInText(text), { ids: [wanted] }, text);
        },
      ),
    );
  });

  it('is not the value of another name', () => {
    assert.deepEqual(idsInText('"oauth_identity": "x"'), { problem: 'spaces' });
    assert.deepEqual(idsInText('unauth_id=x'), { problem: 'empty' });
  });

  it('may be as long as 256 characters', () => {
    assert.deepEqual(idsInText('x'.repeat(longestId)), { ids: ['x'.repeat(256)] });
    assert.deepEqual(idsInText(`authId=${'x'.repeat(256)}`), { ids: ['x'.repeat(256)] });
  });
});

describe('a text without an id', () => {
  for (const [text, problem] of [
    ['authId=', 'empty'],
    ['', 'empty'],
    ['   \n', 'empty'],
    ['""', 'empty'],
    ['auth_id: ""', 'empty'],
    ['two words', 'spaces'],
    ['one\ttab', 'spaces'],
    ['two\nlines', 'spaces'],
    ['<td>one</td><td>two</td>', 'spaces'],
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
      assert.deepEqual(idsInText(text), { problem });
    });
  }

  it('names a character in it that nobody sees', () => {
    assert.deepEqual(idsInText('fa\u00ad_1'), { problem: 'invisible', code: 'U+00AD' });
    assert.deepEqual(idsInText('authId="fa\u200b_1"'), { problem: 'invisible', code: 'U+200B' });
    assert.deepEqual(idsInText('fa\u{e0041}_1'), { problem: 'invisible', code: 'U+E0041' });
    assert.deepEqual(idsInText('fa_\ud83d'), { problem: 'invisible', code: 'U+D83D' });
  });

  for (const part of ['"', ' ', '\\', '\\u00', 'auth', 'authId:', 'authId:[', 'authId:{"', 'authId:<b ', 'authId:- ']) {
    it(`is answered in time in proportion to the text, also where it is ${JSON.stringify(part)} without end`, async () => {
      // A longer text is cut to this size before it is searched.
      await assertLinear((size) => {
        const text = part.repeat(size / part.length);
        idsInText(text);
        idsInText(`${text}x`);
        idsInText(`x${text}x`);
      }, 100_000);
    });
  }
});
