import assert from 'node:assert/strict';
import { readPage } from '../../../src/api/page.ts';
import { takenApart } from '../../../src/api/takenApart.ts';
import { failureOf, valueOf } from './asking.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const answerOf = (text: string) => ({ bytes: bytesOf(text), contentType: '' });

describe('an answer that is taken apart', () => {
  it('parses what is around the records, and each record when it is asked for', () => {
    const { body, recordsOf } = takenApart(
      bytesOf('\uFEFF[{"data":[{"a":1}, [2] ,"3"],"x":{"data":[4]}},{"data":5},{"b":6}]'),
    );
    assert.deepEqual(body, [{ data: [0, 0, 0], x: { data: [4] } }, { data: 5 }, { b: 6 }]);
    assert.deepEqual(
      [0, 1, 2].map((position) => recordsOf(0)?.(position)),
      [{ a: 1 }, [2], '3'],
    );
  });

  for (const text of [
    '[{"data":[1 2]}]',
    '[{"data":[1,]}]',
    '[{"data":[1}]',
    '[{"data":[1]}] x',
    '[{"data":',
    '{"data":[1]',
    '',
  ]) {
    it(`is refused when what is around the records is not JSON: ${text}`, () => {
      assert.throws(() => takenApart(bytesOf(text)), SyntaxError);
    });
  }

  for (const item of ['tru', '{"a":1', '\uFEFF1', "'a'", '01', '{"a" 1}']) {
    it(`is no page when a record is not JSON: ${item}`, async () => {
      const failure = failureOf(await readPage(answerOf(`[{"data":[{"auth_id":"a"},${item}]}]`), true));
      assert.equal(failure.kind === 'unexpected' && failure.cause, 'notJson');
    });
  }
});

describe('a page that was read lazily', () => {
  it('leaves whole a record that has a field named data itself', async () => {
    const { records } = valueOf(await readPage(answerOf('[{"auth_id":"a","data":[{"b":1}]}]'), true));
    assert.deepEqual(records.at(0), { auth_id: 'a', data: [{ b: 1 }] });
  });

  it('keeps no record: each is another object whenever it is asked for', async () => {
    const { records } = valueOf(await readPage(answerOf('[{"data":[{"auth_id":"a"}]}]'), true));
    assert.deepEqual(records.at(0), { auth_id: 'a' });
    assert.notEqual(records.at(0), records.at(0));
  });
});
