import assert from 'node:assert/strict';
import type { Failure } from '../../../src/api/failure.ts';
import { nothingNew, type Newer } from '../../../src/session/newer.ts';
import { Watch, type WatchState } from '../../../src/session/watch.ts';
import type { Submission } from '../../../src/submissions/model/submission.ts';
import { submissionOf } from '../submissions/fromWire.ts';
import { production, sessionOf, staging } from './opened.ts';

const minute = 60_000;

interface Timer {
  readonly at: number;
  readonly work: () => Promise<void>;
}

/** A clock that the test moves, and the watch that uses this clock. */
function watching(answer: () => Newer | Promise<Newer>) {
  let now = 0;
  const timers = new Set<Timer>();
  const looks: number[] = [];
  const states: WatchState[] = [];
  const came: (readonly Submission[])[] = [];
  const watch = new Watch({
    load: async () => {
      looks.push(now);
      return await answer();
    },
    now: () => now,
    after: (pause, work) => {
      const timer = { at: now + pause, work };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    changed: (state) => {
      states.push(state);
    },
    came: (news) => {
      came.push(news);
    },
  });
  const pass = async (time: number): Promise<void> => {
    const end = now + time;
    for (;;) {
      const [next] = [...timers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
      if (next === undefined) {
        break;
      }
      timers.delete(next);
      now = next.at;
      await next.work();
    }
    now = end;
  };
  return { watch, looks, states, came, pass, timers };
}

async function shownState() {
  const { session } = sessionOf([[{ auth_id: 'one' }]]);
  await session.open(production);
  return session.state;
}

async function started(answer: () => Newer | Promise<Newer> = () => nothingNew) {
  const watched = watching(answer);
  watched.watch.start(await shownState());
  return watched;
}

function failing(failure: Failure): Newer {
  return { ...nothingNew, failure };
}

describe('a watch for new submissions', () => {
  it('asks for nothing before it is wished, or without a project', async () => {
    const { watch, looks, states, pass } = watching(() => nothingNew);
    await pass(minute);
    watch.start({ kind: 'idle' });
    await pass(minute);
    assert.deepEqual([looks.length, states.length, watch.state.until], [0, 0, undefined]);
  });

  it('asks at once and every five seconds, for fifteen minutes, and ends by itself', async () => {
    const { watch, looks, pass, timers } = await started();
    await pass(12_000);
    assert.deepEqual(looks, [0, 5000, 10_000]);
    assert.equal(watch.state.until, 15 * minute);
    await pass(60 * minute);
    assert.equal(looks.at(-1), 15 * minute - 5000);
    assert.deepEqual([watch.state.until, watch.state.end, timers.size], [undefined, { kind: 'time' }, 0]);
  });

  it('runs once: started again it neither asks more often nor lasts longer', async () => {
    const { watch, looks, pass } = await started();
    await pass(2000);
    watch.start(await shownState());
    await pass(8000);
    assert.deepEqual([looks, watch.state.until], [[0, 5000, 10_000], 15 * minute]);
  });

  it('can be stopped, and begun anew', async () => {
    const { watch, looks, pass, timers } = await started();
    await pass(2000);
    watch.stop();
    await pass(minute);
    assert.deepEqual([looks, watch.state.end, timers.size], [[0], { kind: 'stopped' }, 0]);
    watch.start(await shownState());
    await pass(1000);
    assert.deepEqual([looks, watch.state.end], [[0, minute + 2000], undefined]);
  });

  it('ends with its project, and not with a state of the same', async () => {
    const { session } = sessionOf([[{ auth_id: 'one' }]]);
    await session.open(production);
    const { watch } = await started();
    watch.follow(session.state);
    assert.notEqual(watch.state.until, undefined);
    await session.open(staging);
    watch.follow(session.state);
    assert.deepEqual(watch.state.end, { kind: 'project' });
    watch.start(session.state);
    watch.follow({ kind: 'idle' });
    assert.deepEqual(watch.state.end, { kind: 'project' });
  });

  it('ends when the days shown are over, and not before', async () => {
    const shown = await shownState();
    assert.ok(shown.kind !== 'idle');
    const { watch } = await started();
    watch.follow({ ...shown, days: { from: '1969-12-01', to: '1970-01-01' } });
    assert.equal(watch.state.end, undefined);
    watch.follow({ ...shown, days: { from: '1969-12-01', to: '1969-12-31' } });
    assert.deepEqual([watch.state.until, watch.state.end], [undefined, { kind: 'past', last: '1969-12-31' }]);
  });

  it('counts what came until somebody has looked, and tells it', async () => {
    const answers = [
      [submissionOf({ auth_id: 'a' })],
      [],
      [submissionOf({ auth_id: 'b' }), submissionOf({ auth_id: 'c' })],
    ];
    const { watch, came, pass } = await started(() => ({ ...nothingNew, news: answers.shift() ?? [] }));
    await pass(11_000);
    assert.deepEqual([watch.state.count, came.map((news) => news.map(({ id }) => id).join())], [3, ['a', 'b,c']]);
    watch.stop();
    assert.equal(watch.state.count, 3);
    watch.seen();
    assert.equal(watch.state.count, 0);
  });

  it('counts nothing of its project on another one, whether it goes on or is over', async () => {
    const { session } = sessionOf([[{ auth_id: 'one' }]]);
    for (const isOver of [false, true]) {
      const { watch, pass } = await started(() => ({ ...nothingNew, news: [submissionOf({ auth_id: 'a' })] }));
      await pass(1000);
      assert.equal(watch.state.count, 1);
      if (isOver) {
        watch.stop();
      }
      await session.open(staging);
      watch.follow(session.state);
      assert.equal(watch.state.count, 0);
    }
  });

  it('tells nothing of what came after it was stopped', async () => {
    const gate = Promise.withResolvers<Newer>();
    const { watch, came, pass } = await started(async () => await gate.promise);
    const passing = pass(1000);
    watch.stop();
    gate.resolve({ ...nothingNew, news: [submissionOf({})] });
    await passing;
    assert.deepEqual([came.length, watch.state.count], [0, 0]);
  });

  it('pauses as long as the service asks, and says until when', async () => {
    const answers = [failing({ kind: 'rateLimited', status: 429, retryAt: 45_000 })];
    const { watch, looks, pass } = await started(() => answers.shift() ?? nothingNew);
    await pass(20_000);
    assert.equal(watch.state.pausedUntil, 45_000);
    await pass(31_000);
    assert.deepEqual([looks, watch.state.pausedUntil], [[0, 45_000, 50_000], undefined]);
  });

  it('ends in time also where the service asks for a longer pause', async () => {
    const { watch, looks, pass } = await started(() =>
      failing({ kind: 'rateLimited', status: 429, retryAt: 60 * minute }),
    );
    await pass(120 * minute);
    assert.deepEqual([looks.length, watch.state.end], [1, { kind: 'time' }]);
  });

  it('asks a service that is not well more and more rarely', async () => {
    const { looks, pass } = await started(() => failing({ kind: 'serviceDown', status: 503 }));
    await pass(3 * minute);
    assert.deepEqual(looks, [0, 10_000, 30_000, 70_000, 130_000]);
  });

  it('ends at what only a person can mend, and says why', async () => {
    const failure: Failure = { kind: 'keyNotAccepted', status: 403 };
    const { watch, looks, pass } = await started(() => failing(failure));
    await pass(minute);
    assert.deepEqual([looks.length, watch.state.end], [1, { kind: 'failed', failure }]);
  });

  it('ends at an error of ours, which is told once', async () => {
    const { watch, looks, pass } = await started(() => {
      throw new TypeError('ours');
    });
    await assert.rejects(async () => await pass(minute), /ours/);
    await pass(minute);
    assert.deepEqual([looks.length, watch.state.end], [1, { kind: 'stopped' }]);
  });

  it('finds what came into the list of a session', async () => {
    const pages = [[{ auth_id: 'one', auth_status: 'pending' }]];
    const { session } = sessionOf(pages);
    await session.open(production);
    const { came, pass } = await started(async () => await session.loadNewer());
    await pass(1000);
    pages[0] = [
      { auth_id: 'two', auth_status: 'approved' },
      { auth_id: 'one', auth_status: 'rejected' },
    ];
    await pass(10_000);
    assert.deepEqual(
      came.map((news) => news.map(({ id, status }) => `${id} ${status}`).toSorted()),
      [['one rejected', 'two approved']],
    );
  });
});
