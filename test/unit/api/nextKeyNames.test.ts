import assert from 'node:assert/strict';
import { readPage, type Page } from '../../../src/api/page.ts';
import { valueOf } from './asking.ts';

async function pageOf(value: unknown): Promise<Page> {
  return valueOf(await readPage({ bytes: new TextEncoder().encode(JSON.stringify(value)), contentType: '' }));
}

const one = { auth_id: 'one' };

describe('the key of the next page', () => {
  for (const name of [
    ...['nextPageKey', 'next_page_key', 'NextPage_Key', 'next-page-key'],
    ...['nextKey', 'nextPage', 'LastEvaluatedKey', 'next'],
  ]) {
    it(`may be named ${name}, so that the page does not read as the last one`, async () => {
      assert.equal((await pageOf([{ data: [one], [name]: { authId: 'a', createTime: 't' } }])).next?.id, 'a');
    });
  }

  it('may come in fields of the envelope that are named like the parameters', async () => {
    const fields = { nextKey_id: 'a', nextKey_date: 't', nextPage_key: null };
    assert.deepEqual((await pageOf([{ data: [one], ...fields }])).next, { id: 'a', date: 't' });
  });

  for (const name of ['nextKey', 'next_cursor', 'nextKey_date', 'nextToken']) {
    it(`does not pass for the end where it cannot be followed under another name: ${name}`, async () => {
      const { next, brokenNext } = await pageOf([{ data: [one], [name]: 'x' }]);
      assert.equal(next, undefined);
      assert.match(brokenNext ?? '', /^\[0\]\.next/);
    });
  }

  for (const value of [null, '', false, 'null', {}, []]) {
    it(`is none under another name where it says nothing: ${JSON.stringify(value)}`, async () => {
      const { next, brokenNext } = await pageOf([{ data: [one], nextPage: value }]);
      assert.deepEqual([next, brokenNext], [undefined, undefined]);
    });
  }

  it('is no field of an envelope that speaks of something else to come', async () => {
    for (const other of [{ nextBillingDate: 0 }, { next_refresh: 30 }, { last_evaluated_at: '2026-01-01' }]) {
      assert.equal((await pageOf([{ data: [one], ...other }])).brokenNext, undefined);
    }
  });

  it('is no field of a record that only begins like it', async () => {
    assert.equal((await pageOf([{ ...one, nextReview: 'x' }])).brokenNext, undefined);
  });
});
