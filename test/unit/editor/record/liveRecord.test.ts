import assert from 'node:assert/strict';
import { failed } from '../../../../src/api/failure.ts';
import { LiveRecord } from '../../../../src/editor/record/liveRecord.ts';
import { valueOf } from '../../api/asking.ts';
import { production, sessionWith, staging } from '../../session/opened.ts';
import { statusIn, world } from './openedRecords.ts';
describe('a record that is open', () => {
  it('follows a refresh of the list that it is on', async () => {
    const { session, records, listed, open } = world();
    records.set('fa_1', { auth_status: 'pending' });
    listed.push('fa_1');
    await session.open(production);
    const record = open('fa_1');
    await record.read();
    records.set('fa_1', { auth_status: 'approved' });
    await session.refresh();
    await record.follow(true);
    assert.equal(statusIn(record), 'approved');
    assert.equal(record.told(), 2);
  });

  it('follows what is changed in no part that the list shows', async () => {
    const { session, records, listed, open } = world();
    records.set('fa_1', { auth_status: 'rejected', reject_comment: ['blurred'] });
    listed.push('fa_1');
    await session.open(production);
    const record = open('fa_1');
    await record.read();
    const before = record.copy;
    records.set('fa_1', { auth_status: 'rejected', reject_comment: ['blurred', 'seen again'] });
    await session.refresh();
    await record.follow(true);
    assert.notEqual(record.copy?.source, before?.source);
  });

  it('follows a look-up of it, and is told of nothing when that brings the same copy', async () => {
    const { session, records, open } = world();
    records.set('fa_1', { auth_status: 'pending' });
    await session.open(production);
    const record = open('fa_1');
    await record.read();
    await record.follow(false);
    assert.equal(record.told(), 1);
    records.set('fa_1', { auth_status: 'approved' });
    const found = valueOf(await session.records.ask(production, 'fa_1', new AbortController().signal));
    assert.ok(found);
    session.records.showLookedUp(production, found);
    await record.follow(false);
    assert.equal(statusIn(record), 'approved');
  });

  it('follows the list when that brings it later', async () => {
    const { session, records, listed, open } = world();
    records.set('fa_1', { auth_status: 'pending' });
    await session.open(production);
    const record = open('fa_1');
    await record.read();
    records.set('fa_1', { auth_status: 'approved' });
    listed.push('fa_1');
    await session.refresh();
    await record.follow(false);
    assert.equal(statusIn(record), 'approved');
  });

  it('is asked for again after a refresh where it is on no list', async () => {
    const here = world();
    here.records.set('fa_1', { auth_status: 'pending' });
    await here.session.open(production);
    const record = here.open('fa_1');
    await record.read();
    here.records.set('fa_1', { auth_status: 'approved' });
    await record.follow(false);
    assert.equal(statusIn(record), 'pending');
    await record.follow(true);
    assert.equal(statusIn(record), 'approved');
    assert.equal(here.asked, 2);
  });

  it('is read again by whoever opens it again, also of a project that is not shown', async () => {
    const { records, open } = world(staging);
    records.set('fa_1', { auth_status: 'pending' });
    const record = open('fa_1');
    await record.read();
    records.set('fa_1', { auth_status: 'approved' });
    await record.read();
    assert.equal(statusIn(record), 'approved');
  });

  it('stays as it is when it cannot be read again', async () => {
    const here = world(staging);
    here.records.set('fa_1', { auth_status: 'pending' });
    const record = here.open('fa_1');
    await record.read();
    here.failing = true;
    await record.read();
    assert.equal(statusIn(record), 'pending');
    assert.equal(record.told(), 1);
  });

  it('is asked for once by all that wait for it', async () => {
    const here = world();
    here.records.set('fa_1', { auth_status: 'pending' });
    const record = here.open('fa_1');
    await Promise.all([record.read(), record.read(), record.read()]);
    assert.equal(here.asked, 1);
  });
});

describe('a record that nobody shows any more', () => {
  it('is no longer waited for', async () => {
    let signal: AbortSignal | undefined;
    const { session } = sessionWith(() => async (_query, given) => {
      signal = given;
      await new Promise((resolve) => {
        given.addEventListener('abort', resolve);
      });
      return failed({ kind: 'cancelled' });
    });
    const target = { projectId: production.id, id: 'fa_1' };
    const record = new LiveRecord(target, { project: () => production, records: session.records });
    const leave = record.view(() => undefined);
    const reading = record.read();
    leave();
    assert.equal((await reading).ok, false);
    assert.equal(signal?.aborted, true);
  });
});
