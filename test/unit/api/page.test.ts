import assert from 'node:assert/strict';
import type { Result } from '../../../src/api/failure.ts';
import { readPage, type Page } from '../../../src/api/page.ts';
import { createLocator, whereText } from '../../../src/api/where.ts';
import { startService } from '../../service/service.ts';
import { flat, twoProjects } from '../../service/shapes.ts';
import { asking, KEY, valueOf } from './asking.ts';

const KEYS = { keys: [KEY] };

async function read(text: string | Uint8Array): Promise<Result<Page>> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return await readPage({ bytes, contentType: 'application/json' });
}

async function pageOf(value: unknown): Promise<Page> {
  return valueOf(await read(JSON.stringify(value)));
}

function idsOf(page: Page): readonly (string | undefined)[] {
  return page.records.ids;
}

function placesIn({ records }: Page): readonly string[] {
  return records.ids.map((_, index) => whereText(records.where(index)));
}

const one = { auth_id: 'one' };
const two = { auth_id: 'two' };

describe('a page', () => {
  it('in its envelope holds all records of the service', async () => {
    await using service = await startService({ size: 50, broken: false, ...KEYS });
    const page = valueOf(await asking(service.baseUrl).ask({ count: 50 }));
    assert.equal(page.records.length, 50);
    assert.equal(idsOf(page).join(), service.allIds().join());
  });

  it('as a flat list holds the same records, at other places', async () => {
    await using service = await startService({ size: 50, broken: false, ...KEYS });
    service.inject(flat());
    const page = valueOf(await asking(service.baseUrl).ask({ count: 20 }));
    assert.equal(idsOf(page).join(), service.allIds().slice(0, 20).join());
    const fourth = page.records.where(3);
    assert.ok(fourth);
    assert.deepEqual([fourth.element, fourth.position], [3, undefined]);
    assert.equal(page.next, undefined);
  });

  for (const keyOn of ['first', 'last'] as const) {
    it(`of two projects holds the records of both and the key on the ${keyOn}`, async () => {
      await using service = await startService({ size: 50, broken: false, ...KEYS });
      service.inject(twoProjects(keyOn));
      const page = valueOf(await asking(service.baseUrl).ask({ count: 20 }));
      assert.equal(idsOf(page).join(), service.allIds().slice(0, 20).join());
      const places = placesIn(page);
      assert.deepEqual([places[0], places[19]], ['[0].data[0]', '[1].data[9]']);
      assert.equal(page.next?.id, service.allIds()[19]);
    });
  }

  it('may mix envelopes and records', async () => {
    const page = await pageOf([one, { data: [two] }]);
    assert.deepEqual(idsOf(page), ['one', 'two']);
    assert.deepEqual(placesIn(page), ['[0]', '[1].data[0]']);
  });

  it('is an empty one where the service says that it has no content', async () => {
    const send = async (): Promise<Response> => await Promise.resolve(new Response(null, { status: 204 }));
    const page = valueOf(await asking('https://host.example', { send }).ask());
    assert.deepEqual([page.records.length, page.broken.length, page.next], [0, 0, undefined]);
  });

  it('may be empty', async () => {
    for (const value of [[], [{ data: [] }], [{ faceAuth_projectId: 5, data: [] }]]) {
      const page = await pageOf(value);
      assert.deepEqual([page.records.length, page.broken.length, page.next], [0, 0, undefined]);
    }
  });

  it('holds no record whose id is a word for nothing', async () => {
    const page = await pageOf([{ data: [{ auth_id: 'null' }, one] }]);
    assert.deepEqual([page.records.ids.length, page.broken.length], [1, 1]);
  });

  it('is of no known project where its name says nothing', async () => {
    for (const faceAuth_projectId of ['null', 'N/A', { S: 'None' }, false]) {
      assert.deepEqual((await pageOf([{ faceAuth_projectId, data: [one] }])).projects, [undefined]);
    }
  });

  it('tells projects apart whose ids are numbers', async () => {
    const page = await pageOf([
      { faceAuth_projectId: 7, data: [one] },
      { faceAuth_projectId: 8, data: [one] },
    ]);
    assert.deepEqual(page.projects, ['7', '8']);
  });

  for (const [what, body] of [
    ['one project', { faceAuth_projectId: 'p', data: [one], nextPage_key: { authId: 'a', createTime: 't' } }],
    ['one project without a name', { data: [one] }],
    ['the record that was asked for', one],
  ] as const) {
    it(`may be ${what}, without a list around it`, async () => {
      const text = `\ufeff ${JSON.stringify(body)}\n`;
      for (const lazily of [false, true]) {
        const page = valueOf(await readPage({ bytes: new TextEncoder().encode(text), contentType: '' }, lazily));
        assert.deepEqual(
          [idsOf(page), page.next?.id],
          [['one'], 'data' in body && 'nextPage_key' in body ? 'a' : undefined],
        );
        const { start, end } = createLocator(page.bytes)(page.records.where(0));
        assert.equal(new TextDecoder().decode(page.bytes.subarray(start, end)), JSON.stringify(one));
      }
    });
  }

  it('whose records stand under another name is none, and does not read as an empty one', async () => {
    const result = await read(JSON.stringify([{ faceAuth_projectId: 'p', items: [one] }]));
    assert.ok(!result.ok && result.failure.kind === 'unexpected' && result.failure.cause === 'wrongShape');
  });

  it('may begin with a byte order mark', async () => {
    assert.deepEqual(idsOf(valueOf(await read('\ufeff[{"auth_id":"one"}]'))), ['one']);
  });

  it('keeps its bytes as they came', async () => {
    const bytes = new TextEncoder().encode('\ufeff[ { "auth_id" : "one" } ]');
    assert.equal(valueOf(await read(bytes)).bytes, bytes);
  });

  it('takes no harm from the names of an object of its own', async () => {
    const page = valueOf(
      await read(
        '[{"__proto__":{"polluted":1},"constructor":1,"auth_id":"one","policy":{"__proto__":{"x":1}}},{"data":[]}]',
      ),
    );
    assert.deepEqual(idsOf(page), ['one']);
    assert.equal(Reflect.get({}, 'polluted'), undefined);
  });

  it('does not take an id from under __proto__', async () => {
    assert.equal(valueOf(await read('[{"__proto__":{"auth_id":"one"}}]')).broken.length, 1);
  });

  it('may nest unknown fields as deep as it likes', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const page = valueOf(
      await read(`[{"auth_id":"one","more":${deep},"policy":{"more":${deep}},"signals":{"more":${deep}}}]`),
    );
    assert.deepEqual(idsOf(page), ['one']);
  });
});

describe('the key of the next page', () => {
  for (const [how, key, next] of [
    ['createTime', { authId: 'a', createTime: 't' }, { id: 'a', date: 't' }],
    ['create_time', { authId: 'a', create_time: 't' }, { id: 'a', date: 't' }],
    ['auth_id', { auth_id: 'a', createTime: 't' }, { id: 'a', date: 't' }],
    ['no time', { authId: 'a' }, { id: 'a', date: '' }],
    ['a null time', { authId: 'a', createTime: null }, { id: 'a', date: '' }],
    ['null', null, undefined],
    ["''", '', undefined],
    ['{}', {}, undefined],
    ['an empty id', { authId: '', createTime: 't' }, undefined],
    ['a null id', { authId: null }, undefined],
  ] as const) {
    it(`may come with ${how}`, async () => {
      assert.deepEqual((await pageOf([{ data: [one], nextPage_key: key }])).next, next);
    });
  }

  it('is found beside one in another spelling that says nothing', async () => {
    const key = { authId: 'a', createTime: 't' };
    assert.equal((await pageOf([{ data: [one], nextPageKey: null, nextPage_key: key }])).next?.id, 'a');
  });

  it('may be missing', async () => {
    assert.equal((await pageOf([{ data: [one] }])).next, undefined);
  });

  it('of one project is not lost to the absent key of another', async () => {
    const key = { authId: 'a', createTime: 't' };
    assert.equal(
      (
        await pageOf([
          { data: [], nextPage_key: key },
          { data: [], nextPage_key: null },
        ])
      ).next?.id,
      'a',
    );
  });
});

describe('a broken record', () => {
  for (const [what, value, problem] of [
    ['null', null, 'noObject'],
    ['a number', 42, 'noObject'],
    ['a list', [one], 'noObject'],
    ['a text', 'x', 'noObject'],
    ['nothing', {}, 'noId'],
    ['a null id', { auth_id: null }, 'noId'],
    ['an empty id', { auth_id: '' }, 'noId'],
    ['a truth value for an id', { auth_id: true }, 'noId'],
    ['an object for an id', { auth_id: {} }, 'noId'],
    ['a list of ids', { auth_id: ['a', 'b'] }, 'noId'],
  ] as const) {
    it(`of ${what} does not cost the page, and tells where it breaks`, async () => {
      for (const [page, where] of [
        [await pageOf([{ data: [one, value, two] }]), '[0].data[1]'],
        [await pageOf([one, value, two]), '[1]'],
      ] as const) {
        assert.deepEqual(idsOf(page), ['one', 'two']);
        const [broken, ...others] = page.broken;
        assert.ok(broken && others.length === 0);
        assert.equal(whereText(broken), where);
        assert.equal(broken.problem, problem);
      }
    });
  }

  it('among many is still only one', async () => {
    await using service = await startService({ size: 2000, ...KEYS });
    const page = valueOf(await asking(service.baseUrl).ask({ count: 2000 }));
    assert.equal(idsOf(page).join(), service.allIds().join());
    assert.equal(page.records.length + page.broken.length, 2000);
    assert.ok(page.broken.length > 0);
  });
});
