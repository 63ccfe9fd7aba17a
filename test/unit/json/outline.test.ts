import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { outlineOf, type Node } from '../../../src/json/outline.ts';

// The value of a node, parsed again from its place in the text.
function valueOf(json: string, node: Node): unknown {
  if (node.first === '[') return node.parts.map((part) => valueOf(json, part));
  if (node.first === '{') return node.parts.map((part) => [part.name, valueOf(json, part)]);
  return JSON.parse(json.slice(node.valueStart, node.end));
}

function expected(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expected);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([name, part]) => [name, expected(part)]);
  }
  return value;
}

describe('the outline of a JSON text', () => {
  it('has every field and item at its place, whatever the text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, space) => {
        const json = JSON.stringify(value, null, space);
        const root = outlineOf(json);
        assert.ok(root);
        assert.deepEqual(valueOf(json, root), expected(JSON.parse(json)));
      }),
      { numRuns: 500 },
    );
  });

  it('has a field twice that stands there twice', () => {
    assert.deepEqual(
      outlineOf('{"a": 1, "a": 2}')?.parts.map(({ name, start, nameEnd, valueStart, end }) => [
        name,
        start,
        nameEnd,
        valueStart,
        end,
      ]),
      [
        ['a', 1, 4, 6, 7],
        ['a', 9, 12, 14, 15],
      ],
    );
  });

  it('leaves out what is deeper than anybody reads, and nothing beside it', () => {
    const deep = outlineOf(`{"deep": ${'['.repeat(5000)}{"x": 1}${']'.repeat(5000)}, "beside": 2}`);
    assert.deepEqual(
      deep?.parts.map(({ name }) => name),
      ['deep', 'beside'],
    );
    let depth = 0;
    for (let node: Node | undefined = deep; node !== undefined; node = node.parts[0]) depth++;
    assert.equal(depth, 101);
  });

  it('is empty where nothing is', () => {
    assert.equal(outlineOf('  '), undefined);
    assert.deepEqual(outlineOf('{}')?.parts, []);
  });
});
