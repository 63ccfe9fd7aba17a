import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../host/folders.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { when } from '../service/exchange.ts';
import { startService, type Service } from '../service/service.ts';
import { redirect } from '../service/transport.ts';
import { openElsewhere, type Elsewhere } from './support/elsewhere.ts';
import { setMachineSettings } from './support/machineSettings.ts';
import { addProject } from './support/project.ts';
import { submissionsView } from './support/submissionsView.ts';
import { welcomeOf } from './support/welcome.ts';

const key = 'sk-5f0c9e7b41d84a6ea1';
const size = 20;
const pageSize = 5;
const statuses = [301, 302, 303, 307, 308] as const;
const said = 'The service answered with a redirect';

/** Where a redirect may lead: `port` is not the service's. */
const places = {
  'another port': (port: number) => `http://127.0.0.1:${port}/v3/faceauth`,
  'another host': (port: number) => `http://localhost:${port}/v3/faceauth`,
  'another port, without a scheme': (port: number) => `//127.0.0.1:${port}/v3/faceauth`,
  'another host, without a scheme': (port: number) => `//localhost:${port}/v3/faceauth`,
} as const;
const allPlaces = Object.entries(places);

describe('A service that sends the client elsewhere', () => {
  const folder = temporaryFolder();
  let service: Service;
  let elsewhere: Elsewhere;
  let workbench: Workbench;

  before(async () => {
    service = await startService({ keys: [key], size, broken: false });
    elsewhere = await openElsewhere();
    workbench = await openWorkbench({
      extensionPath: join(import.meta.dirname, '..', '..'),
      settings: { 'faceauth.pageSize': pageSize },
      machineSettings: { 'faceauth.baseUrl': service.baseUrl },
    });
    await addProject(workbench, 'Production', key);
  });

  afterEach(() => {
    service.setFault();
    assert.deepEqual(elsewhere.received.slice(), []);
  });

  after(async () => {
    await workbench.close();
    await Promise.all([service.close(), elsewhere.close()]);
    folder.release();
  });

  const view = () => submissionsView(workbench);

  const testFirstPage = (status: number, [where, place]: (typeof allPlaces)[number]): void => {
    it(`is not followed to ${where} (${status}) when it is asked for a page`, async () => {
      service.setFault(redirect(status, place(elsewhere.port)));
      await view().reopen();
      await welcomeOf(workbench).says(`${said}.`);
      service.setFault();
      await welcomeOf(workbench).press('Try Again');
      await view().older(pageSize).waitFor();
    });
  };

  const testOthers = (status: number): void => {
    it(`is not followed (${status}) when it is asked for the next page`, async () => {
      service.setFault(redirect(status, places['another host'](elsewhere.port)));
      await view().expandOlder(pageSize);
      const row = await view().failure(new RegExp(`${said} \\(HTTP ${status}\\)`));
      service.setFault();
      await view().tree.press(row?.label ?? '', 'Enter');
      await view()
        .older(2 * pageSize)
        .waitFor();
    });

    it(`is not followed (${status}) when one submission is looked up`, async () => {
      service.setFault(redirect(status, places['another port, without a scheme'](elsewhere.port)), {
        when: when.lookUp,
      });
      await workbench.run('FaceAuth: Look Up Submission…');
      await workbench.quickInput.type('fa_elsewhere0001');
      await workbench.pick('Look up fa_elsewhere0001');
      await workbench.notification(`${said} (HTTP ${status})`);
      await workbench.dismiss(said);
    });

    it(`is not followed (${status}) by an export, which has all of it when tried again`, async () => {
      service.setFault(redirect(status, places['another port'](elsewhere.port)));
      const name = `all-${status}.ndjson`;
      await workbench.run('FaceAuth: Export Range…');
      await workbench.pick('Everything');
      await workbench.pick('NDJSON');
      await workbench.pick('As received');
      await workbench.quickInput.file(join(folder.path, name));
      assert.ok((await workbench.notification('The export stopped')).includes(said));
      service.setFault();
      await workbench.answer('The export stopped', 'Try Again');
      const written = new RegExp(`Written to .*${name}`);
      await workbench.notification(written);
      assert.equal(readFileSync(join(folder.path, name), 'utf8').trimEnd().split('\n').length, size);
      await workbench.dismiss(written);
    });
  };

  for (const status of statuses) {
    for (const place of allPlaces) {
      testFirstPage(status, place);
    }
    testOthers(status);
  }

  it('is asked with the key each time, and no other address than its own', () => {
    assert.ok(service.requests.length > statuses.length * 10);
    assert.ok(service.requests.every(({ headers }) => headers['x-api-key'] === key));
  });

  it('is asked nothing under an address of another host that is not encrypted', async () => {
    // The same listener answers there, but only the names of this machine may do without encryption.
    setMachineSettings(workbench, { 'faceauth.baseUrl': `http://0.0.0.0:${elsewhere.port}/v3` });
    await welcomeOf(workbench).says('The base URL cannot be used');
    setMachineSettings(workbench, { 'faceauth.baseUrl': service.baseUrl });
    await view().older(pageSize).waitFor();
  });
});
