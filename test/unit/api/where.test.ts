import assert from 'node:assert/strict';
import { textIn } from '../../../src/json/span.ts';
import { createLocator, pathText, whereText } from '../../../src/api/where.ts';

const text = '[{"data":[{"a":1},{"a":2}]}, {"x":{"data":[9]},"data":[ 3 ]}]';
const bytes = new TextEncoder().encode(text);

function found(element: number, position?: number): string {
  return textIn(bytes, createLocator(bytes)({ element, position }));
}

describe('a record in its answer', () => {
  it('is found in the data of its element', () => {
    assert.deepEqual([found(0, 0), found(0, 1), found(1, 0)], ['{"a":1}', '{"a":2}', '3']);
  });

  it('is the element where the list is flat', () => {
    assert.equal(found(0), '{"data":[{"a":1},{"a":2}]}');
  });

  it('is not found where there is none', () => {
    for (const [element, position] of [
      [0, 2],
      [2, 0],
      [2, undefined],
    ] as const) {
      assert.throws(() => found(element, position), /There is no such record/);
    }
  });

  it('is said where it is, as a reader of JSON would', () => {
    assert.equal(whereText({ element: 0, position: 3 }), '[0].data[3]');
    assert.equal(whereText({ element: 7, position: undefined }), '[7]');
    assert.equal(pathText(['data', 0, 'auth_id']), 'data[0].auth_id');
    assert.equal(pathText([]), '');
  });
});
