import assert from 'node:assert/strict';
import { idsInText } from '../../../../src/submissions/privacy/idInText.ts';

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
  ]) {
    it(`is what stands in a wrapper, and not its name: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(idsInText(text), { ids: ['fa_1'] });
    });
  }

  for (const [text, id] of [
    ['authId=abcdef(second try)', 'abcdef'],
    ['authId: pending: "why"', 'pending'],
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
