import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { valueEnd, ValueWalk } from '../../../src/json/span.ts';

describe('a walk over a value', () => {
  it('ends where the value ends, in steps of any length', () => {
    const long = fc.stringMatching(/^["\\x]{0,400}$/);
    const value = fc.oneof(
      fc.json(),
      long.map((text) => JSON.stringify(text)),
    );
    fc.assert(
      fc.property(value, fc.constantFrom('', ',', ' ,', ']'), fc.integer({ min: 1, max: 300 }), (text, after, step) => {
        const bytes = new TextEncoder().encode(`[${text}${after}`);
        const walk = new ValueWalk(bytes, 1);
        while (!walk.done) {
          walk.advance(step);
        }
        assert.equal(walk.at, bytes.length - after.length);
        assert.equal(valueEnd(bytes, 1), walk.at);
      }),
      { numRuns: 1000 },
    );
  });

  it('ends with a text that is cut off', () => {
    for (const text of ['"abc', String.raw`"abc\"`, '[1,', '{"a":"', '"', String.raw`"\\\\"`.slice(0, -1)]) {
      const walk = new ValueWalk(new TextEncoder().encode(text), 0);
      for (let steps = 0; !walk.done; steps++) {
        assert.ok(steps < 20);
        walk.advance(1);
      }
      assert.equal(walk.at, text.length);
    }
  });
});
