import assert from 'node:assert/strict';
import { join } from 'node:path';
import { hasLogger } from '../host/nativeLogger.ts';
import { webHost } from '../host/webHost.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { send, type Arrival, type Fault } from '../service/exchange.ts';
import { startService, type Service } from '../service/service.ts';
import { raw } from '../service/shapes.ts';
import { failures, rateLimited } from '../service/statuses.ts';
import { resetAtOnce } from '../service/transport.ts';
import { logLines } from './support/logFile.ts';
import { addProject } from './support/project.ts';
import { submissionsView } from './support/submissionsView.ts';

const key = 'sk-5f0c9e7b41d84a6ea1';
const pageSize = 5;
const absent = 'fa_neverThere0001';
const comment = 'a comment that only a body holds';

const line =
  /^\S+ \S+ \[info\] GET (\S+) · (?:(\d{3})(?: · (unexpected\.\w+))?|[A-Z_]+)(?: · (\d+) records)? · \d+ ms · attempt (\d)(?: · traceId (\S+))?$/;

/** What was sent comes back wherever an answer has room for it, and a comment with it. */
const echo: Fault = async ({ arrival, reply }) => {
  const sent = [arrival.headers['x-api-key'], ...Object.values(arrival.query)].join('~');
  const body = { traceId: `trace~${sent}`, errorCode: sent, message: `${comment} ${sent}` };
  send(reply, 422, JSON.stringify(body), { 'content-type': `text/${sent}`, 'x-amzn-trace-id': sent });
};

/** The path as a line of the log has it. */
function pathOf({ path, query }: Arrival): string {
  const parameters = Object.entries(query).map(
    ([name, value]) => `${name}=${/^(authId|nextKey_id|nextKey_date)$/.test(name) ? '…' : value}`,
  );
  return `${path}?${parameters.join('&')}`;
}

describe('The file of the log', () => {
  const closings: (() => Promise<void>)[] = [];
  let service: Service;
  let workbench: Workbench;
  let lines: readonly string[];

  before(async function () {
    if (!hasLogger(await webHost())) this.skip();
    service = await startService({ keys: [key], broken: false });
    closings.push(service.close);
    workbench = await openWorkbench({
      extensionPath: join(import.meta.dirname, '..', '..'),
      settings: { 'faceauth.baseUrl': service.baseUrl, 'faceauth.pageSize': pageSize },
    });
    closings.push(workbench.close);
    await addProject(workbench, 'Production', key);
    await loadPages();
    await lookUp(service.records.id(900));
    await workbench.webviewPage().getByText(service.records.id(900), { exact: true }).first().waitFor();
    await meetRefusals();
    lines = await logLines(workbench, service.requests.length);
  });

  after(async () => {
    for (const close of closings.toReversed()) await close();
  });

  const view = () => submissionsView(workbench);
  const matches = () => lines.map((text) => line.exec(text) ?? assert.fail(text));

  async function loadPages(): Promise<void> {
    await view().expandOlder(pageSize);
    await view().older(10).waitFor();
    service.setFault(rateLimited(0), { times: 1 });
    await view().expandOlder(10);
    await view().older(15).waitFor();
  }

  async function lookUp(id: string): Promise<void> {
    await workbench.ask('FaceAuth: Look Up Submission…', { typed: id, row: `Look up ${id}` });
  }

  async function meetRefusals(): Promise<void> {
    for (const [fault, words] of [
      [failures.badRequest, /date must be yyyy-mm-dd/],
      [echo, /HTTP 422/],
      [raw(`[{"data":[{"auth_id":"${absent}","reject_comment":["${comment}"]}`), /is not JSON/],
      [resetAtOnce(), /was cut off/],
    ] as const) {
      service.setFault(fault);
      await workbench.run('FaceAuth: Load Older Submissions');
      await view().failure(words);
    }
    service.setFault(echo);
    await view().reopen();
    await view().failure(/HTTP 422/);
    await lookUp(absent);
    await workbench.webviewPage().getByText('refused the request').first().waitFor();
  }

  it('has a line for every request, in their order, with its path and no id in it', () => {
    assert.equal(service.requests.filter(({ query }) => query['authId']).length, 2);
    assert.deepEqual(
      matches().map(([, path]) => path),
      service.requests.map(pathOf),
    );
  });

  it('says how each request ended, and how many records came', () => {
    assert.deepEqual(
      matches().map(([, , status, problem, records]) => [status, problem, records].filter(Boolean).join(' ')),
      [
        ...['200 1', '200 5', '200 5', '429', '200 5', '200 1', '400', '422', '200 unexpected.notJson'],
        ...['', '', '', '', '422', '422'],
      ],
    );
    assert.equal(lines.filter((text) => / · (ECONNRESET|UND_ERR_SOCKET) · /.test(text)).length, 4);
  });

  it('counts the attempts of a request that is tried again', () => {
    assert.deepEqual(
      matches().map(([, , , , , attempt]) => Number(attempt)),
      [1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 2, 3, 4, 1, 1],
    );
  });

  it('holds the trace ID of a refusal, but none that was made of what was sent', () => {
    assert.deepEqual(
      matches().flatMap(([, , , , , , traceId]) => traceId ?? []),
      ['0199cb93-bdf1-77ef-8cd4-3d38dec61830', '…', `trace~…~${pageSize}`, '…'],
    );
  });

  it('holds no key, no id, no time of a cursor and no text of a body, also when the service repeats them', () => {
    const cursors = service.requests.flatMap(({ query }) => query['nextKey_date'] ?? []);
    assert.ok(cursors.length > 3);
    const records = JSON.stringify(service.recordsAt(0, 20));
    const persons = [...records.matchAll(/"kyc_submission_id":"([^"]+)"/g)].map(([, id = '']) => id);
    assert.ok(persons.length > 0);
    const ids = [...service.allIds(), absent, ...persons];
    const text = lines.join('\n').toLowerCase();
    for (const secret of [key, comment, 'faceauth_projectid', ...cursors, ...ids]) {
      assert.ok(!text.includes(secret.toLowerCase()), secret);
    }
  });

  it('is what Show Log shows, at its end', async () => {
    await workbench.run('FaceAuth: Show Log');
    const shown = workbench.page.locator('.part.panel .view-line').filter({ hasText: 'authId=…' });
    await shown.filter({ hasText: '422' }).waitFor();
  });
});
