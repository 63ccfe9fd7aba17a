import assert from 'node:assert/strict';
import { explain } from '../../../src/api/explain.ts';
import { problemText } from '../../../src/api/explainAnswer.ts';
import type { Failure } from '../../../src/api/failure.ts';
import { readPage } from '../../../src/api/page.ts';
import { pathText, whereText } from '../../../src/api/where.ts';
import { failureOf, valueOf } from './asking.ts';

async function failureIn(text: string): Promise<Failure> {
  return failureOf(await readPage({ bytes: new TextEncoder().encode(text), contentType: 'application/json' }));
}

describe('what is no page', () => {
  for (const text of ['{}', '42', '"x"', '{"data":"abc","more":1}'] as const) {
    it(`is told by the place where it breaks: ${text}`, async () => {
      const failure = await failureIn(text);
      assert.ok(failure.kind === 'unexpected' && failure.cause === 'wrongShape');
      assert.deepEqual(failure.where, { path: [] });
      assert.match(explain(failure).summary, /breaks at the root/);
      assert.deepEqual([failure.bytes, failure.contentType], [text.length, 'application/json']);
    });
  }

  it('is an encrypted body', async () => {
    const failure = await failureIn('{"data":"c2VjcmV0"}');
    assert.equal(failure.kind === 'unexpected' && failure.cause, 'encrypted');
  });
});

describe('what is not JSON', () => {
  for (const [text, position, of] of [
    ['', 0, 0],
    ['<html><body>SECRET</body></html>', 0, 32],
    ['[{"auth_id":"SECRET"},]', 22, 23],
    ['[{"auth_id":"SECRET", x', 22, 23],
    ['[{"auth_id":"SECRET', 19, 19],
    ['[{"auth_id":"SECRET"} SECRET]', 22, 29],
    ['[{"auth_id":NaN}]', 12, 17],
    ['undefined', 0, 9],
    ['[1] // SECRET', 4, 13],
  ] as const) {
    it(`is told by its position and without a word of it: ${JSON.stringify(text)}`, async () => {
      const failure = await failureIn(text);
      assert.ok(failure.kind === 'unexpected' && failure.cause === 'notJson');
      assert.deepEqual(failure.where, { position, of });
      assert.ok(explain(failure).summary.includes(`position ${position} of ${of} `));
      assert.doesNotMatch(JSON.stringify(failure), /SECRET/);
    });
  }

  it('may be nested without end', async () => {
    const failure = await failureIn(`${'['.repeat(1_000_000)}x`);
    assert.match(explain(failure).summary, /breaks at an unknown place /);
  });

  it('may break far behind its beginning', async () => {
    const failure = await failureIn(`[${'1,'.repeat(600_000)}x]`);
    assert.match(explain(failure).summary, /breaks at an unknown place /);
  });
});

describe('the text of a path', () => {
  for (const [path, text] of [
    [[], ''],
    [[0], '[0]'],
    [[0, 'data', 3, 'auth_id'], '[0].data[3].auth_id'],
    [['policy', 'liveness_threshold'], 'policy.liveness_threshold'],
  ] as const) {
    it(`reads ${text}`, () => {
      assert.equal(pathText(path), text);
    });
  }
});

describe('the text of a place', () => {
  for (const [element, position, text] of [
    [0, undefined, '[0]'],
    [7, undefined, '[7]'],
    [0, 3, '[0].data[3]'],
  ] as const) {
    it(`reads ${text}`, () => {
      assert.equal(whereText({ element, position }), text);
    });
  }
});

describe('a key of the next page that cannot be followed', () => {
  const pageIn = async (text: string) =>
    valueOf(await readPage({ bytes: new TextEncoder().encode(text), contentType: '' }));

  for (const [text, where] of [
    ['[{"data":[],"nextPage_key":{"createTime":"2027-01-15T00:00:00Z"}}]', '[0].nextPage_key'],
    ['[{"data":[],"nextPage_key":{"authId":null,"createTime":"x"}}]', '[0].nextPage_key'],
    ['[{"data":[],"nextPage_key":{"authId":"a"}},{"data":[],"nextPage_key":{"authId":"b"}}]', '[1].nextPage_key'],
  ] as const) {
    it(`does not pass for the end: ${text}`, async () => {
      const { next, brokenNext } = await pageIn(text);
      assert.deepEqual([next, brokenNext], [undefined, where]);
    });
  }

  for (const key of ['{}', '{"authId":"","createTime":null}', '""', 'null']) {
    it(`is none when it says nothing: ${key}`, async () => {
      const { next, brokenNext } = await pageIn(`[{"data":[],"nextPage_key":${key}}]`);
      assert.deepEqual([next, brokenNext], [undefined, undefined]);
    });
  }

  it('is none when two projects name the same', async () => {
    const part = '{"data":[],"nextPage_key":{"authId":"a","createTime":"x"}}';
    const { next, brokenNext } = await pageIn(`[${part},${part}]`);
    assert.deepEqual([next, brokenNext], [{ id: 'a', date: 'x' }, undefined]);
  });
});

describe('a record with a field named data', () => {
  it('is a record in a flat list, whatever that field holds', async () => {
    const text = '[{"auth_id":"a","data":[]},{"auth_id":"b","data":"x"},{"auth_id":"c"}]';
    const page = valueOf(await readPage({ bytes: new TextEncoder().encode(text), contentType: '' }));
    assert.deepEqual(page.records.ids, ['a', 'b', 'c']);
  });
});

describe('why a record is broken', () => {
  for (const [problem, text] of [
    ['noObject', 'the root is not of the type object'],
    ['dataIsNoList', 'data is not of the type array'],
    ['noId', 'auth_id is missing'],
  ] as const) {
    it(`reads ${text}`, () => {
      assert.equal(problemText(problem), text);
    });
  }
});
