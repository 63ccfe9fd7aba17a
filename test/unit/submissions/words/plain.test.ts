import assert from 'node:assert/strict';
import { plain } from '../../../../src/submissions/words/plain.ts';

describe('remote text made plain', () => {
  it('stays as it is when there is nothing wrong with it', () => {
    for (const text of ['', 'Face_Occluded_fail', '얼굴이 가려졌습니다', 'é 😀 👩‍🚀'.replace('\u200d', ''), 'a\u00a0b']) {
      assert.equal(plain(text), text);
    }
  });

  for (const [what, text, shown] of [
    ['line breaks', 'a\r\nb', String.raw`a\u000d\u000ab`],
    ['tabs', 'a\tb', String.raw`a\u0009b`],
    ['nulls', '\u0000', String.raw`\u0000`],
    ['terminal sequences', '\u001b[31m\u009b', String.raw`\u001b[31m\u009b`],
    ['an override of the direction', 'a\u202eb', String.raw`a\u202eb`],
    ['isolates', '\u2066\u2069', String.raw`\u2066\u2069`],
    ['marks of direction', '\u200e\u200f\u061c', String.raw`\u200e\u200f\u061c`],
    ['spaces without width', '\u200b\u2060\ufeff', String.raw`\u200b\u2060\ufeff`],
    ['separators of lines', '\u2028\u2029', String.raw`\u2028\u2029`],
  ] as const) {
    it(`shows ${what} as codes`, () => {
      assert.equal(plain(text), shown);
    });
  }

  it('is cut to its limit', () => {
    assert.equal(plain('x'.repeat(201)), `${'x'.repeat(200)}…`);
    assert.equal(plain('x'.repeat(200)), 'x'.repeat(200));
    assert.equal(plain('abcdef', 3), 'abc…');
  });

  it('is never cut within a character of two halves', () => {
    assert.equal(plain('ab😀c', 3), 'ab…');
    assert.equal(plain('ab😀c', 4), 'ab😀…');
  });

  it('stays bounded when every character becomes a code', () => {
    assert.ok(plain('\u0000'.repeat(1_000_000)).length < 1300);
  });
});
