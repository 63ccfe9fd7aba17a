import assert from 'node:assert/strict';
import { readPage, type Page } from '../../../src/api/page.ts';
import { createLocator, locateRecord } from '../../../src/api/where.ts';
import { valueOf } from './asking.ts';

async function pageOf(value: unknown): Promise<Page> {
  return valueOf(await readPage({ bytes: new TextEncoder().encode(JSON.stringify(value)), contentType: '' }));
}

const one = { auth_id: 'one' };
const two = { auth_id: 'two' };

describe('a page', () => {
  for (const data of [false, 'null', '[]', null, {}, { L: [] }]) {
    it(`is an empty one where the data says that there is none: ${JSON.stringify(data)}`, async () => {
      for (const page of [await pageOf([{ faceAuth_projectId: 'p', data }]), await pageOf({ data })]) {
        assert.deepEqual([page.records.length, page.broken.length, page.next], [0, 0, undefined]);
      }
    });
  }

  it('is no empty one where a list of another name may hold the records', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ data: [], items: [one] }));
    const page = await readPage({ bytes, contentType: '' });
    assert.equal(page.ok, false);
  });

  it('may have one record in the place of the list, which is found where it stands', async () => {
    const text = JSON.stringify([{ faceAuth_projectId: 'p', data: one, nextPage_key: { authId: 'a' } }, two]);
    for (const lazily of [false, true]) {
      const page = valueOf(await readPage({ bytes: new TextEncoder().encode(text), contentType: '' }, lazily));
      assert.deepEqual([page.records.ids, page.next?.id, page.projects], [['one', 'two'], 'a', ['p', undefined]]);
      for (const { start, end } of [
        createLocator(page.bytes)(page.records.where(0)),
        await locateRecord(page.bytes, page.records.where(0)),
      ]) {
        assert.equal(text.slice(start, end), JSON.stringify(one));
      }
    }
  });

  for (const data of ['x', 5, true, { 0: one, 1: two }, JSON.stringify([one]), { L: [one] }]) {
    it(`costs no other element where the data of a project cannot be read: ${JSON.stringify(data)}`, async () => {
      const project = { faceAuth_projectId: 'p', data };
      for (const [body, ids] of [
        [project, []],
        [[project], []],
        [[{ data, nextPage_key: null }], []],
        [[{ data: 5 }, project], []],
        [[project, { data: [two] }], ['two']],
      ] as const) {
        const page = await pageOf(body);
        assert.deepEqual(page.records.ids, ids);
        assert.ok(page.broken.length > 0 && page.broken.every(({ problem }) => problem === 'dataIsNoList'));
      }
    });
  }
});
