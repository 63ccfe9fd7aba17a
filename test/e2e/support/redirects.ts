import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../host/folders.ts';
import type { Workbench } from '../../host/workbench.ts';
import { openElsewhere, type Elsewhere } from '../../service/elsewhere.ts';
import { when } from '../../service/exchange.ts';
import type { Service } from '../../service/service.ts';
import { redirect } from '../../service/transport.ts';
import { submissionsView } from './submissionsView.ts';
import { failureViewOf } from './failureView.ts';

const said = 'The service answered with a redirect';
const pageSize = 5;

/** Tests that no redirect is followed, in the workbench of the suite around it. */
export function describeRedirects(workbench: () => Workbench, service: () => Service): void {
  const view = () => submissionsView(workbench());

  describe('A service that sends the client elsewhere', () => {
    const folder = temporaryFolder();
    let elsewhere: Elsewhere;

    before(async () => {
      elsewhere = await openElsewhere();
    });

    afterEach(() => {
      service().setFault();
      assert.deepEqual(elsewhere.received.slice(), []);
    });

    after(async () => {
      await elsewhere.close();
      folder.release();
    });

    const otherHost = () => `http://localhost:${elsewhere.port}/v3/faceauth`;

    it('is not followed when it is asked for a page', async () => {
      service().setFault(redirect(302, otherHost()));
      await view().reopen();
      await failureViewOf(workbench()).says(`${said} (HTTP 302).`);
      service().setFault();
      await failureViewOf(workbench()).press('Try Again');
      await view().older(pageSize).waitFor();
    });

    it('is not followed when it is asked for the next page', async () => {
      service().setFault(redirect(307, otherHost()));
      await view().expandOlder(pageSize);
      const row = await view().failure(new RegExp(`${said} \\(HTTP 307\\)`));
      service().setFault();
      assert.ok(row !== undefined);
      await failureViewOf(workbench()).press('Try Again');
      await view()
        .older(2 * pageSize)
        .waitFor();
    });

    it('is not followed when one submission is looked up', async () => {
      service().setFault(redirect(303, `//127.0.0.1:${elsewhere.port}/v3/faceauth`), { when: when.lookUp });
      await workbench().ask('FaceAuth: Look Up Submission…', {
        typed: 'fa_elsewhere0001',
        row: 'Look up fa_elsewhere0001',
      });
      await workbench().webviewPage().getByText(`${said} (HTTP 303)`).first().waitFor();
    });

    it('is not followed by an export, which has all of it when tried again', async () => {
      service().setFault(redirect(308, otherHost()));
      await workbench().ask('FaceAuth: Export Range…', 'Everything', 'NDJSON', 'As received');
      await workbench().quickInput.file(join(folder.path, 'all.ndjson'));
      assert.ok((await workbench().notification('The export stopped')).includes(said));
      service().setFault();
      await workbench().answer('The export stopped', 'Try Again');
      await workbench().notification(/Written to .*all\.ndjson/);
      const lines = readFileSync(join(folder.path, 'all.ndjson'), 'utf8').trimEnd().split('\n');
      assert.equal(lines.length, service().records.size);
      await workbench().dismiss(/Written to .*all\.ndjson/);
    });
  });
}
