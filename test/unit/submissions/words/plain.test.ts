import assert from 'node:assert/strict';
import { plain } from '../../../../src/submissions/words/plain.ts';

describe('remote text made plain', () => {
  it('stays as it is when there is nothing wrong with it', () => {
    for (const text of [
      '',
      'Face_Occluded_fail',
      '얼굴이 가려졌습니다',
      'é 😀 👩‍🚀'.replace('\u200d', ''),
      'a\u00a0b',
      '❤\ufe0f',
    ]) {
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
    ['a hyphen that is not drawn', 'fa\u00ad_1', String.raw`fa\u00ad_1`],
    ['a joiner of graphemes', '\u034f', String.raw`\u034f`],
    ['fillers of Hangul', '\u115f\u1160\u3164\uffa0', String.raw`\u115f\u1160\u3164\uffa0`],
    ['vowels of Khmer without a form', '\u17b4\u17b5', String.raw`\u17b4\u17b5`],
    ['separators of Mongolian', '\u180e\u180b', String.raw`\u180e\u180b`],
    ['tags beyond the first plane', 'a\u{e0041}\u{e007f}', String.raw`a\u{e0041}\u{e007f}`],
    ['variation selectors of letters', 'a\ufe0f1\ufe0e\u{e0100}', String.raw`a\ufe0f1\ufe0e\u{e0100}`],
    ['marks between annotations', '\ufff9\ufffb', String.raw`\ufff9\ufffb`],
    ['operators of mathematics that are not drawn', 'a\u2061\u2062b', String.raw`a\u2061\u2062b`],
    ['controls of music and shorthand', '\u{1d173}\u{1bca0}', String.raw`\u{1d173}\u{1bca0}`],
    ['blank Braille', '\u2800', String.raw`\u2800`],
    ['half a surrogate pair', 'fa_\ud83d', String.raw`fa_\ud83d`],
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

  it('shows every character that Unicode lets be drawn as nothing as its code', () => {
    for (let code = 0; code <= 0x10_ffff; code++) {
      const character = String.fromCodePoint(code);
      if (/[\p{Cc}\p{Cf}\p{Cs}\p{DI}]/u.test(character)) {
        assert.match(plain(`a${character}`), /^a\\u(?:[0-9a-f]{4}|\{[0-9a-f]{5,6}\})$/);
      }
    }
  });

  it('stays bounded when every character becomes a code', () => {
    assert.ok(plain('\u0000'.repeat(1_000_000)).length < 1300);
  });
});
