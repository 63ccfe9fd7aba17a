import assert from 'node:assert/strict';
import { patience, untilSeen } from '../../host/untilSeen.ts';
import type { Workbench } from '../../host/workbench.ts';
import type { Service } from '../../service/service.ts';
import { askForAddress } from './project.ts';
import { submissionsView } from './submissionsView.ts';

/** What the tests about bad input work on, once the suite around them has begun. */
export interface BadInputStage {
  readonly workbench: () => Workbench;
  readonly service: () => Service;
  readonly key: string;
  readonly wrongKey: string;
}

/** Tests what a person can enter wrongly, in the workbench of the suite around it. */
export function describeBadInput({ workbench, service, key, wrongKey }: BadInputStage): void {
  const view = () => submissionsView(workbench());
  const box = () => workbench().quickInput;

  /** Runs what must not ask the service anything. */
  const withoutRequest = async (work: () => Promise<void>): Promise<void> => {
    const before = service().requests.length;
    await work();
    assert.equal(service().requests.length, before);
  };

  describe('What a person can enter wrongly', () => {
    // One refused text for each box. The tests of the extension's functions have the other texts.
    it('an id of two words is refused in words, and nothing is asked', async () => {
      await withoutRequest(async () => {
        const words = /an id has no spaces/;
        await untilSeen(box().widget.getByText(words), async () => {
          await workbench().run('FaceAuth: Look Up Submission…');
          await box().box.fill('not an id', { timeout: patience });
        });
        await box().box.press('Enter');
        assert.match((await box().rows())[0]?.label ?? '', words);
        await box().cancel();
      });
    });

    it('dates in the wrong order are refused in words, and nothing is asked', async () => {
      await withoutRequest(async () => {
        const words = 'The first day, 2025-10-31, is after the last, 2025-10-01.';
        await workbench().ask('FaceAuth: Filter by Date…', 'Other days…');
        await box().type('2025-10-31 2025-10-01');
        await box().message(words);
        await box().box.press('Enter');
        assert.ok((await box().message(words)).startsWith(words));
        await box().cancel();
      });
    });

    it('a page size of 0 is told and the default used', async () => {
      await workbench().setting('faceauth.pageSize', 0);
      const words =
        'The setting faceauth.pageSize cannot be 0, it takes a whole number from 1 to 2,000. 200 is used instead.';
      assert.equal(await workbench().notification('faceauth.pageSize'), words);
      await view().reopen();
      await view().older(200).waitFor();
      assert.equal(service().requests.at(-1)?.query['count'], '200');
      await workbench().setting('faceauth.pageSize', 5);
      await view().reopen();
      await view().older(5).waitFor();
      await workbench().dismiss('faceauth.pageSize');
    });

    it('an address without encryption on another host is refused before a key is asked for', async () => {
      await withoutRequest(async () => {
        await askForAddress(workbench());
        // The same service answers at 0.0.0.0, but http is permitted only for the names of this machine.
        const address = service().baseUrl.replace('127.0.0.1', '0.0.0.0');
        await box().refused(address, 'cannot be used. Use an https address; http is for this machine only.');
        await box().cancel();
      });
    });

    it('a key with a space in it is refused in words, and nothing is asked', async () => {
      await withoutRequest(async () => {
        await workbench().run('FaceAuth: Replace API Key…');
        await box().refused(`${wrongKey} ${wrongKey}`, 'A key has no spaces, line breaks or special characters.');
        await box().cancel();
      });
    });

    it('a key that the service does not accept stays in the box, hidden, beside the words', async () => {
      await workbench().run('FaceAuth: Replace API Key…');
      await box().type(wrongKey);
      await box().box.press('Enter');
      await box().message('The service did not accept the API key (HTTP 400, faceAuth_project not found');
      assert.equal(await box().isPassword(), true);
      await box().cancel();
    });

    it('spaces and a line break around a key are not part of it', async () => {
      await workbench().run('FaceAuth: Replace API Key…');
      await workbench().input(`  ${key} \n`);
      await view().older(5).waitFor();
      assert.equal(service().requests.at(-1)?.headers['x-api-key'], key);
    });
  });
}
