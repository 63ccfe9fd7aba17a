import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { untilSeen } from '../host/untilSeen.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { send, when, type Fault } from '../service/exchange.ts';
import { startService, type Service } from '../service/service.ts';
import { failures } from '../service/statuses.ts';
import { huge, slowHeaders } from '../service/transport.ts';
import { addProject } from './support/project.ts';
import { submissionsView } from './support/submissionsView.ts';

const [oldKey, newKey] = ['sk-old-2f81', 'sk-new-9c04'];
const pageSize = 100;
const size = 500;

// Pages of as many small records as are asked for, and always another one after them. The first page has one less, so
// that it cannot be taken for a list that was there before.
function endlessly(): Fault {
  let next = 0;
  return async ({ arrival, reply }) => {
    const length = Number(arrival.query['count']) - ('nextKey_id' in arrival.query ? 0 : 1);
    const data = Array.from({ length }, () => ({ auth_id: `fa_small${next++}` }));
    send(reply, 200, JSON.stringify([{ data, nextPage_key: { authId: `fa_small${next}`, createTime: '' } }]));
  };
}

describe('What takes long', () => {
  let service: Service;
  let workbench: Workbench;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'faceauth-'));
    service = await startService({ keys: [oldKey, newKey], size, broken: false });
    workbench = await openWorkbench({
      extensionPath: join(import.meta.dirname, '..', '..'),
      folder,
      settings: {
        'faceauth.baseUrl': service.baseUrl,
        'faceauth.pageSize': pageSize,
        'faceauth.requestTimeoutSeconds': 2,
      },
    });
    await addProject(workbench, 'Production', oldKey);
  });

  afterEach(() => {
    service.setFault();
  });

  after(async () => {
    await workbench.close();
    await service.close();
    rmSync(folder, { recursive: true });
  });

  const view = () => submissionsView(workbench);

  async function exportEverything(name: string): Promise<string> {
    await workbench.ask('FaceAuth: Export Range…', 'Everything', 'NDJSON', 'As received');
    const target = join(folder, name);
    await workbench.quickInput.file(target);
    return target;
  }

  async function endsWhole(target: string, name: string): Promise<void> {
    assert.match(await workbench.notification(`Written to ${name}`), /: 500 records/);
    assert.equal(readFileSync(target, 'utf8').trimEnd().split('\n').length, size);
    await workbench.dismiss(`Written to ${name}`);
  }

  it('an export goes on with another key, once the one that is refused was replaced', async () => {
    service.setFault(failures.unauthorized, { when: ({ headers }) => headers['x-api-key'] === oldKey });
    const target = await exportEverything('key.ndjson');
    assert.match(
      await workbench.notification('The export stopped'),
      /Records so far: 0\. .*did not accept the API key/,
    );
    await workbench.ask('FaceAuth: Replace API Key…', { input: newKey });
    await workbench.page.locator('.part.statusbar').getByText('API key of Production replaced').waitFor();
    await workbench.answer('The export stopped', 'Try Again');
    await endsWhole(target, 'key.ndjson');
  });

  it('an export opens again without the service, and follows its file', async () => {
    const target = await exportEverything('again.ndjson');
    await endsWhole(target, 'again.ndjson');
    const asked = service.requests.length;
    await workbench.run('FaceAuth: Open File…');
    await workbench.quickInput.file(target);
    await view().message.filter({ hasText: 'again.ndjson · 500 loaded, all' }).waitFor();
    await view().holds(size);
    await workbench.screenshot('file');
    writeFileSync(target, `${readFileSync(target, 'utf8').split('\n', 3).join('\n')}\n{"auth_id":`);
    await workbench.answer('again.ndjson has changed on disk.', 'Read Again');
    await view().message.filter({ hasText: 'again.ndjson · 3 loaded, all' }).waitFor();
    await view().tree.expand('Broken records');
    await view().tree.row('line 4').waitFor();
    assert.equal(service.requests.length, asked);
    await view().reopen();
    await view().older(pageSize).waitFor();
  });

  it('an export whose pages are too large goes on with as many at a time as are set', async () => {
    service.setFault(huge({ declareLength: true }), { when: ({ query }) => Number(query['count']) > pageSize });
    const target = await exportEverything('large.ndjson');
    await endsWhole(target, 'large.ndjson');
    assert.deepEqual(
      service.requests.slice(-6).map(({ query }) => query['count']),
      ['2000', ...Array.from({ length: 5 }, () => `${pageSize}`)],
    );
  });

  it('an export whose place is taken meanwhile says so, and gets it once it is free', async () => {
    const arrived = Promise.withResolvers<undefined>();
    const gate = Promise.withResolvers<undefined>();
    service.setFault(
      async ({ answer, reply }) => {
        arrived.resolve(undefined);
        await gate.promise;
        send(reply, 200, await (await answer()).text());
      },
      { times: 1 },
    );
    const target = await exportEverything('taken.ndjson');
    await arrived.promise;
    mkdirSync(join(target, 'full'), { recursive: true });
    gate.resolve(undefined);
    assert.match(await workbench.notification('could not be written'), /^taken\.ndjson could not be written: /);
    rmSync(target, { recursive: true });
    await workbench.answer('could not be written', 'Try Again');
    await endsWhole(target, 'taken.ndjson');
    assert.ok(!readdirSync(folder).some((name) => name.endsWith('.partial')));
  });

  it('an export into a git work tree asks first, and once', async () => {
    const repository = join(folder, 'repository');
    mkdirSync(join(repository, '.git'), { recursive: true });
    await exportEverything(join('repository', 'first.ndjson'));
    assert.match(await workbench.dialog(), /^This place is in the git work tree .*repository/);
    assert.deepEqual(readdirSync(repository), ['.git']);
    await workbench.answerDialog('Export Anyway');
    await endsWhole(join(repository, 'first.ndjson'), 'repository/first.ndjson');
    const target = await exportEverything(join('repository', 'second.ndjson'));
    await endsWhole(target, 'repository/second.ndjson');
  });

  it('the export of a group says that the service has more than it holds', async () => {
    await view().reopen();
    await view().older(pageSize).waitFor();
    // Wait for the rows: if a row is repainted meanwhile, its menu belongs to no row.
    await view().holds(pageSize);
    await untilSeen(workbench.quickInput.row('NDJSON'), () => view().tree.choose('Rejected', 'Export Selected…'));
    assert.match((await workbench.quickInput.placeholder()) ?? '', /Only what is loaded is written/);
    await workbench.quickInput.cancel();
  });

  it('loading all can be stopped, and keeps what came', async () => {
    const arrived = Promise.withResolvers<undefined>();
    service.setFault(
      async (exchange) => {
        arrived.resolve(undefined);
        await slowHeaders(60_000)(exchange);
      },
      { when: ({ query }) => 'nextKey_id' in query },
    );
    await view().reopen();
    await view().older(pageSize).waitFor();
    await workbench.run('FaceAuth: Load All Submissions');
    await arrived.promise;
    await workbench.run('FaceAuth: Stop Loading');
    await workbench.page.locator('.part.statusbar').getByText('Loading stopped').waitFor();
    await view().older(pageSize).waitFor();
    await view().holds(pageSize);
  });

  it('the search for another submission to compare with is shown, and says why it failed', async () => {
    const row = (await view().tree.rows()).find(({ level, label }) => level === 1 && label === 'Rejected');
    await view().tree.expand(row?.label ?? '');
    const day = (await view().tree.rows()).find(({ level }) => level === 2);
    await view().tree.expand(day?.label ?? '');
    const one = (await view().tree.rows()).find(({ level }) => level === 3);
    await view().tree.press(one?.label ?? '', 'Enter');
    await workbench
      .webviewPage()
      .getByText(one?.label ?? '', { exact: true })
      .first()
      .waitFor();
    service.setFault(slowHeaders(60_000), { when: when.lookUp });
    await workbench.ask('FaceAuth: Compare With…', { typed: 'fa_neverComes001', row: 'Look up fa_neverComes001' });
    await workbench.notification('Looking up fa_neverComes001');
    await workbench.notification('did not answer within 2 seconds');
    await workbench.dismiss('did not answer within 2 seconds');
  });

  it('loading all asks in front of everything else, after 100,000 more than were loaded', async () => {
    // Pages of 2,000 take a busy machine longer than the two seconds of the tests before.
    await workbench.setting('faceauth.requestTimeoutSeconds', 30);
    service.setFault(endlessly());
    await view().reopen();
    await view()
      .older(pageSize - 1)
      .waitFor();
    await workbench.run('FaceAuth: Load All Submissions');
    assert.match(await workbench.dialog(), /^100,099 submissions are loaded, and the service has more/);
    await workbench.answerDialog('Stop Here');
    await view().tree.row('Older submissions').waitFor();
  });
});
