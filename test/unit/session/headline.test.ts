import assert from 'node:assert/strict';
import type { Failure } from '../../../src/api/failure.ts';
import { usualArrangement } from '../../../src/session/arrangement.ts';
import { Collection } from '../../../src/session/collection.ts';
import { emptinessOf, headline as headlineAt, subtitle as subtitleAt, waiting } from '../../../src/session/headline.ts';
import { rowsBelow } from '../../../src/session/rows.ts';
import type { Days, State } from '../../../src/session/state.ts';
import { repeatedPages } from '../../service/cursors.ts';
import { startService } from '../../service/service.ts';
import { failures } from '../../service/statuses.ts';
import { KEY } from '../api/asking.ts';
import { unmasked, type Mask } from '../../../src/submissions/privacy/mask.ts';
import { submissionOf } from '../submissions/fromWire.ts';
import { standingIn } from '../submissions/zone.ts';
import { production, sessionAt, sessionOf, shownIn } from './opened.ts';

const now = Date.UTC(2027, 0, 15, 12);

/** Without the time at which the list was read. */
function headline(state: State, mask: Mask): string {
  return headlineAt(state, mask).replace(asOf, '');
}

function subtitle(state: State, mask: Mask): string {
  return subtitleAt(state, mask).replace(asOf, '');
}

const asOf = / · as of \d\d:\d\d/;

async function opened(pages: readonly (readonly unknown[])[], days?: Days): Promise<State> {
  const { session } = sessionOf(pages);
  await session.open(production, days);
  return session.state;
}

function waitingFor(until: number, failure: Failure): State {
  return {
    kind: 'loading',
    wish: { kind: 'older' },
    project: production,
    days: undefined,
    loaded: new Collection(usualArrangement).loaded,
    lookedUp: [],
    unread: false,
    unfinishedLoads: 0,
    readAt: undefined,
    wait: { until, attempt: 2, failure },
  };
}

describe('the headline', () => {
  it('is nothing without a project', () => {
    assert.equal(headline({ kind: 'idle' }, unmasked), '');
  });

  it('is the project alone until something is loaded', async () => {
    const { session, states } = sessionOf([[{ auth_id: 'one' }]]);
    await session.open(production);
    assert.equal(states[0] && headline(states[0], unmasked), 'Production');
  });

  it('says how many are loaded, and whether that is all', async () => {
    assert.equal(
      headline(await opened([[{ auth_id: 'one' }], []]), unmasked),
      'Production · 1 loaded, more on the service',
    );
    assert.equal(headline(await opened([[{ auth_id: 'one' }]]), unmasked), 'Production · 1 loaded, all');
    assert.equal(headline(await opened([[]]), unmasked), 'Production · 0 loaded, all');
  });

  it('writes great numbers so that they can be read', async () => {
    const records = Array.from({ length: 1234 }, (_, index) => ({ auth_id: `id${index}` }));
    assert.equal(headline(await opened([records]), unmasked), 'Production · 1,234 loaded, all');
  });

  it('says which days, and that they are UTC', async () => {
    const page = [{ auth_id: 'one' }];
    assert.equal(
      headline(await opened([page], { from: '2027-01-01', to: '2027-01-15' }), unmasked),
      'Production · 2027-01-01 to 2027-01-15 UTC · 1 loaded, all',
    );
    assert.equal(
      headline(await opened([page], { from: '2027-01-15', to: '2027-01-15' }), unmasked),
      'Production · 2027-01-15 UTC · 1 loaded, all',
    );
  });

  it('says how many the service sent twice', async () => {
    await using service = await startService({ size: 40, broken: false, keys: [KEY] });
    service.inject(repeatedPages());
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadOlder();
    assert.equal(headline(session.state, unmasked), 'Production · 20 loaded, more on the service · 20 sent twice');
  });

  it('keeps a hostile name of a project plain and short', async () => {
    const { session } = sessionOf([[]]);
    await session.open({ id: 'p', name: `\u202e\n${'x'.repeat(1000)}` });
    assert.match(headline(session.state, unmasked), /^\\u202e\\u000ax{38}… · 0 loaded, all$/);
  });
});

describe('the line above the rows', () => {
  it('says whose submissions are loaded, of which days and how many, while there are rows', async () => {
    const days = { from: '2027-01-01', to: '2027-01-02' };
    assert.equal(subtitle(await opened([[{ auth_id: 'one' }]]), unmasked), 'Production · 1 loaded, all');
    assert.equal(
      subtitle(await opened([[{ auth_id: 'one' }]], days), unmasked),
      'Production · 2027-01-01 to 2027-01-02 UTC · 1 loaded, all',
    );
  });

  it('says what went wrong with the next page, in full', async () => {
    const state = await opened([[{ auth_id: 'one' }]]);
    assert.ok(state.kind !== 'idle');
    const failure: Failure = { kind: 'tooSlow', seconds: 30 };
    assert.equal(
      subtitle({ ...state, kind: 'failed', failure }, unmasked),
      'Production · 1 loaded, all. The service did not answer within 30 seconds. ' +
        'Try again, or allow more time in the setting faceauth.requestTimeoutSeconds.',
    );
  });

  it('is nothing while the empty view speaks', async () => {
    assert.equal(subtitle({ kind: 'idle' }, unmasked), '');
    assert.equal(subtitle(await opened([[]]), unmasked), '');
  });
});

describe('the pause that the service asks for', () => {
  standingIn('Asia/Seoul');
  const limited: Failure = { kind: 'rateLimited', status: 429 };

  it('is told in seconds and with its end in the zone', () => {
    const state = waitingFor(now + 12_300, limited);
    assert.equal(waiting(state, 'utc', now), 'The service asks to wait. Next try in 13 s, at 12:00:12.');
    assert.equal(waiting(state, 'local', now), 'The service asks to wait. Next try in 13 s, at 21:00:12.');
    assert.equal(
      waiting(state, 'utc', now - 86_400_000),
      'The service asks to wait. Next try in 86413 s, at 2027-01-15 12:00:12.',
    );
    assert.equal(waiting(state, 'utc', now + 12_000), 'The service asks to wait. Next try in 1 s, at 12:00:12.');
  });

  it('is told otherwise where the service asked for none', () => {
    const state = waitingFor(now + 500, { kind: 'serviceDown', status: 503 });
    assert.equal(waiting(state, 'utc', now), 'The request failed. Next try in 1 s.');
  });

  it('is not told when it is over, or when there is none', async () => {
    assert.equal(waiting(waitingFor(now, limited), 'utc', now), undefined);
    assert.equal(waiting({ kind: 'idle' }, 'utc', now), undefined);
    assert.equal(waiting(await opened([[]]), 'utc', now), undefined);
  });
});

describe('the empty view', () => {
  it('says that there is no project', () => {
    assert.equal(emptinessOf({ kind: 'idle' }), 'noProject');
  });

  it('leaves it to a row to say that the first page is being loaded, and says that there is nothing', async () => {
    const { session, states } = sessionOf([[]]);
    await session.open(production);
    assert.deepEqual(states.map(emptinessOf), ['none', 'nothing']);
  });

  it('leaves it to rows to say that the first page failed, and why', async () => {
    await using service = await startService({ size: 5, keys: [KEY] });
    service.inject(failures.denied);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    assert.equal(emptinessOf(session.state), 'none');
  });

  it('leaves it to rows to say that a project without submissions could not be read again', async () => {
    await using service = await startService({ size: 0, keys: [KEY] });
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    service.inject(failures.denied);
    await session.refresh();
    assert.equal(emptinessOf(session.state), 'none');
  });

  for (const [what, pages] of [
    ['a submission', [[{ auth_id: 'one' }]]],
    ['a broken record', [[null]]],
    ['an empty page before others', [[], [{ auth_id: 'one' }]]],
  ] as const) {
    it(`is not there with ${what}`, async () => {
      assert.equal(emptinessOf(await opened(pages)), 'none');
    });
  }

  it('is not there with something looked up', async () => {
    const { session } = sessionOf([[]]);
    await session.open(production);
    session.records.showLookedUp(production, submissionOf({}));
    assert.equal(emptinessOf(session.state), 'none');
  });

  it('speaks exactly when there are no rows, whatever happens', async () => {
    for (const size of [0, 1, 45]) {
      await using service = await startService({ size, broken: false, keys: [KEY] });
      const { session, states } = sessionAt(service.baseUrl);
      await session.open(production);
      await session.loadOlder();
      service.inject(failures.denied, { times: 2 });
      await session.refresh();
      await session.loadOlder();
      await session.refresh();
      session.records.showLookedUp(production, submissionOf({}));
      await session.open(production, { from: '2020-01-01', to: '2020-01-01' });
      for (const state of states) {
        const empty = rowsBelow(state, unmasked).length === 0;
        const what = `${size} ${state.kind}, ${shownIn(state).loaded.pages.length} pages`;
        assert.equal(emptinessOf(state) !== 'none', empty, what);
      }
    }
  });
});
