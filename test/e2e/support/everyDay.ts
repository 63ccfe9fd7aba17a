import assert from 'node:assert/strict';
import { hasLogger } from '../../host/nativeLogger.ts';
import { untilSeen } from '../../host/untilSeen.ts';
import { canaries, echoing, pageSize, planted } from './canaries.ts';
import type { Stage, Step } from './step.ts';
import { submissionsView } from './submissionsView.ts';
import { failureViewOf } from './failureView.ts';

/** Adds a project, and lets its pages fail. */
export const beginning: readonly Step[] = [
  ['a project is added, with a wrong key first', addProject],
  ['pages fail with answers that repeat the key, an id and a comment', failPages],
];

/** What is done with a project that is there for a while. */
export const goingOn: readonly Step[] = [
  ['newer submissions are looked for without being asked', waitForNewer],
  [
    'the window is loaded again',
    async ({ workbench }) => {
      await workbench.reload();
    },
  ],
  ['the key is replaced', replaceKey],
  ['the log is shown', showLog, hasLogger],
];

async function addProject({ workbench }: Stage): Promise<void> {
  await workbench.showContainer('FaceAuth');
  await workbench.page.getByRole('button', { name: 'Add Project…' }).click();
  await workbench.input('Production');
  await workbench.quickInput.type(canaries.wrongKey);
  await workbench.quickInput.box.press('Enter');
  await workbench.quickInput.message('did not accept');
  await workbench.input(canaries.key);
  await submissionsView(workbench).older(pageSize).waitFor();
}

async function failPages({ workbench, service }: Stage): Promise<void> {
  const view = submissionsView(workbench);
  for (const code of [400, 422, 503]) {
    const end = service.inject(echoing(code, service.records.id(1)));
    await view.expandOlder(pageSize);
    const row = await view.failure(new RegExp(`HTTP ${code}`));
    end();
    assert.ok(row !== undefined);
    await failureViewOf(workbench).press('Try Again');
    await view.older(2 * pageSize).waitFor();
    await view.reopen();
    await view.older(pageSize).waitFor();
  }
  const end = service.inject(echoing(400, service.records.id(1)));
  await view.reopen();
  await failureViewOf(workbench).says('The service refused the request');
  await failureViewOf(workbench).press('Copy Details');
  await workbench.page.locator('.part.statusbar').getByText('Failure details copied').waitFor();
  end();
  await failureViewOf(workbench).press('Try Again');
  await view.older(pageSize).waitFor();
}

async function waitForNewer({ service }: Stage): Promise<void> {
  // Only auto refresh asks for tomorrow too, because the time zone of the service's days is not known.
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const isIt = ({ query }: { readonly query: Readonly<Record<string, string>> }): boolean =>
    query['endDate'] === tomorrow;
  const end = service.inject(planted(), {
    when: (arrival) => {
      if (isIt(arrival)) {
        resolve(undefined);
      }
      return false;
    },
  });
  if (!service.requests.some(isIt)) {
    await promise;
  }
  end();
}

async function replaceKey({ workbench, service }: Stage): Promise<void> {
  await submissionsView(workbench).older(pageSize).waitFor();
  await workbench.ask('FaceAuth: Replace API Key…', { input: canaries.newKey });
  await workbench.page.locator('.part.statusbar').getByText('API key of Production replaced').waitFor();
  assert.equal(service.requests.at(-1)?.headers['x-api-key'], canaries.newKey);
}

async function showLog({ workbench }: Stage): Promise<void> {
  const line = workbench.page.locator('.part.panel .view-line').filter({ hasText: 'GET /v3/faceauth' }).first();
  await untilSeen(line, async () => await workbench.run('FaceAuth: Show Log'));
}
