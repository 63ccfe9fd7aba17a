import assert from 'node:assert/strict';
import { demoService } from '../../../src/demo/service.ts';
import { NEWEST } from '../../service/service.ts';
import { fields, get, read, readPage } from './reading.ts';

const service = demoService({ seed: 7, size: 5_000, newest: NEWEST, broken: false });
const statusOf = async (query: Record<string, string>) => (await read(service(get(query)))).status;

describe('the demo service refuses', () => {
  it('every verb but GET', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']) {
      assert.equal((await service(new Request(get(), { method }))).status, 405);
    }
  });

  it('a key it does not know, in the words of the real one', async () => {
    const { status, json } = await read(service(get({}, undefined, 'other')));
    const { traceId, ...rest } = fields(json);
    assert.equal(status, 400);
    assert.deepEqual(rest, { errorCode: 'NOT_FOUND', message: 'faceAuth_project not found' });
    assert.match(String(traceId), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('a request without a key', async () => {
    assert.equal((await service(new Request('http://demo.invalid/v3/faceauth'))).status, 400);
  });

  it('a count outside 1 to 2000', async () => {
    for (const count of ['0', '2001', '-1', '1.5', 'ten', '99999']) assert.equal(await statusOf({ count }), 400, count);
    for (const count of ['1', '2000', '']) assert.equal(await statusOf({ count }), 200, count);
  });

  it('a date that is not in the calendar', async () => {
    for (const wrong of ['2027-02-30', '2027-1-1', '01.01.2027', 'today']) {
      assert.equal(await statusOf({ startDate: wrong, endDate: '2027-03-01' }), 400, wrong);
      assert.equal(await statusOf({ startDate: '2026-01-01', endDate: wrong }), 400, wrong);
    }
  });

  it('a key of the next page that it never gave', async () => {
    const [page] = await readPage(service(get({ count: '5' })));
    const { authId = '', createTime = '' } = page?.nextPage_key ?? {};
    assert.equal(await statusOf({ nextKey_id: authId, nextKey_date: createTime }), 200);
    assert.equal(await statusOf({ nextKey_id: authId, nextKey_date: '2027-01-01T00:00:00.000Z' }), 400);
    assert.equal(await statusOf({ nextKey_id: 'fa_2222222222', nextKey_date: createTime }), 400);
    assert.equal(await statusOf({ nextKey_id: authId }), 400);
  });
});

describe('a look-up in the demo service', () => {
  it('finds the record of an id, under both names of the parameter', async () => {
    const [page] = await readPage(service(get({ count: '40' })));
    const { authId = '' } = page?.nextPage_key ?? {};
    for (const name of ['authId', 'auth_id']) {
      const found = await readPage(service(get({ [name]: authId })));
      assert.deepEqual(found, [{ faceAuth_projectId: 'demo_project', data: [page?.data[39]] }]);
    }
  });

  it('answers an unknown id with an empty page', async () => {
    for (const id of ['fa_2222222222', 'fa_short', 'x', 'fa_!!!!!!!!!!', 'kyc_4vh9r3atQU']) {
      const page = await readPage(service(get({ authId: id })));
      assert.deepEqual(page, [{ faceAuth_projectId: 'demo_project', data: [] }]);
    }
  });
});
