import assert from 'node:assert/strict';
import * as cursors from '../../service/cursors.ts';
import type { Fault } from '../../service/exchange.ts';
import { startService } from '../../service/service.ts';
import * as shapes from '../../service/shapes.ts';
import { fields, get, read, readAll, readPage } from './reading.ts';

const QUERY = { count: '10' };

// All pages of 35 records under a fault, and the 35 records as they should be.
async function pagesUnder(fault: Fault, limit = 50) {
  await using service = await startService({ size: 35 });
  service.inject(fault);
  const pages = await readAll(fetch, service.baseUrl, QUERY, limit);
  return { pages, sizes: pages.map((page) => page.length), all: service.recordsAt(0, 35), requests: service.requests };
}

async function answerUnder(fault: Fault, query: Record<string, string> = QUERY) {
  await using service = await startService({ size: 35 });
  service.inject(fault);
  return { ...(await read(fetch(get(query, service.baseUrl)))), first: service.recordsAt(0, 10) };
}

describe('the shape of a body can be', () => {
  it('any JSON that is no page', async () => {
    for (const value of shapes.WRONG_SHAPES) {
      assert.equal((await answerUnder(shapes.shape(value))).text, JSON.stringify(value));
    }
  });

  it('exactly what a test gives, JSON or not', async () => {
    await using service = await startService({ size: 3 });
    const cut = '[{"faceAuth_projectId": "x", "data": [';
    const end = service.serveRaw(cut);
    assert.equal(await (await fetch(get({}, service.baseUrl))).text(), cut);
    end();
    assert.equal((await readPage(fetch(get({}, service.baseUrl))))[0]?.data.length, 3);
    assert.equal((await answerUnder(shapes.raw('<p>no JSON'))).text, '<p>no JSON');
  });

  it('encrypted', async () => {
    const { json, first } = await answerUnder(shapes.encrypted());
    const plain: unknown = JSON.parse(Buffer.from(String(fields(json)['data']), 'base64').toString());
    assert.deepEqual(fields(fields(plain)[0])['data'], first);
  });

  it('preceded by a byte order mark', async () => {
    await using service = await startService({ size: 3 });
    service.inject(shapes.byteOrderMark());
    const bytes = Buffer.from(await (await fetch(get({}, service.baseUrl))).arrayBuffer());
    assert.deepEqual([...bytes.subarray(0, 4)], [0xef, 0xbb, 0xbf, 0x5b]);
  });

  it('flat, or empty', async () => {
    const { json, first } = await answerUnder(shapes.flat());
    assert.deepEqual(json, first);
    assert.equal((await answerUnder(shapes.emptyArray())).text, '[]');
  });

  it('two projects with the key on either of them', async () => {
    for (const keyOn of ['first', 'last'] as const) {
      const { pages, all } = await pagesUnder(shapes.twoProjects(keyOn));
      assert.deepEqual(pages.flat(), all);
      const { json } = await answerUnder(shapes.twoProjects(keyOn));
      const keyed = [fields(json)[0], fields(json)[1]].map((element) => 'nextPage_key' in fields(element));
      assert.deepEqual(keyed, [keyOn === 'first', keyOn === 'last']);
    }
  });

  it('a refusal still, when the request is refused', async () => {
    assert.equal((await answerUnder(shapes.flat(), { count: '0' })).status, 400);
  });
});

describe('the keys of the pages can', () => {
  it('lead round in a circle', async () => {
    const { pages, all, requests } = await pagesUnder(cursors.cursorLoop(), 5);
    assert.deepEqual(pages.slice(0, 2).flat(), all.slice(0, 20));
    assert.deepEqual(pages[4], pages[1]);
    assert.equal(new Set(requests.slice(1).map((request) => request.query['nextKey_id'])).size, 1);
  });

  it('give pages again under new keys without leaving any out', async () => {
    const { pages, all, requests } = await pagesUnder(cursors.repeatedPages());
    const page = (number: number) => all.slice(number * 10, number * 10 + 10);
    assert.deepEqual(pages, [0, 0, 1, 1, 2, 2, 3].map(page));
    assert.equal(new Set(requests.map((request) => request.query['nextKey_id'])).size, pages.length);
  });

  it('lead on while the pages shrink', async () => {
    const { pages, sizes, all } = await pagesUnder(cursors.shrinkingPages());
    assert.deepEqual(sizes.slice(0, 5), [10, 5, 3, 2, 2]);
    assert.deepEqual(pages.flat(), all);
  });

  it('be in snake case', async () => {
    const { json } = await answerUnder(cursors.snakeCursor());
    assert.deepEqual(Object.keys(fields(fields(fields(json)[0])['nextPage_key'])), ['authId', 'create_time']);
  });

  for (const value of [null, {}, '', { authId: '', createTime: '' }]) {
    it(`be ${JSON.stringify(value)} on the last page`, async () => {
      const last = await answerUnder(cursors.lastCursor(value), { count: '35' });
      assert.deepEqual(fields(fields(last.json)[0])['nextPage_key'], value);
      const first = await answerUnder(cursors.lastCursor(value));
      assert.match(String(fields(fields(fields(first.json)[0])['nextPage_key'])['authId']), /^fa_/);
    });
  }

  it('lead to an empty last page', async () => {
    const { sizes } = await pagesUnder(cursors.emptyLastPage());
    assert.deepEqual(sizes, [10, 10, 10, 5, 0]);
  });

  it('count the pages of a range from its first day', async () => {
    await using service = await startService();
    await readAll(fetch, service.baseUrl, { count: '50', startDate: '2026-12-21', endDate: '2026-12-21' });
    assert.deepEqual(
      service.requests.map((request) => request.page),
      service.requests.map((_, at) => at + 1),
    );
    assert.ok(service.requests.length > 1);
  });
});

describe('the test service also', () => {
  it('gives the list to a look-up, if told to', async () => {
    await using service = await startService({ size: 35 });
    service.inject(cursors.ignoringAuthId());
    const [page] = await readPage(fetch(get({ ...QUERY, authId: service.records.id(20) }, service.baseUrl)));
    assert.deepEqual(page?.data, service.recordsAt(0, 10));
  });

  it('tells which ids should have been loaded', async () => {
    await using service = await startService();
    const whole = service.allIds();
    assert.ok(whole.length >= 4_990 && whole.length < 5_000);
    const day = service.allIds('2026-12-21');
    const days = service.allIds('2026-12-21', '2026-12-22');
    assert.ok(day.length > 50 && days.length > day.length);
    assert.deepEqual(day, days.slice(-day.length));
  });
});
