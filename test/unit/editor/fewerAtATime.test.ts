import assert from 'node:assert/strict';
import type { Query } from '../../../src/api/address.ts';
import type { Ask } from '../../../src/api/client.ts';
import { failed, success, type Failure } from '../../../src/api/failure.ts';
import { fewerAtATime } from '../../../src/editor/fewerAtATime.ts';
import { askAnew } from '../../../src/session/askAnew.ts';
import { everyFailure } from '../api/everyFailure.ts';
import { production, staging } from '../session/opened.ts';

const { signal } = new AbortController();

// A service that answers no request with these many records or more, and for how many it was asked.
function serviceOf(
  most: number,
  failure: Failure,
  few = 200,
): { readonly ask: Ask; readonly other: Ask; readonly counts: unknown[] } {
  const counts: unknown[] = [];
  const service: Ask = async ({ count = 0 }) => {
    counts.push(count);
    return count > most
      ? failed(failure)
      : success({ bytes: new Uint8Array(), contentType: '', records: [], broken: [], projects: [] });
  };
  const connect = fewerAtATime(
    async () => success(service),
    () => few,
  );
  return { ask: askAnew(connect, production, {}), other: askAnew(connect, staging, {}), counts };
}

describe('a page of many submissions', () => {
  const large: Query = { count: 2000 };

  for (const [what, failure] of [
    ['was too large', everyFailure['unexpected.tooLarge']],
    ['took too long', everyFailure.tooSlow],
    ['took too long for a gateway', { ...everyFailure.serviceDown, status: 504 } as Failure],
  ] as const) {
    it(`that ${what} is asked for again with as few as are set, and so are those after it`, async () => {
      const { ask, counts } = serviceOf(500, failure);
      assert.deepEqual(await ask(large, signal), failed(failure));
      assert.ok((await ask(large, signal)).ok);
      assert.ok((await ask(large, signal)).ok);
      assert.deepEqual(counts, [2000, 200, 200]);
    });
  }

  it('that failed for another reason is asked for as it was', async () => {
    for (const failure of [everyFailure.serviceDown, everyFailure.rateLimited, everyFailure['unexpected.notJson']]) {
      const { ask, counts } = serviceOf(500, failure);
      await ask(large, signal);
      await ask(large, signal);
      assert.deepEqual(counts, [2000, 2000]);
    }
  });

  it('makes no difference to other projects', async () => {
    const { ask, other, counts } = serviceOf(500, everyFailure.tooSlow);
    await ask(large, signal);
    await other(large, signal);
    assert.deepEqual(counts, [2000, 2000]);
  });

  it('makes no difference to questions for fewer', async () => {
    const { ask, counts } = serviceOf(500, everyFailure.tooSlow);
    await ask(large, signal);
    await ask({ count: 1, authId: 'a' }, signal);
    await ask({ authId: 'a' }, signal);
    assert.deepEqual(counts, [2000, 1, 0]);
  });
});
