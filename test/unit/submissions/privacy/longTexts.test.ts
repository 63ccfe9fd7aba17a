import assert from 'node:assert/strict';
import { idsInText } from '../../../../src/submissions/privacy/idInText.ts';

describe('the ids of a text that is too long to be searched as a whole', () => {
  const page = `[{"data":[${Array.from({ length: 2000 }, (_, index) => `{"auth_id":"fa_${100_000 + index}","x":"${'y'.repeat(40)}"}`).join(',')}]}]`;

  for (const [where, text] of [
    ['one long line', page],
    ['a long line behind a short one', `$ curl -s https://host.example/v3/faceauth\n${page}`],
    ['lines', page.replaceAll('},{', '},\n{')],
  ] as const) {
    it(`are those of its beginning, and none of them is cut: in ${where}`, () => {
      const found = idsInText(text);
      assert.ok('ids' in found && found.ids.length > 1000);
      assert.ok(found.ids.every((id, index) => id === `fa_${100_000 + index}`));
    });
  }
});
