import assert from 'node:assert/strict';
import { startService, type Service } from '../service/service.ts';
import { redirect } from '../service/transport.ts';
import { openElsewhere, type Elsewhere } from '../service/elsewhere.ts';
import { asking, failureOf, KEY } from '../unit/api/asking.ts';

/** Where a redirect may lead: `port` is not the service's. */
const places = {
  'another port': (port: number) => `http://127.0.0.1:${port}/v3/faceauth`,
  'another host': (port: number) => `http://localhost:${port}/v3/faceauth`,
  'another port, without a scheme': (port: number) => `//127.0.0.1:${port}/v3/faceauth`,
  'another host, without a scheme': (port: number) => `//localhost:${port}/v3/faceauth`,
} as const;

const questions = {
  'a page': { count: 5 },
  'the next page': { count: 5, after: { id: 'fa_1', date: '2025-10-02T02:15:17.123Z' } },
  'one submission': { authId: 'fa_elsewhere0001' },
} as const;

// VS Code replaces the fetch of its extension host, so this is shown with that one and not only with Node's own.
describe('A service that sends the client elsewhere, asked from the extension host', () => {
  let service: Service;
  let elsewhere: Elsewhere;

  before(async () => {
    service = await startService({ keys: [KEY], size: 20, broken: false });
    elsewhere = await openElsewhere();
  });

  after(async () => {
    await Promise.all([service.close(), elsewhere.close()]);
  });

  const testOne = (status: number, where: keyof typeof places, what: keyof typeof questions): void => {
    it(`is not followed to ${where} (${status}) when it is asked for ${what}`, async () => {
      service.setFault(redirect(status, places[where](elsewhere.port)));
      const failure = failureOf(await asking(service.baseUrl).ask(questions[what]));
      assert.equal(failure.kind === 'unexpected' && failure.cause, 'redirect');
      assert.equal(service.requests.at(-1)?.headers['x-api-key'], KEY);
      assert.deepEqual(elsewhere.received.slice(), []);
    });
  };

  for (const status of [301, 302, 303, 307, 308]) {
    for (const where of [
      'another port',
      'another host',
      'another port, without a scheme',
      'another host, without a scheme',
    ] as const) {
      for (const what of ['a page', 'the next page', 'one submission'] as const) {
        testOne(status, where, what);
      }
    }
  }
});
