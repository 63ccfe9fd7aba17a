import assert from 'node:assert/strict';
import { idsInText } from '../../../../src/submissions/privacy/idInText.ts';
import { assertLinear } from '../../growth.ts';

describe('the id in a piece of JSON', () => {
  for (const [text, ...ids] of [
    ['"auth_id":{"$oid":"507f1f77bcf86cd799439011"}', '507f1f77bcf86cd799439011'],
    ['{"authId": {"#text": "fa_1"}}', 'fa_1'],
    ['{"authId": {"stringValue": "fa_1"}}', 'fa_1'],
    [String.raw`"auth_id":"caf\u00e9_1"`, 'café_1'],
    [String.raw`"auth_id":"\ud55c1234"`, '한1234'],
    [String.raw`"\ud83d\ude00_1"`, '😀_1'],
    [String.raw`"authId":"a\/b==12"`, 'a/b==12'],
    [String.raw`"a\/b==12"`, 'a/b==12'],
    [String.raw`"authId":"HOST\\user1"`, String.raw`HOST\user1`],
    [String.raw`{"msg":"authId=\u001b[32mfa_1\u001b[0m"}`, 'fa_1'],
    ['"auth_id":["fa_1","fa_2"]', 'fa_1', 'fa_2'],
    ['{"authIds":["fa_1", null, "a/b=="]}', 'fa_1', 'a/b=='],
    [String.raw`{\"auth_ids\":[\"fa_1\",\"fa_2\"]}`, 'fa_1', 'fa_2'],
    ['{"authIds":["fa_1","fa_2","fa_', 'fa_1', 'fa_2'],
    ['{"auth_ids":["fa_1","","fa_2"]}', 'fa_1', 'fa_2'],
    [String.raw`{\"auth_ids\":[\"fa_1\",\"\",\"fa_2\"]}`, 'fa_1', 'fa_2'],
    ['{"auth_ids":["fa_1","not yet known","fa_2"]}', 'fa_1', 'fa_2'],
    ['{"authIds":[{"id":"fa_1","status":"rejected"}]}', 'fa_1'],
    ['"id":"fa_1"', 'fa_1'],
    ['{"id": "fa_1"}', 'fa_1'],
    ['[{"id":"fa_1"},{"id":"fa_2"}]', 'fa_1', 'fa_2'],
  ] as const) {
    it(`is read as JSON is: ${text}`, () => {
      assert.deepEqual(idsInText(text), { ids });
    });
  }

  for (const [text, problem] of [
    ['"kyc_submission_id":"kyc_1"', 'empty'],
    ["'kyc_submission_id': 'kyc_1'", 'spaces'],
    ["{'kyc_submission_id':'kyc_1'}", 'empty'],
    ['auth_id={}', 'empty'],
    ['"authIds"', 'empty'],
    ['"authId":{}', 'empty'],
    ['"authId":[]', 'empty'],
    ['{"authId":{"value":{"S":"fa_1"}}}', 'empty'],
    ['{"auth_status":"rejected","kyc_submission_id":"kyc_1"}', 'empty'],
    [String.raw`"authId":"a\nb"`, 'spaces'],
    [String.raw`"authId":"a\u0000b"`, 'spaces'],
  ] as const) {
    it(`is none, and no name or other value of it: ${text}`, () => {
      assert.deepEqual(idsInText(text), { problem });
    });
  }

  it('is no name of a field', () => {
    assert.deepEqual(idsInText('authId: { status: rejected }, authId: fa_1'), { ids: ['fa_1'] });
  });
});

describe('the ids of a list', () => {
  for (const text of [
    'authIds=[fa_1, fa_2]',
    'authIds: [fa_1 fa_2]',
    "auth_ids = ['fa_1', 'fa_2']",
    'authIds=fa_1,fa_2',
    'authIds:\n  - fa_1\n  - fa_2\n',
    'authId:\n  - "fa_1"\n  - "fa_2"\n',
    "{ authIds: [ 'fa_1', 'fa_2', ... 1 more item ] }",
    'authIds: [\n  "fa_1", // first\n  "fa_2", // don\'t\n]',
    "auth_ids = ['fa_1',  # first\n            'fa_2']",
    "auth_ids: ['fa_1' 'fa_2']",
  ]) {
    it(`are all of them, whatever wrote it: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(idsInText(text), { ids: ['fa_1', 'fa_2'] });
    });
  }

  it('are no other words in brackets', () => {
    assert.deepEqual(idsInText('authId: [fa_1 rejected after 2 attempts]'), { ids: ['fa_1'] });
  });
});

describe('the id in markup', () => {
  for (const text of [
    'authId: <b>fa_1</b>',
    '<b>authId</b>: <code class="id">fa_1</code>',
    '<b>authId:</b> fa_1',
    '<li><strong>authId</strong> = <a href="/x"><code>fa_1</code></a></li>',
    '<authId><value>fa_1</value></authId>',
    '<td>auth_id</td><td>fa_1</td>',
    '<tr>\n  <th scope="row">auth_id</th>\n  <td class="id"><code>fa_1</code></td>\n</tr>',
    '<dt>authId</dt>\n<dd>\n  fa_1\n</dd>',
    String.raw`auth\_id: fa\_1`,
    String.raw`\[authId\: fa\_1\]`,
  ]) {
    it(`is what stands in it: ${text}`, () => {
      assert.deepEqual(idsInText(text), { ids: ['fa_1'] });
    });
  }
});

describe('what only looks like a table', () => {
  for (const [text, ids] of [
    ["auth_id,\n  auth_status\nFROM t\nWHERE auth_id = 'fa_1'", ['fa_1']],
    ['status, auth_id\nSee auth_id=fa_9, please', ['fa_9']],
  ] as const) {
    it(`hides no id that is named: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(idsInText(text), { ids });
    });
  }

  for (const text of [
    'auth_id\tfa_12345678\nauth_status\trejected\ncreate_time\t2025-10-02',
    'auth_id,fa_12345678\nauth_status,rejected',
    '| auth_id | fa_12345678 |\n| auth_status | rejected |',
    'auth_id,\nauth_status,\ncreate_time',
  ]) {
    it(`has no name of a field for an id: ${JSON.stringify(text)}`, () => {
      const found = idsInText(text);
      assert.ok(!('ids' in found) || found.ids.every((id) => id === 'fa_12345678'), JSON.stringify(found));
    });
  }
});

describe('a table in markup', () => {
  it('has no id in its header', () => {
    assert.deepEqual(idsInText('<tr><th>auth_id</th><th>status</th></tr>'), { problem: 'spaces' });
  });
});

describe('the ids of a table', () => {
  for (const text of [
    'auth_id\nfa_1\nfa_2',
    'authId\r\nfa_1\r\nfa_2\r\n',
    '\ufeffauth_status,auth_id\nrejected,fa_1\n"a, ""b""\nc",fa_2\n',
    'auth_id;auth_status\n"fa_1";approved\n"fa_2";rejected',
    'time\tauth_id\n10:00\tfa_1\n10:01\tfa_2',
    '| authId | status |\n|---|:---:|\n| fa_1 | approved |\n| fa_2 | `authId=x` |',
    ' auth_id | status\n---------+--------\n fa_1    | ok\n fa_2    | ok',
    ' auth_id | status\n---------+--------\n fa_1    | ok\n fa_2    | ok\n(2 rows)\n',
    ' auth_id \n---------\n fa_1\n fa_2\n(2 rows)\n',
    '+---------+----+\n| auth_id | ok |\n+---------+----+\n| fa_1    | 1  |\n| fa_2    | 0  |\n+---------+----+\n2 rows in set (0.00 sec)',
    '┌─────────┬────┐\n│ auth_id │ ok │\n├─────────┼────┤\n│ fa_1    │ 1  │\n│ fa_2    │ 0  │\n└─────────┴────┘',
    '=======  ==\nauth_id\n=======  ==\nfa_1\nfa_2',
    'auth_id,status\nfa_1,rejected\nnot yet known,pending\nfa_2,approved',
    'auth_id,status\nfa_1,rejected\nNULL,pending\n<null>,pending\nfa_2,approved',
  ]) {
    it(`are those under their name: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(idsInText(text), { ids: ['fa_1', 'fa_2'] });
    });
  }

  it('are those of whole rows where the text is too long to be searched', () => {
    const found = idsInText(`auth_id,x\n${'fa_1234567,y\n'.repeat(10_000)}`);
    assert.deepEqual(found, { ids: ['fa_1234567'] });
  });

  it('are none where other texts stand under the name', () => {
    assert.deepEqual(idsInText('authId\nis not known'), { problem: 'spaces' });
  });

  for (const part of ['"', '"a""', '"",', 'a,', '"\n']) {
    it(`are found in time in proportion to the text, also where it is ${JSON.stringify(part)} without end`, async () => {
      await assertLinear((size) => idsInText(`x,auth_id\n${part.repeat(size / part.length)}`), 96_000);
    });
  }
});
