import assert from 'node:assert/strict';
import { demoRecords } from '../../../../src/demo/records.ts';
import { IdSet } from '../../../../src/submissions/store/idSet.ts';
import { NEWEST } from '../../../service/service.ts';
import { collectGarbage } from '../../garbage.ts';

const MILLION = 1_000_000;
const MEGABYTE = 1024 * 1024;
const SOME = 200_000;
const demo = demoRecords({ seed: 1, size: MILLION, newest: NEWEST });
const memory = (): number => process.memoryUsage().arrayBuffers;
const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
const korean = (index: number): string => (index < 0 ? '' : String.fromCharCode(0xac00 + index));

// Ways in which services may form ids. Within one way no two ids are the same.
const families: Readonly<Record<string, readonly [count: number, idOf: (index: number) => string]>> = {
  'ids of the demo': [MILLION, demo.id],
  'numbers that follow each other': [SOME, String],
  'numbers behind a long prefix': [SOME, (index) => `submission-of-project-42/attempt/${hex(index, 8)}`],
  'UUIDs that differ in front': [SOME, (index) => `${hex(index * 20_011, 8)}-7a3f-4c1d-9e2b-000000000000`],
  'texts of one or two Korean letters': [
    SOME,
    (index) => korean(index % 10_000) + korean(Math.floor(index / 10_000) - 1),
  ],
  'rows of one letter, as nobody names things': [SOME, (index) => `${'a'.repeat((index >> 8) % 700)}${hex(index, 5)}`],
};

describe('the ids that were seen', () => {
  for (const [what, [count, idOf]] of Object.entries(families)) {
    it(`are told apart and found again: ${count} ${what}`, () => {
      collectGarbage();
      const before = memory();
      const seen = new IdSet();
      let wrong = 0;
      let characters = 0;
      for (let index = 0; index < count; index++) {
        const id = idOf(index);
        characters += id.length;
        wrong += seen.add(id) ? 0 : 1;
      }
      assert.equal(wrong, 0);
      collectGarbage();
      const held = memory() - before;
      assert.ok(held <= MEGABYTE + characters + 5 * count, `${held} bytes`);
      for (let index = 0; index < count; index++) {
        wrong += seen.add(idOf(index)) ? 1 : 0;
      }
      assert.equal(wrong, 0);
    }).timeout(60_000);
  }

  it('may be anything: empty, with NUL, half a pair', () => {
    const seen = new IdSet();
    const ids = [
      '',
      '\0',
      '\0\0',
      'a',
      'A',
      'a\0',
      'ab',
      'aba',
      '\u{E1}',
      'a\u{E2}',
      '\u{D800}',
      '\u{FFFD}',
      '__proto__',
      'é',
      'e\u{301}',
    ];
    assert.deepEqual(
      ids.filter((id) => !seen.add(id)),
      [],
    );
    assert.deepEqual(
      ids.filter((id) => seen.add(id)),
      [],
    );
  });

  it('never hold the thread for long: what holds them grows in small steps', () => {
    const seen = new IdSet();
    let before = memory();
    let largest = 0;
    for (let index = 0; index < MILLION; index++) {
      seen.add(demo.id(index));
      // Asking for the memory takes longer than adding an id.
      if (index % 16 === 0) {
        const now = memory();
        largest = Math.max(largest, now - before);
        before = now;
      }
    }
    assert.ok(largest <= 2 * MEGABYTE, `${largest} bytes`);
  }).timeout(60_000);
});
