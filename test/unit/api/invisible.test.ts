import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { invisibleIn, trimmed } from '../../../src/api/invisible.ts';
import { assertLinear } from '../growth.ts';

const unseen = [
  '\u200b',
  '\u2060',
  '\u00ad',
  '\ufeff',
  '\u202e',
  '\u2066',
  '\u180e',
  '\u3164',
  '\u2800',
  '\u0000',
  '\u{e0061}',
];

describe('invisible characters', () => {
  it('are removed at the ends with the spaces, and nothing else is', () => {
    const around = fc.array(fc.constantFrom(' ', '\n', '\u00a0', ...unseen)).map((parts) => parts.join(''));
    const core = fc.stringMatching(/^[a-z0-9é漢]([a-z é漢-]*[a-z0-9漢])?$/);
    fc.assert(
      fc.property(around, core, around, (before, text, after) => {
        assert.equal(trimmed(before + text + after), text);
      }),
    );
  });

  it('are named where they stand inside', () => {
    for (const character of unseen) {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      assert.equal(invisibleIn(`a${character}b`), `U+${code}`);
    }
  });

  it('are none of the letters, spaces and emoji of a usual text', () => {
    assert.equal(invisibleIn('Prod “é 漢字” (EU) ❤️ 2'), undefined);
    assert.equal(trimmed('Prod ❤️'), 'Prod ❤️');
  });

  it('take time in proportion to their number', async () => {
    await assertLinear((size) => {
      const many = '\u200b '.repeat(size);
      assert.equal(trimmed(`${many}a${many}b`).length, 2 * size + 2);
    }, 200_000);
  });
});
