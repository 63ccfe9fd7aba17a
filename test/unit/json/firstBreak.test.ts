import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { firstBreak } from '../../../src/json/firstBreak.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('the place where a text stops being JSON', () => {
  for (const [text, place] of [
    ['[{"data": [}]', 11],
    ['', 0],
    ['[1,]', 3],
    ['[1 2]', 3],
    ['{"a" 1}', 5],
    ['{"a":}', 5],
    ['{a:1}', 1],
    ['{"a":1,}', 7],
    ['[NaN]', 1],
    ['[01]', 1],
    ['[1.]', 1],
    ['["a\nb"]', 1],
    ['["\\x"]', 1],
    ['[1', 2],
    ['[] x', 3],
    ['[]]', 2],
    ['{"a":1]', 6],
    ['<html>', 0],
  ] as const) {
    it(`is ${place} in ${JSON.stringify(text)}`, () => {
      assert.equal(firstBreak(text), place);
    });
  }

  it('is nowhere in JSON, and somewhere in anything else', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '}', ']', '"', ':', '1', 'x', '\\'),
        (json, at, sign) => {
          assert.equal(firstBreak(json), undefined);
          const place = at % (json.length + 1);
          const changed = json.slice(0, place) + sign + json.slice(place + (at % 2));
          const found = firstBreak(changed);
          assert.equal(found === undefined, isJson(changed), changed);
          assert.ok((found ?? 0) <= changed.length);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is found however deep the text is nested, and however long its texts are', () => {
    const deep = '['.repeat(200_000);
    assert.equal(firstBreak(`${deep}${']'.repeat(200_000)}`), undefined);
    assert.equal(firstBreak(deep), 200_000);
    assert.equal(firstBreak(`["${'x'.repeat(900_000)}"}`), 900_003);
    assert.equal(firstBreak(`["${String.raw`\n`.repeat(300_000)}"]`), undefined);
  });
});
