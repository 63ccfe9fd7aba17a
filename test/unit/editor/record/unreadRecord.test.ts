import assert from 'node:assert/strict';
import { valueOf } from '../../api/asking.ts';
import { production } from '../../session/opened.ts';
import { statusIn, world } from './openedRecords.ts';
describe('a record that could not be read', () => {
  it('is read again when it is asked for again', async () => {
    const here = world();
    here.records.set('fa_1', { auth_status: 'approved' });
    here.failing = true;
    const record = here.open('fa_1');
    assert.equal((await record.read()).ok, false);
    here.failing = false;
    await record.read();
    assert.equal(statusIn(record), 'approved');
  });

  it('waits to be read again, and says so, when the reason may be gone', async () => {
    const here = world();
    here.failing = true;
    const record = here.open('fa_1');
    await record.read();
    record.retry();
    assert.equal(record.answer, undefined);
    assert.equal(record.told(), 2);
    assert.equal(here.asked, 1);
  });

  it('is asked for once more before anybody is told, when the reason goes while the failure is on its way', async () => {
    const made = world();
    made.records.set('fa_1', { auth_status: 'approved' });
    made.failing = true;
    const record = made.open('fa_1');
    const reading = record.read();
    record.retry();
    made.failing = false;
    assert.equal(valueOf(await reading)?.status, 'approved');
    assert.equal(made.asked, 2);
    assert.equal(record.told(), 1);
  });

  it('waits to be read again when its project is another one now: renamed, at another address, or there again', async () => {
    const here = world();
    here.project = undefined;
    const record = here.open('fa_1');
    assert.deepEqual(await record.read(), { ok: true, value: undefined });
    await record.follow(false);
    assert.notEqual(record.answer, undefined);
    for (const project of [production, { ...production, name: 'Other' }]) {
      here.project = project;
      await record.follow(false);
      assert.equal(record.answer, undefined);
      await record.read();
      await record.follow(false);
      assert.notEqual(record.answer, undefined);
    }
  });

  it('is there as soon as the session has it', async () => {
    const here = world();
    await here.session.open(production);
    const record = here.open('fa_1');
    await record.read();
    assert.equal(record.copy, undefined);
    here.records.set('fa_1', { auth_status: 'approved' });
    here.listed.push('fa_1');
    await here.session.refresh();
    await record.follow(true);
    assert.equal(statusIn(record), 'approved');
  });

  it('does not take the copy away that was there, for the reason may go', async () => {
    const here = world();
    here.records.set('fa_1', { auth_status: 'approved' });
    const record = here.open('fa_1');
    await record.read();
    record.retry();
    assert.equal(statusIn(record), 'approved');
  });
});
