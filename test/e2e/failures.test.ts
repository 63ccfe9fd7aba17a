import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../host/folders.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { cursorLoop } from '../service/cursors.ts';
import { openElsewhere } from '../service/elsewhere.ts';
import { startService, type Service } from '../service/service.ts';
import { failures, rateLimited } from '../service/statuses.ts';
import { redirect, slowHeaders } from '../service/transport.ts';
import { describeBadInput } from './support/badInput.ts';
import { failureCases, type FailureCase } from '../service/failureCases.ts';
import { addProject, addUnreachable } from './support/project.ts';
import { submissionsView } from './support/submissionsView.ts';
import { filesHolding, framesHolding, keptInBrowser } from './support/traces.ts';
import { failureViewOf } from './support/failureView.ts';

const key = 'sk-5f0c9e7b41d84a6ea1';
const wrongKey = 'sk-never-accepted-77d2';
const pageSize = 5;

// The cases tested here: a refusal, no answer, and an answer that is too large. The unit tests have all cases.
const seenHere: readonly string[] = [
  'a refusal repeats the key (422)',
  'nothing listens at the address',
  'the answer has 65 MiB',
];

describe('What can go wrong', () => {
  let service: Service;
  let workbench: Workbench;

  before(async () => {
    service = await startService({ keys: [key], size: 500, broken: false });
    workbench = await openWorkbench({
      extensionPath: join(import.meta.dirname, '..', '..'),
      settings: { 'faceauth.baseUrl': service.baseUrl, 'faceauth.pageSize': pageSize },
    });
    await addProject(workbench, 'Production', key);
  });

  afterEach(() => {
    service.setFault();
  });

  after(async () => {
    await workbench.close();
    await service.close();
  });

  const view = () => submissionsView(workbench);
  const failure = () => failureViewOf(workbench);

  const openTwoPages = async (): Promise<void> => {
    if (!(await view().older(pageSize).isVisible())) {
      await view().reopen();
    }
    await view().expandOlder(pageSize);
    await view()
      .older(2 * pageSize)
      .waitFor();
  };

  const describeFailure = ({ name, begin, end, remedies, row, advice }: FailureCase): void => {
    describe(`When ${name}`, () => {
      it('the empty list says so, with what helps, and Try Again goes on', async () => {
        await begin(service);
        await view().reopen();
        const failed = await view().failure(row);
        assert.match(failed?.label ?? '', row);
        assert.match(failed?.description ?? '', advice);
        assert.ok((await failure().says(failed?.label ?? '')).endsWith(failed?.description ?? ''));
        await failure().offers(remedies);
        await end?.(service);
        service.setFault();
        await failure().press('Try Again');
        await view().older(pageSize).waitFor();
      });

      it('the place of the next page says so, what was loaded stays, and trying again goes on from there', async () => {
        await openTwoPages();
        await begin(service);
        await view().expandOlder(2 * pageSize);
        const failed = await view().failure(row);
        assert.match(failed?.label ?? '', row);
        assert.match(failed?.description ?? '', advice);
        await view().holds(2 * pageSize);
        await end?.(service);
        service.setFault();
        await failure().press('Try Again');
        await view()
          .older(3 * pageSize)
          .waitFor();
        await view().holds(3 * pageSize);
      });
    });
  };

  const cases = failureCases(() => '').filter(({ name }) => seenHere.includes(name));
  assert.equal(cases.length, seenHere.length);
  for (const each of cases) {
    describeFailure(each);
  }

  describe('When the service asks to wait for a few seconds (429)', () => {
    it('the next page comes by itself after a countdown, above what was loaded', async () => {
      await openTwoPages();
      service.setFault(rateLimited(3), { times: 1 });
      await view().expandOlder(2 * pageSize);
      const first = await view().message.filter({ hasText: 'Next try in' }).innerText();
      assert.match(first, /^The service asks to wait\. Next try in \d s, at \d\d:\d\d:\d\d\.$/);
      const seconds = Number(/in (\d)/.exec(first)?.[1]);
      await view()
        .message.filter({ hasText: `Next try in ${seconds - 1} s` })
        .waitFor();
      await view().holds(2 * pageSize);
      await view()
        .older(3 * pageSize)
        .waitFor();
      await view()
        .message.filter({ hasText: /^Production/ })
        .waitFor();
    });
  });

  describe('When the service is slower than the time-out setting', () => {
    it('the empty list says so and leads to the setting', async () => {
      service.setFault(slowHeaders(60_000));
      await workbench.setting('faceauth.requestTimeoutSeconds', 1);
      await view().reopen();
      await failure().says('The service did not answer within 1 second.');
      await failure().offers(['Try Again', 'Open Time-Out Setting', 'Show Log']);
      service.setFault();
      await failure().press('Try Again');
      await view().older(pageSize).waitFor();
      await workbench.setting('faceauth.requestTimeoutSeconds', undefined);
    });
  });

  describe('Apart from these', () => {
    it('a service that sends the same next page again and again is left alone, and what came stays', async () => {
      await openTwoPages();
      service.setFault(cursorLoop());
      for (const count of [2, 3]) {
        await view().expandOlder(count * pageSize);
      }
      await view().expandOlder(4 * pageSize);
      const failed = await view().failure(/the same next page twice/);
      await view().holds(4 * pageSize);
      service.setFault();
      await view().tree.press(failed?.label ?? '', 'Enter');
      await view()
        .older(4 * pageSize)
        .waitFor();
    });

    it('a host that does not exist is named in words, with what may be wrong', async () => {
      await addUnreachable(workbench, { name: 'Nowhere', address: 'https://faceauth.invalid/v3', key });
      await failure().says('The name faceauth.invalid could not be found');
      await failure().offers(['Try Again', 'Add Project…', 'Open Proxy Settings', 'Show Log']);
      await view().reopen();
      await view().older(pageSize).waitFor();
    });

    it('a service that sends the client elsewhere is not followed, and an export has all of it when tried again', async () => {
      const folder = temporaryFolder();
      const elsewhere = await openElsewhere();
      service.setFault(redirect(308, `http://localhost:${elsewhere.port}/v3/faceauth`));
      await workbench.ask('FaceAuth: Export Range…', 'Everything', 'NDJSON', 'As received');
      await workbench.quickInput.file(join(folder.path, 'all.ndjson'));
      assert.match(
        await workbench.notification('The export stopped'),
        /The service answered with a redirect \(HTTP 308\)/,
      );
      service.setFault();
      await workbench.answer('The export stopped', 'Try Again');
      await workbench.notification(/Written to .*all\.ndjson/);
      const lines = readFileSync(join(folder.path, 'all.ndjson'), 'utf8').trimEnd().split('\n');
      assert.equal(lines.length, service.records.size);
      assert.deepEqual(elsewhere.received.slice(), []);
      await workbench.dismiss(/Written to .*all\.ndjson/);
      await elsewhere.close();
      folder.release();
    });

    it('the details of a failure can be copied for the support of the service', async () => {
      service.setFault(failures.badRequest);
      await view().reopen();
      await failure().says('date must be yyyy-mm-dd');
      await failure().press('Copy Details');
      await workbench.page.locator('.part.statusbar').getByText('Failure details copied').waitFor();
      service.setFault();
      await failure().press('Try Again');
      await view().older(pageSize).waitFor();
      const details = await workbench.clipboard();
      assert.match(details, /date must be yyyy-mm-dd[^]+"traceId": "0199cb93-bdf1-77ef-8cd4-3d38dec61830"/);
    });
  });

  describeBadInput({ workbench: () => workbench, service: () => service, key, wrongKey });

  describe('After all of this', () => {
    it('the key stands nowhere: not on the screen, in an address, the clipboard, the state or a file', async () => {
      const keys = [key, wrongKey];
      const { page, server } = workbench;
      assert.deepEqual(await framesHolding(page, keys), []);
      assert.deepEqual(filesHolding(join(server.dataDir, 'data'), keys), []);
      const kept = await keptInBrowser(page);
      const addresses = service.requests.map(({ path, query }) => path + JSON.stringify(query));
      for (const text of [kept, await workbench.clipboard(), ...addresses]) {
        assert.ok(!keys.some((each) => text.includes(each)));
      }
      assert.ok(kept.includes('Production'), 'the state is among what was searched');
      assert.ok(
        filesHolding(join(server.dataDir, 'data'), [service.baseUrl]).length > 0,
        'the settings are among what was searched',
      );
    });
  });
});
