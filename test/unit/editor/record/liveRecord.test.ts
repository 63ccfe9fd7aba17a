import assert from 'node:assert/strict';
import type { Ask } from '../../../../src/api/client.ts';
import { failed } from '../../../../src/api/failure.ts';
import { readPage } from '../../../../src/api/page.ts';
import { LiveRecord } from '../../../../src/editor/record/liveRecord.ts';
import type { Session } from '../../../../src/session/session.ts';
import type { Project } from '../../../../src/session/state.ts';
import { valueOf } from '../../api/asking.ts';
import { answerOf, production, sessionWith, staging } from '../../session/opened.ts';

interface World {
  readonly session: Session;
  /** What the service has now, by id. */
  readonly records: Map<string, object>;
  /** The ids on the one page of the list. */
  readonly listed: string[];
  /** How often one record was asked for. */
  asked: number;
  failing: boolean;
  /** The project as VS Code has it. */
  project: Project | undefined;
  readonly open: (id: string) => LiveRecord & { readonly told: () => number };
}

// A project with records that can change, and records of it that are open.
function world(project: Project = production): World {
  const records = new Map<string, object>();
  const listed: string[] = [];
  const ask: Ask = async ({ authId }) => {
    if (authId !== undefined) made.asked++;
    if (made.failing) return failed({ kind: 'noKey' });
    const ids = authId === undefined ? listed : [authId];
    const data = ids.flatMap((id) => (records.has(id) ? { auth_id: id, ...records.get(id) } : []));
    return await readPage(answerOf([{ data, nextPage_key: null }]));
  };
  const { session } = sessionWith(() => ask);
  const made: World = {
    session,
    records,
    listed,
    asked: 0,
    failing: false,
    project,
    open: (id) => {
      const record = new LiveRecord(
        { projectId: project.id, id },
        { project: () => made.project, records: session.records },
      );
      let told = 0;
      record.view(() => void told++);
      return Object.assign(record, { told: () => told });
    },
  };
  return made;
}

const statusIn = ({ copy }: LiveRecord): string | undefined => copy?.status;

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
