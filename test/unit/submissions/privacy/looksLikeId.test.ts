import assert from 'node:assert/strict';
import { looksLikeId } from '../../../../src/submissions/privacy/idInText.ts';

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
