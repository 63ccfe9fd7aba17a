import assert from 'node:assert/strict';
import { idsInText } from '../../../../src/submissions/privacy/idInText.ts';
import { assertLinear } from '../../growth.ts';

describe('the id in a text', () => {
  for (const text of [
    '&#x22;authId&#x22;:&#34;fa_1&#34;',
    'authId&#61;fa_1',
    String.raw`\u0022authId\u0022:\u0022fa_1\u0022`,
    String.raw`?x=1\u0026authId\u003dfa_1\u0026y=2`,
    String.raw`"{\x22authId\x22:\x22fa_1\x22}"`,
  ]) {
    it(`is found where signs are escaped: ${text}`, () => {
      assert.deepEqual(idsInText(text), { ids: ['fa_1'] });
    });
  }

  for (const text of [
    '"auth_id": {"S": "fa_1"}',
    String.raw`{\"authId\":{\"S\":\"fa_1\"}}`,
    "{ authId: { id: 'fa_1' } }",
    '{"authId": [\n  "fa_1"\n]}',
    'authId=Some("fa_1")',
    'authId=Optional[fa_1]',
    "auth_id = N'fa_1'",
    'authId = UUID.fromString("fa_1")',
    'authId = java.util.UUID.fromString("fa_1");',
    '"authId": new ObjectId("fa_1")',
    'let auth_id = String::from("fa_1")',
    'let auth_id = Some(String::from("fa_1"));',
    'authId: Uuid::parse_str("fa_1")?',
    'authId = uuid!("fa_1")',
    'authId(fa_1)',
    'builder.authId("fa_1").build()',
  ]) {
    it(`is what stands in a wrapper, and not its name: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(idsInText(text), { ids: ['fa_1'] });
    });
  }

  for (const [text, id] of [
    ['authId=abcdef(second try)', 'abcdef'],
    ['authId: pending: "why"', 'pending'],
    ['authId=fa_1(2nd try)', 'fa_1'],
    ['authId=new', 'new'],
    ['authId=a.b.c (3rd try)', 'a.b.c'],
    ['{"message":"authId=Br"}', 'Br'],
    ['"authId=un","x":1', 'un'],
    ['YWJjZGVm=', 'YWJjZGVm='],
    ['YWJjZA==', 'YWJjZA=='],
  ] as const) {
    it(`may have something behind it that is no wrapper: ${text}`, () => {
      assert.deepEqual(idsInText(text), { ids: [id] });
    });
  }
});

describe('a text that names an id and has none', () => {
  for (const text of [
    'https://h/v3/faceauth?authId=&startDate=2025-10-02',
    'https://h/v3/faceauth?authId=',
    'https://h/v3/faceauth?authId=#part',
    "const authId = query.get('authId');",
    'auth_id = row["auth_id"]',
    'record.authId()',
    'authId(null)',
    'getAuthId(fa_1)',
  ]) {
    it(`names none: ${text}`, () => {
      assert.deepEqual(idsInText(text), { problem: 'empty' });
    });
  }
});

describe('a text with an id in a wrapper', () => {
  for (const part of [
    'authId(',
    'authId=a.',
    'authId=a(',
    "authId=['",
    'authId=["",',
    'authId</td>',
    'authId</td><b>',
    '+-\n',
  ]) {
    it(`is searched in time in proportion to it, also where it is ${JSON.stringify(part)} without end`, async () => {
      await assertLinear((size) => {
        const text = part.repeat(size / part.length);
        idsInText(text);
        idsInText(`x${text}x`);
      }, 96_000);
    });
  }
});
