import assert from 'node:assert/strict';
import { once } from 'node:events';
import { when } from '../../service/exchange.ts';
import { startService } from '../../service/service.ts';
import { failures } from '../../service/statuses.ts';
import { failureOf, KEY, valueOf } from '../api/asking.ts';
import { submissionOf } from '../submissions/fromWire.ts';
import { held, outcomeOf, production, sessionAt, sessionOf, shownIn, staging } from './opened.ts';

const OPTIONS = { size: 95, broken: false, keys: [KEY] };
const { signal } = new AbortController();

describe('looking up a submission', () => {
  it('answers with the loaded one at once, without a request', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const id = service.records.id(5);
    const found = valueOf(await session.records.find(production, id, signal));
    assert.equal(found?.id, id);
    assert.deepEqual(found, session.records.known(production, id));
    assert.equal(service.requests.length, 1);
  });

  it('asks the service for any other, by its id alone', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production, { from: '2027-01-15', to: '2027-01-15' });
    const id = service.records.id(90);
    assert.equal(valueOf(await session.records.find(production, id, signal))?.id, id);
    assert.deepEqual(service.requests.at(-1)?.query, { authId: id, count: '1' });
  });

  it('finds nothing where the project has none', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    assert.equal(valueOf(await session.records.find(production, 'nobody', signal)), undefined);
  });

  it('tells why the service could not answer', async () => {
    await using service = await startService(OPTIONS);
    service.inject(failures.denied, { when: when.lookUp });
    const { session } = sessionAt(service.baseUrl);
    assert.equal(failureOf(await session.records.find(production, 'any', signal)).kind, 'addressNotAllowed');
    service.serveRaw('<html>');
    assert.equal(failureOf(await session.records.find(production, 'any', signal)).kind, 'unexpected');
  });

  it('ends when it is cancelled', async () => {
    await using service = await startService(OPTIONS);
    const { fault, arrived, release } = held();
    service.inject(fault);
    const { session } = sessionAt(service.baseUrl);
    const abort = new AbortController();
    const finding = session.records.find(production, 'any', abort.signal);
    const gone = once(await arrived, 'abort');
    abort.abort();
    assert.equal(failureOf(await finding).kind, 'cancelled');
    await gone;
    release();
  });

  it('asks the project that is meant, not the one that is shown', async () => {
    await using first = await startService(OPTIONS);
    await using second = await startService({ ...OPTIONS, seed: 2 });
    const { session } = sessionAt(first.baseUrl, { other: second.baseUrl });
    await session.open(production);
    const id = first.records.id(3);
    assert.equal(valueOf(await session.records.find(staging, id, signal)), undefined);
    assert.equal(second.requests.length, 1);
    assert.equal(session.records.known(staging, id), undefined);
  });
});

describe('what was looked up', () => {
  const old = submissionOf({ auth_id: 'old', kyc_submission_id: 'kyc', create_time: '2020-01-01T00:00:00Z' });
  const older = submissionOf({ auth_id: 'older', kyc_submission_id: 'kyc', create_time: '2019-01-01T00:00:00Z' });
  const page = [
    { auth_id: 'new', kyc_submission_id: 'kyc', create_time: '2027-01-01T00:00:00Z' },
    { auth_id: 'other', kyc_submission_id: 'another' },
  ];

  it('stands first, the latest first, each once', async () => {
    const { session } = sessionOf([page]);
    await session.open(production);
    for (const one of [old, older, old]) {
      session.records.showLookedUp(production, one);
    }
    assert.deepEqual(
      shownIn(session.state).lookedUp.map(({ id }) => id),
      ['old', 'older'],
    );
    assert.equal(session.records.known(production, 'older'), older);
    assert.equal(shownIn(session.state).loaded.count, 2);
  });

  it('is put first again as it is by then, and not where it was taken off meanwhile', async () => {
    const { session } = sessionOf([page]);
    await session.open(production);
    const later = submissionOf({ auth_id: 'old', auth_status: 'rejected' });
    for (const one of [old, later, older]) {
      session.records.showLookedUp(production, one);
    }
    session.records.showFirst(production, 'old');
    assert.deepEqual(shownIn(session.state).lookedUp, [later, older]);
    session.records.forget(['old']);
    session.records.showFirst(production, 'old');
    assert.deepEqual(shownIn(session.state).lookedUp, [older]);
  });

  it('makes a new state and leaves the one before', async () => {
    const { session, states } = sessionOf([page]);
    await session.open(production);
    const before = shownIn(session.state);
    session.records.showLookedUp(production, old);
    assert.equal(before.lookedUp.length, 0);
    assert.notEqual(session.state, before);
    assert.equal(states.at(-1), session.state);
    assert.equal(outcomeOf(session.state), 'ready');
  });

  it('stays with other days, and goes with the project', async () => {
    const { session } = sessionOf([page]);
    await session.open(production);
    session.records.showLookedUp(production, old);
    await session.open(production, { from: '2027-01-01', to: '2027-01-01' });
    assert.equal(shownIn(session.state).lookedUp.length, 1);
    await session.open(staging);
    assert.equal(shownIn(session.state).lookedUp.length, 0);
    assert.equal(session.records.known(production, 'old'), undefined);
  });

  it('is not mixed into another project', async () => {
    const { session } = sessionOf([page]);
    await session.open(staging);
    session.records.showLookedUp(production, old);
    assert.equal(shownIn(session.state).lookedUp.length, 0);
  });

  it('is offered for its own project alone', async () => {
    const { session } = sessionOf([page]);
    await session.open(production);
    session.records.showLookedUp(production, old);
    assert.deepEqual(session.records.lookedUpIn(production.id), [old]);
    assert.deepEqual(session.records.lookedUpIn(staging.id), []);
  });

  it('counts among the attempts of its KYC submission, newest first, each once', async () => {
    const { session } = sessionOf([page, [{ ...page[0], auth_id: 'old', create_time: '2020-01-01T00:00:00Z' }]]);
    await session.open(production);
    session.records.showLookedUp(production, older);
    session.records.showLookedUp(production, old);
    const ids = (): readonly string[] => session.records.attempts(production.id, 'kyc').map(({ id }) => id);
    assert.deepEqual(ids(), ['new', 'old', 'older']);
    await session.loadOlder();
    assert.deepEqual(ids(), ['new', 'old', 'older']);
  });

  it('has no attempts without a KYC submission, or in a project that is not shown', async () => {
    const { session } = sessionOf([page]);
    await session.open(production);
    assert.equal(session.records.attempts(production.id, undefined).length, 0);
    assert.equal(session.records.attempts(staging.id, 'kyc').length, 0);
  });

  it('is known by its id also when there is none: what the service says of it may name it', async () => {
    const { session } = sessionOf([[]]);
    await session.open(production);
    assert.equal(session.records.isId('fa_0123456789'), false);
    await session.records.find(production, 'fa_0123456789', new AbortController().signal);
    assert.equal(session.records.isId('fa_0123456789'), true);
  });
});
