import assert from 'node:assert/strict';
import type { Ask } from '../../../src/api/client.ts';
import { pagesOf } from '../../../src/api/pages.ts';
import { asking } from '../api/asking.ts';
import { started } from './support/rangeOf.ts';
import { exported } from './support/written.ts';

describe('an error of ours while an export asks for pages', () => {
  it('reaches whoever exports, once, and nobody is asked what to do about the service', async () => {
    await using service = await started();
    const { client } = asking(service.baseUrl);
    let requests = 0;
    const ask: Ask = async (query, signal) => {
      requests++;
      if (requests === 3) {
        throw new TypeError('Cannot read properties of undefined');
      }
      return await client(query, signal);
    };
    const pages = pagesOf(ask, { count: 50 }, new AbortController().signal);
    const run = async () => await exported(pages, { onFailure: () => assert.fail('was asked') });
    await assert.rejects(run, /Cannot read properties/);
    assert.equal(requests, 3);
  });
});
