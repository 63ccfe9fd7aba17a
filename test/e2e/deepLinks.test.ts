import assert from 'node:assert/strict';
import { root } from '../host/folders.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { startService, type Service } from '../service/service.ts';
import { canaries } from './support/canaries.ts';
import { addProject } from './support/project.ts';

describe('A link to a submission that is followed from outside of VS Code', () => {
  let service: Service;
  let workbench: Workbench;
  let host: string;
  let id: string;

  before(async () => {
    service = await startService({ keys: [canaries.key], size: 60, broken: false });
    ({ host } = new URL(service.baseUrl));
    workbench = await openWorkbench({
      extensionPath: root,
      settings: { 'faceauth.baseUrl': service.baseUrl, 'faceauth.pageSize': 20 },
    });
    await addProject(workbench, 'Production', canaries.key);
    id = service.records.id(50);
  });

  after(async () => {
    await workbench.close();
    await service.close();
  });

  // VS Code itself asks first whether the extension may take a link.
  const follow = async (query: string): Promise<string> => {
    await workbench.ask('Developer: Open URL', { input: `code-oss://faceauth.faceauth-inspector/submission?${query}` });
    const box = workbench.page.locator('.monaco-dialog-box');
    const allow = box.filter({ hasText: 'extension to open this URI?' });
    await allow.locator('.monaco-button', { hasText: /^Open$/ }).click();
    await allow.waitFor({ state: 'hidden' });
    return await workbench.dialog();
  };

  const lookUps = (): readonly string[] =>
    service.requests.filter(({ kind }) => kind === 'look-up').map(({ query }) => query['authId'] ?? '');

  it('names the id, the project and the host, and sends nothing when that is refused', async () => {
    await follow(`authId=${id}&project=Production`);
    const words = await workbench.dialog();
    assert.ok(
      [id, '“Production”', host].every((one) => words.includes(one)),
      words,
    );
    await workbench.answerDialog('Cancel');
    assert.deepEqual(lookUps(), []);
  });

  it('sends nothing for an id that is none, nor for the key of the project', async () => {
    for (const [authId, told] of [
      ['fa_1%0d%0aHost: x', 'names no id that can be looked up'],
      ['fa_1&authId=fa_2', 'names something twice'],
      [canaries.key, 'This is an API key'],
    ] as const) {
      const words = await follow(`authId=${authId}&project=Production`);
      assert.ok(words.includes(told), words);
      assert.ok(!words.includes(canaries.key));
      await workbench.answerDialog('OK');
    }
    assert.deepEqual(lookUps(), []);
  });

  it('asks which project is meant where there is none of that name', async () => {
    assert.match(
      await follow(`authId=${id}&project=Somebody%20else`),
      /names the project “Somebody else”.*Nothing was sent\./s,
    );
    await workbench.answerDialog('Choose a Project…');
    await workbench.pick('Production');
    assert.ok((await workbench.dialog()).includes(host));
    await workbench.answerDialog('Cancel');
    assert.deepEqual(lookUps(), []);
  });

  it('looks the submission up once a person agreed, and once only', async () => {
    await follow(`authId=${id}&project=Production`);
    await workbench.answerDialog('Look Up');
    await workbench.webviewPage().locator('h1 .id').getByText(id, { exact: true }).waitFor();
    assert.deepEqual(lookUps(), [id]);
  });

  it('asks again when it is followed again', async () => {
    const before = service.requests.length;
    await follow(`authId=${id}&project=Production`);
    await workbench.answerDialog('Cancel');
    assert.equal(service.requests.length, before);
  });
});
