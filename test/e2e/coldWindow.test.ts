import assert from 'node:assert/strict';
import { root, temporaryFolder } from '../host/folders.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { startService, type Service } from '../service/service.ts';
import { addProject } from './support/project.ts';
import { submissionsView } from './support/submissionsView.ts';

const pageSize = 20;

/** What a person sees after a command that was the first thing done in a window. */
interface FirstAct {
  readonly command: string;
  readonly seen: (workbench: Workbench, service: Service) => Promise<void>;
  /** How many requests it takes; undefined where more come as time goes by. */
  readonly requests?: number;
}

const box = (title: string) => async (workbench: Workbench) => {
  await workbench.quickInput.box.waitFor();
  assert.ok((await workbench.quickInput.title()).startsWith(title));
  await workbench.quickInput.cancel();
};
const shows = (text: string, end: string) => async (workbench: Workbench) => {
  await workbench.page.locator('.part.statusbar').getByText(text).first().waitFor();
  await workbench.run(`FaceAuth: ${end}`);
};
const listed = (count: number) => async (workbench: Workbench) => {
  await workbench.showContainer('FaceAuth');
  await submissionsView(workbench).holds(count);
};

// One command of each kind. test/editor tests other commands, each as the first in a window of its own.
const acts: readonly FirstAct[] = [
  { command: 'Add Project…', seen: box('Add Project'), requests: 0 },
  { command: 'Load All Submissions', seen: listed(60), requests: 1 },
  { command: 'Watch for New Submissions', seen: shows('Watching for new submissions', 'Stop Watching') },
  {
    command: 'Start Screen-Share Mode',
    seen: shows('Screen-share mode', 'Stop Screen-Share Mode'),
    requests: 0,
  },
  { command: 'Refresh', seen: listed(pageSize), requests: 1 },
  { command: 'Export Page to JSON…', seen: box('Export Page'), requests: 1 },
  {
    command: 'Show Insights',
    seen: async (workbench) => {
      // The heading is there before what was asked for is.
      await workbench.webviewPage().locator('figure').first().waitFor();
    },
    requests: 1,
  },
  {
    command: 'Look Up Submission…',
    seen: async (workbench, service) => {
      const id = service.records.id(3);
      await workbench.quickInput.type(id);
      await workbench.quickInput.pick(`Look up ${id}`);
      await workbench.webviewPage().locator('h1 .id').getByText(id, { exact: true }).waitFor();
    },
    requests: 1,
  },
  {
    command: 'Explore Demo Data',
    seen: async (workbench) => {
      await submissionsView(workbench).message.filter({ hasText: 'Demo' }).waitFor();
    },
    requests: 0,
  },
];

describe('As the first thing that is done in a window with a project, and the Explorer in front', () => {
  const folder = temporaryFolder();
  let service: Service;
  let workbench: Workbench;

  before(async () => {
    service = await startService({ size: 60, days: 3, broken: false });
    workbench = await openWorkbench({
      extensionPath: root,
      folder: folder.path,
      settings: { 'faceauth.baseUrl': service.baseUrl, 'faceauth.pageSize': pageSize },
    });
    await addProject(workbench, 'Production');
    await workbench.showContainer('Explorer');
  });

  after(async () => {
    await workbench.close();
    await service.close();
    folder.release();
  });

  it('an editor that was open asks for its own record alone', async () => {
    const id = service.records.id(5);
    await workbench.ask('FaceAuth: Look Up Submission…', { typed: id, row: `Look up ${id}` });
    await workbench.webviewPage().getByRole('button', { name: 'Open as JSON' }).click();
    await workbench.showTab(`${id}.json`);
    const before = service.requests.length;
    await workbench.showContainer('Explorer');
    await workbench.reload();
    // At once, whether VS Code has read the document yet or not.
    await workbench.run('FaceAuth: Copy authId');
    await workbench.page.locator('.part.statusbar').getByText('authId copied').waitFor();
    assert.equal(await workbench.clipboard(), id);
    assert.ok((await workbench.editorText()).includes(id));
    assert.deepEqual(
      service.requests.slice(before).filter(({ query }) => query['authId'] === undefined),
      [],
    );
    await workbench.run('View: Close All Editors');
    await workbench.showContainer('Explorer');
  });

  const testFirst = ({ command, seen, requests }: FirstAct): void => {
    it(`“${command}” does its work, or says what is missing`, async () => {
      await workbench.reload();
      const before = service.requests.length;
      await workbench.run(`FaceAuth: ${command}`);
      await seen(workbench, service);
      if (requests !== undefined) assert.equal(service.requests.length - before, requests);
      await workbench.showContainer('Explorer');
      await workbench.run('View: Close All Editors');
    });
  };
  for (const act of acts) testFirst(act);
});
