import assert from 'node:assert/strict';
import { assert as assertProperty, asyncProperty, boolean, constantFrom, integer, record } from 'fast-check';
import { createClient, type Ask } from '../../../src/api/client.ts';
import { pagesOf } from '../../../src/api/pages.ts';
import { usualPatience } from '../../../src/api/retry.ts';
import { DEMO_KEY, demoService } from '../../../src/demo/service.ts';
import { PageRedaction } from '../../../src/export/pageRedaction.ts';
import { insightsOf } from '../../../src/insights/insights.ts';
import type { Session } from '../../../src/session/session.ts';
import { fileSource } from '../../../src/sources/file.ts';
import { noFilter } from '../../../src/submissions/model/filter.ts';
import { snapshotOf, type Submission } from '../../../src/submissions/model/submission.ts';
import { exported } from '../export/support/written.ts';
import { sessionWith, shownIn } from '../session/opened.ts';
import { fileOf, gzipped } from './reading.ts';

const alias = (id: string): string => `id-${id.toUpperCase()}`;

function demoAsk(seed: number, size: number): Ask {
  const service = demoService({ seed, size, newest: Date.UTC(2027, 0, 15, 12) });
  return createClient({
    base: new URL('https://demo.invalid/v3'),
    key: DEMO_KEY,
    send: async (address, init) => await service(new Request(address, init)),
    timeoutSeconds: 20,
    onExchange: () => undefined,
    patience: usualPatience,
  });
}

/** All that a source has, loaded. */
async function loaded(ask: Ask): Promise<Session> {
  const { session } = sessionWith(() => ask, { pageSize: 50 });
  await session.open({ id: 'p', name: 'P' });
  await session.loadAll(new AbortController().signal, async () => true);
  assert.equal(session.state.kind, 'ready');
  return session;
}

function submissionsOf({ state }: Session): readonly Submission[] {
  const { store } = shownIn(state).loaded;
  return store.blocks
    .flatMap((_, block) => Array.from(store.numbersIn(block), (number) => snapshotOf(store.at(number))))
    .toSorted((one, other) => one.id.localeCompare(other.id));
}

/** What a submission says, apart from where it stands; of a deleted one what deletion keeps. */
function saidBy(submission: Submission, nameOf: (id: string) => string, redacted: boolean): object {
  const { id, kycId, status, createdAt, deleted, policy, measured, failCodes, submitType } = submission;
  const kept = { id: nameOf(id), status, createdAt, deleted };
  if (redacted && deleted) {
    return kept;
  }
  return {
    ...kept,
    kycId: kycId && nameOf(kycId),
    policy: { ...policy },
    measured: { ...measured },
    failCodes,
    submitType,
  };
}

/** What Insights count, apart from which submissions these are. */
async function counted(session: Session): Promise<object> {
  const insights = await insightsOf(shownIn(session.state).loaded.store, noFilter, {
    margin: 5,
    zone: 'utc',
    now: Date.UTC(2027, 1, 1),
  });
  assert.ok(insights);
  const { outcomes, days, untimed, codes, withoutCode, checks, near, policies } = insights.tally;
  return {
    outcomes,
    days: new Map([...days].toSorted(([one], [other]) => one - other)),
    untimed,
    codes,
    withoutCode,
    checks,
    near,
    policies: policies.length,
    recorded: insights.recorded,
  };
}

describe('every export in JSON', () => {
  it('opens again with the same submissions, checks and insights', async function () {
    this.timeout(60_000);
    const options = record({
      seed: integer({ min: 0, max: 1_000_000 }),
      size: integer({ min: 1, max: 400 }),
      format: constantFrom('json', 'ndjson'),
      redacted: boolean(),
      piece: constantFrom(17, 1000, 1_000_000),
      packed: boolean(),
    });
    await assertProperty(
      asyncProperty(options, async ({ seed, size, format, redacted, piece, packed }) => {
        const ask = demoAsk(seed, size);
        const before = await loaded(ask);
        const pages = pagesOf(ask, { count: 100 }, new AbortController().signal);
        const redact = new PageRedaction(alias);
        const { text } = await exported(pages, { format, ...(redacted && { redact }) });
        const after = await loaded(fileSource(fileOf(packed ? gzipped(text) : text, piece)));
        const [there, here] = [before, after].map(({ state }) => shownIn(state).loaded);
        assert.equal(here?.count, there?.count);
        assert.equal(here?.duplicates, 0);
        assert.equal(here?.broken.length, redacted ? 0 : there?.broken.length);
        assert.deepEqual(
          submissionsOf(after).map((one) => saidBy(one, (id) => id, redacted)),
          submissionsOf(before)
            .map((one) => saidBy(one, redacted ? alias : (id) => id, redacted))
            .toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other))),
        );
        assert.deepEqual(await counted(after), await counted(before));
      }),
      { numRuns: 40 },
    );
  });
});
