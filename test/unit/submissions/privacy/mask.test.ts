import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { IdSearch, ownIds } from '../../../../src/submissions/privacy/idSearch.ts';
import { maskWith, unmasked, withAliases } from '../../../../src/submissions/privacy/mask.ts';

const known = [
  'fa_1',
  'fa_12',
  '0199cb93-bdf1-77ef-8cd4-3d38dec61830',
  'kyc:12:34',
  'V1St-GXR8_Z5jdHi6B-',
  '15',
  'a/b==',
  'n-',
  'user@example.com',
  '사용자1234',
  'x/y=1',
];

function aliasOf(id: string): string {
  return `<${known.indexOf(id)}>`;
}

const mask = maskWith(aliasOf, (text) => known.includes(text));

describe('without a mask', () => {
  it('ids and texts are as they are', () => {
    assert.equal(unmasked.on, false);
    assert.equal(unmasked.id('fa_1'), 'fa_1');
    assert.equal(unmasked.text('authId=fa_1'), 'authId=fa_1');
  });
});

describe('a mask', () => {
  it('is on', () => {
    assert.equal(mask.on, true);
  });

  it('shows the alias of any id, known or not, and leaves an empty one empty', () => {
    assert.equal(mask.id('fa_12'), '<1>');
    assert.equal(mask.id('never seen'), '<-1>');
    assert.equal(mask.id(''), '');
    const all = maskWith(aliasOf, () => true);
    assert.equal(all.text(''), '');
  });

  for (const [text, shown] of [
    ['fa_1', '<0>'],
    ['Rejected fa_1 after fa_12.', 'Rejected <0> after <1>.'],
    ['"fa_1", (fa_12)', '"<0>", (<1>)'],
    ['https://host.example/v3/faceauth?authId=fa_1&count=1', 'https://host.example/v3/faceauth?authId=<0>&count=1'],
    ['0199cb93-bdf1-77ef-8cd4-3d38dec61830.json', '<2>.json'],
    ['urn:uuid:0199cb93-bdf1-77ef-8cd4-3d38dec61830', 'urn:uuid:<2>'],
    ['authId:fa_1', 'authId:<0>'],
    ['fa_1:fa_12-fa_1', '<0>:<1>-<0>'],
    ['fa_1-retry...', '<0>-retry...'],
    ['...fa_1...', '...<0>...'],
    ['kyc:12:34', '<3>'],
    ['see kyc:12:34: twice', 'see <3>: twice'],
    ['ended with V1St-GXR8_Z5jdHi6B-.', 'ended with <4>.'],
    ['№fa_1é', '№<0>é'],
    ['line\nfa_1\r\n\tfa_12', 'line\n<0>\r\n\t<1>'],
    ['a/b==', '<6>'],
    ['same person as a/b==, twice', 'same person as <6>, twice'],
    ['of user@example.com.', 'of <8>.'],
    ['kyc=user@example.com', 'kyc=<8>'],
    ['(사용자1234)', '(<9>)'],
    ['"x/y=1"', '"<10>"'],
    ['FA_1 and Fa_12', '<0> and <1>'],
    ['0199CB93-BDF1-77EF-8CD4-3D38DEC61830', '<2>'],
    ['dup_0199cb93-bdf1-77ef-8cd4-3d38dec61830', 'dup_<2>'],
    ['0199cb93-bdf1-77ef-8cd4-3d38dec61830_retry', '<2>_retry'],
    ['id0199cb93-bdf1-77ef-8cd4-3d38dec61830', 'id<2>'],
    ['0199cb93bdf177ef8cd43d38dec61830', '<2>'],
    ['/x/0199CB93BDF177EF8CD43D38DEC61830.json', '/x/<2>.json'],
    ['fa_1_retry, old_fa_12', '<0>_retry, old_<1>'],
    ['authId=a/b==', 'authId=<6>'],
    ['authId=kyc%3A12%3A34&x', 'authId=<3>&x'],
    ['https://host.example/?id=a%2Fb%3D%3D', 'https://host.example/?id=<6>'],
    ['%EC%82%AC%EC%9A%A9%EC%9E%901234', '<9>'],
    [String.raw`{"id":"a\/b==","n":"x\/y=1\n"}`, String.raw`{"id":"<6>","n":"<10>\n"}`],
    [String.raw`{"id":"\uc0ac\uc6a9\uC7901234","n":"fa\u005f1"}`, '{"id":"<9>","n":"<0>"}'],
    [String.raw`{\"n\":\"\nfa_1\",\"id\":\"a\\\/b==\"}`, String.raw`{\"n\":\"\n<0>\",\"id\":\"<6>\"}`],
    [String.raw`?id=a%2Fb%3D%3D\u0026n=1`, String.raw`?id=<6>\u0026n=1`],
    ['100% of fa_1 at 50%', '100% of <0> at 50%'],
    [`x${':'.repeat(40)}fa_1${':'.repeat(40)}y`, `x${':'.repeat(40)}<0>${':'.repeat(40)}y`],
  ] as const) {
    it(`shows ${JSON.stringify(text)} as ${JSON.stringify(shown)}`, () => {
      assert.equal(mask.text(text), shown);
    });
  }

  it('says every text that holds no id as it is, whatever stands behind a backslash', () => {
    const part = fc.constantFrom(
      '\\',
      '\\\\',
      'u',
      'U',
      'u0041',
      'n',
      'N',
      't',
      'T',
      'B',
      '"',
      '/',
      ':',
      ' ',
      '%',
      '%5C',
      'Xyz',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        assert.equal(mask.text(parts.join('')), parts.join(''));
      }),
      { examples: [[['C:', '\\', 'T', 'emp', '\\', 'N', ' ', '\\', 'U', '0041', '\\', '/']]], numRuns: 2000 },
    );
  });

  for (const text of ['', ' ', 'fa_2', 'fa_123', 'xfa_1', 'fa_1x', '.:-', 'two words', 'fa_\u0661']) {
    it(`finds no id in ${JSON.stringify(text)}`, () => {
      assert.equal(mask.text(text), text);
    });
  }

  it('takes a short id for one only where it stands alone, not for the minutes of a time', () => {
    assert.equal(mask.text('15'), '<5>');
    assert.equal(mask.text('attempt 15, then (15).'), 'attempt <5>, then (<5>).');
    assert.equal(mask.text('02:15:17 UTC'), '02:15:17 UTC');
    assert.equal(mask.text('15.4'), '15.4');
    assert.equal(mask.text('(n-), n.'), '(<7>), n.');
  });

  it('knows a run by its whole length, however many pieces it has', () => {
    const id = Array.from({ length: 100 }, (_, index) => index).join(':');
    const shown = maskWith(
      () => 'alias',
      (text) => text === id,
    );
    assert.equal(shown.text(`(${id})`), '(alias)');
    assert.equal(shown.text(`Lost: ${id}...`), 'Lost: alias...');
  });

  it('prefers the longest of the ids that begin at one place', () => {
    const ids = ['fa_1', 'fa_1:2026', 'fa_1:2026-12'];
    const shown = maskWith(
      (id) => `<${ids.indexOf(id)}>`,
      (text) => ids.includes(text),
    );
    assert.equal(shown.text('x:fa_1:2026-12-31'), 'x:<2>-31');
    assert.equal(shown.text('x:fa_1:2027'), 'x:<0>:2027');
  });

  it('never looks into an alias', () => {
    const shown = maskWith(
      (id) => `${id}-fa_1`,
      (text) => text === 'fa_1',
    );
    assert.equal(shown.text('fa_1, fa_1'), 'fa_1-fa_1, fa_1-fa_1');
  });

  it('cuts a text that is longer than anything that is shown, and parts no id by that', () => {
    const filler = 'x '.repeat(5000);
    for (let shift = 0; shift < 300; shift += 7) {
      const text = `${filler.slice(0, 7900 + shift)} fa_12 ${filler}`;
      const shown = mask.text(text);
      assert.ok(shown.length <= 8200 && shown.endsWith('…'));
      assert.doesNotMatch(shown, /fa/);
    }
  });

  it('asks about no more of the longest texts than is shown', () => {
    for (const text of ['fa_1 '.repeat(50_000), 'a.'.repeat(500_000), '-'.repeat(200_000), 'x'.repeat(2_000_000)]) {
      let asked = 0;
      const counting = maskWith(aliasOf, () => {
        asked++;
        return false;
      });
      assert.ok(counting.text(`(${text}x)`).length > 0);
      assert.ok(asked < 300_000, `${asked} questions`);
    }
  });
});

describe('ids within words', () => {
  const search = new IdSearch(() => false);

  function replaced(text: string, ...ids: readonly string[]): string {
    return withAliases(text, search.idsIn(text, ownIds(ids)), (id) => `<${ids.indexOf(id)}>`);
  }

  it('are found anywhere', () => {
    assert.equal(replaced('xfa_1x/fa_1_2', 'fa_1'), 'x<0>x/<0>_2');
  });

  it('are replaced longest first, in whatever order they are given', () => {
    assert.equal(replaced('fa_12 fa_1 fa_123', 'fa_1', 'fa_12'), '<1> <0> <1>3');
    assert.equal(replaced('fa_12 fa_1 fa_123', 'fa_12', 'fa_1'), '<0> <1> <0>3');
  });

  it('are the whole text when they are shorter than four characters', () => {
    assert.equal(replaced('abc', 'abc'), '<0>');
    assert.equal(replaced('abc abcd', 'abc'), 'abc abcd');
    assert.equal(replaced('', ''), '');
    assert.equal(replaced('none', ''), 'none');
  });

  it('do not survive where they overlap', () => {
    assert.equal(replaced('ZZababab', 'ZZab', 'abab'), '<0><1>');
    assert.equal(replaced('aaaaaaaaa', 'aaaa'), '<0><0>a');
    assert.equal(replaced('abcdefgh', 'abcd', 'cdef'), '<0>efgh');
  });

  it('may hold any characters', () => {
    for (const id of ['a.*b', '$&$1', '[x](y)', String.raw`\\u0031`, 'é😀é', 'two words']) {
      assert.equal(replaced(`-${id}-${id}`, id), '-<0>-<0>');
    }
  });
});
