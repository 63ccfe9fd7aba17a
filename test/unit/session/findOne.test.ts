import assert from 'node:assert/strict';
import { ignoringAuthId, pagesInOrder } from '../../service/cursors.ts';
import { when } from '../../service/exchange.ts';
import { startService } from '../../service/service.ts';
import { raw } from '../../service/shapes.ts';
import { failures } from '../../service/statuses.ts';
import { failureOf, KEY, valueOf } from '../api/asking.ts';
import { submissionOf } from '../submissions/fromWire.ts';
import { held, idsIn, production, sessionAt, shownIn } from './opened.ts';

const OPTIONS = { size: 95, broken: false, keys: [KEY] };
const { signal } = new AbortController();

describe('a look-up from a service that ignores authId', () => {
  it('asks once by the other name, and finds the record', async () => {
    await using service = await startService(OPTIONS);
    service.inject(ignoringAuthId(['authId']));
    const { session } = sessionAt(service.baseUrl);
    const id = service.records.id(40);
    assert.equal(valueOf(await session.records.find(production, id, signal))?.id, id);
    assert.deepEqual(
      service.requests.map(({ query }) => query),
      [
        { authId: id, count: '1' },
        { auth_id: id, count: '1' },
      ],
    );
  });

  it('finds nothing where the service knows the other name and has no such record', async () => {
    await using service = await startService(OPTIONS);
    service.inject(ignoringAuthId(['authId']));
    const { session } = sessionAt(service.baseUrl);
    assert.equal(valueOf(await session.records.find(production, 'nobody', signal)), undefined);
  });

  it('says so where it ignores both: never that there is no such record, nor another record for it', async () => {
    await using service = await startService(OPTIONS);
    service.inject(ignoringAuthId());
    const { session } = sessionAt(service.baseUrl);
    const failure = failureOf(await session.records.find(production, 'nobody', signal));
    assert.deepEqual(failure, { kind: 'idIgnored', records: 1 });
    assert.equal(service.requests.length, 2);
  });

  it('says so where it refuses the other name', async () => {
    await using service = await startService(OPTIONS);
    service.inject(ignoringAuthId());
    service.inject(failures.badRequest, { when: ({ query }) => 'auth_id' in query });
    const { session } = sessionAt(service.baseUrl);
    assert.equal(failureOf(await session.records.find(production, 'nobody', signal)).kind, 'idIgnored');
  });

  it('takes the record out of a list that holds it', async () => {
    await using service = await startService(OPTIONS);
    service.serveRaw(JSON.stringify([{ data: [{ auth_id: 'other' }, { auth_id: 'any', auth_status: 'approved' }] }]));
    const { session } = sessionAt(service.baseUrl);
    const found = valueOf(await session.records.find(production, 'any', signal));
    assert.deepEqual([found?.id, found?.status, service.requests.length], ['any', 'approved', 1]);
  });

  it('takes the deleted one of two copies, else the last', async () => {
    await using service = await startService(OPTIONS);
    const [approved, rejected] = ['approved', 'rejected'].map((auth_status) => ({ auth_id: 'any', auth_status }));
    for (const [data, status] of [
      [[approved, rejected], 'rejected'],
      [[{ ...approved, delete_check: true }, rejected], 'approved'],
    ] as const) {
      service.serveRaw(JSON.stringify([{ data }]));
      const { session } = sessionAt(service.baseUrl);
      assert.equal(valueOf(await session.records.find(production, 'any', signal))?.status, status);
    }
  });

  it('takes that of the project wanted, else of the first that is named, and finds none of another', async () => {
    await using service = await startService(OPTIONS);
    const element = (project: string, auth_status: string): object => {
      return { faceAuth_projectId: project, data: [{ auth_id: 'any', auth_status }] };
    };
    service.serveRaw(JSON.stringify([element('p', 'approved'), element('q', 'rejected')]));
    const { session } = sessionAt(service.baseUrl);
    for (const [project, status] of [
      [undefined, 'approved'],
      ['p', 'approved'],
      ['q', 'rejected'],
      ['r', undefined],
    ] as const) {
      assert.equal(valueOf(await session.records.find(production, 'any', signal, project))?.status, status);
    }
  });
});

describe('a look-up from a service that filters what it has read', () => {
  const any = { auth_id: 'any', auth_status: 'approved' };

  it('follows empty pages to the submission', async () => {
    await using service = await startService(OPTIONS);
    service.inject(pagesInOrder([[], [], [any]]));
    const { session } = sessionAt(service.baseUrl);
    assert.equal(valueOf(await session.records.find(production, 'any', signal))?.status, 'approved');
    assert.deepEqual(
      service.requests.map(({ query }) => [query['authId'], query['count']]),
      [
        ['any', '1'],
        ['any', '2000'],
        ['any', '2000'],
      ],
    );
  });

  it('finds none at the end of them, and before only says how many answers came without it', async () => {
    await using service = await startService(OPTIONS);
    const off = service.inject(pagesInOrder([[], []]));
    const { session } = sessionAt(service.baseUrl);
    assert.equal(valueOf(await session.records.find(production, 'any', signal)), undefined);
    off();
    service.inject(pagesInOrder(Array.from({ length: 9 }, () => [])));
    const failure = async () => failureOf(await session.records.find(production, 'any', signal));
    assert.deepEqual(await failure(), { kind: 'idNotReached', answers: 5 });
    for (const key of ['{"authId":{}}', '{"authId":"a","createTime":"2025-10-02T02:15:17Z"}']) {
      const end = service.inject(raw(`[{"data":[],"nextPage_key":${key}}]`));
      const { kind } = await failure();
      assert.equal(kind, 'idNotReached');
      end();
    }
  });
});

describe('an id with half a character', () => {
  it('is not asked for: in an address it would be another id', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    for (const id of ['fa_\ud83d', '\udc00', 'a\ud800b']) {
      assert.deepEqual(failureOf(await session.records.find(production, id, signal)), { kind: 'unaskableId' });
    }
    assert.equal(service.requests.length, 0);
  });

  it('is found where its record is loaded', async () => {
    await using service = await startService(OPTIONS);
    service.serveRaw(String.raw`[{"data":[{"auth_id":"fa_\ud83d","auth_status":"rejected"}]}]`);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    assert.equal(valueOf(await session.records.find(production, 'fa_\ud83d', signal))?.status, 'rejected');
  });
});

describe('a record that was looked up and cannot be read', () => {
  it('is not told as none, and comes with what the service sent', async () => {
    await using service = await startService(OPTIONS);
    const body = '[{"data":[{"auth_status":"approved"}]}]';
    service.serveRaw(body);
    const { session } = sessionAt(service.baseUrl);
    const failure = failureOf(await session.records.find(production, 'any', signal));
    assert.ok(failure.kind === 'unreadableRecord');
    assert.deepEqual(failure.at, { element: 0, position: 0 });
    assert.equal(new TextDecoder().decode(failure.answer()), body);
  });
});

describe('a record that is loaded and looked up again', () => {
  const create_time = '2027-01-15T10:00:00Z';

  for (const [what, later] of [
    ['another status', { auth_id: 'one', create_time, auth_status: 'rejected', fail_code: ['Face_cover_fail'] }],
    ['being deleted', { auth_id: 'one', create_time, auth_status: 'pending', delete_check: true }],
  ] as const) {
    it(`is replaced in the list and among what was looked up by the later answer, with ${what}`, async () => {
      await using service = await startService(OPTIONS);
      const list = [{ auth_id: 'one', create_time, auth_status: 'pending' }, { auth_id: 'two' }];
      service.serveRaw(JSON.stringify([{ data: list }]));
      service.serveRaw(JSON.stringify([{ data: [later] }]), { when: when.lookUp });
      const { session } = sessionAt(service.baseUrl);
      await session.open(production);
      const loaded = session.records.loaded(production, 'one');
      assert.ok(loaded !== undefined);
      session.records.showLookedUp(production, loaded);
      await session.records.ask(production, 'one', signal);
      const { lookedUp, loaded: now } = shownIn(session.state);
      for (const copy of [lookedUp[0], session.records.known(production, 'one')]) {
        assert.deepEqual([copy?.status, copy?.deleted], [later.auth_status, 'delete_check' in later]);
      }
      assert.deepEqual([now.count, now.duplicates, now.changed, idsIn(session.state).join()], [2, 0, 1, 'one,two']);
    });
  }

  it('stays as it is, without a page of its own, where nothing has changed', async () => {
    await using service = await startService(OPTIONS);
    service.serveRaw(JSON.stringify([{ data: [{ auth_id: 'one', create_time }] }]));
    const { session, states } = sessionAt(service.baseUrl);
    await session.open(production);
    const before = states.length;
    const { loaded } = shownIn(session.state);
    await session.records.ask(production, 'one', signal);
    assert.equal(shownIn(session.state).loaded, loaded);
    // A view of the record is still told of the later answer, because fields that no row shows may have changed.
    assert.equal(states.length, before + 1);
  });
});

describe('the list of what was looked up', () => {
  it('changes nothing when it is read', async () => {
    await using service = await startService(OPTIONS);
    service.serveRaw(JSON.stringify([{ data: [{ auth_id: 'one', auth_status: 'approved' }] }]));
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    session.records.showLookedUp(production, submissionOf({ auth_id: 'one', auth_status: 'pending' }));
    assert.deepEqual(
      shownIn(session.state).lookedUp.map(({ status }) => status),
      ['approved'],
    );
    await session.open(production, { from: '2027-01-01', to: '2027-01-01' });
    assert.deepEqual(
      shownIn(session.state).lookedUp.map(({ status }) => status),
      ['approved'],
    );
  });
});

describe('a look-up while all is read again', () => {
  it('counts in what was read again, where that had the record before', async () => {
    const list = (auth_status: string): string =>
      JSON.stringify([{ data: [{ auth_id: 'one', auth_status }], nextPage_key: { authId: 'k', createTime: 't' } }]);
    await using service = await startService(OPTIONS);
    service.serveRaw(list('pending'));
    const last = held(raw('[]'));
    service.inject(raw('[{"data":[{"auth_id":"two"}]}]'), { when: ({ query }) => 'nextKey_id' in query, times: 1 });
    service.serveRaw(JSON.stringify([{ data: [{ auth_id: 'one', auth_status: 'approved' }] }]), { when: when.lookUp });
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadOlder();
    service.inject(last.fault, { when: ({ query }) => 'nextKey_id' in query });
    const refreshing = session.refresh();
    await last.arrived;
    await session.records.ask(production, 'one', signal);
    last.release();
    await refreshing;
    assert.equal(session.records.known(production, 'one')?.status, 'approved');
  });
});
