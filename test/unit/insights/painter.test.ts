import assert from 'node:assert/strict';
import type { InsightsToPage } from '../../../src/protocol/insights.ts';
import { maskWith } from '../../../src/submissions/privacy/mask.ts';
import { staging } from '../session/opened.ts';
import { standingIn } from '../submissions/zone.ts';
import { aliased, loadedState, lowOnes, painting, triedIn } from './painting.ts';

const some = await loadedState(lowOnes(3, 'mine'));
const others = await loadedState(lowOnes(2, 'theirs'), staging);

function kindsOf(posted: readonly InsightsToPage[]): readonly string[] {
  return posted.map(({ kind }) => kind);
}

function factsIn(message: InsightsToPage | undefined): string {
  return message?.kind === 'insights' ? message.view.facts.join(' | ') : '';
}

describe('a painter of insights', () => {
  it('sends nothing to a page that was closed meanwhile', async () => {
    const { painter, posted } = painting(some);
    const painted = painter.update();
    painter.end();
    await painted;
    await painter.update();
    assert.deepEqual(posted, []);
  });

  it('sends nothing of a project that is no longer shown', async () => {
    const { painter, outside, posted } = painting(some);
    const painted = painter.update();
    outside.state = others;
    await Promise.all([painted, painter.update()]);
    assert.deepEqual(kindsOf(posted), ['insights']);
    assert.match(JSON.stringify(posted), /Staging/);
    assert.doesNotMatch(JSON.stringify(posted), /mine-/);
  });

  it('lets no simulation that is on its way come after the empty page', async () => {
    const { painter, outside, posted } = painting(some);
    await painter.update();
    const tried = painter.simulate((one) => one.try(0, 70));
    outside.state = { kind: 'idle' };
    await Promise.all([painter.update(), tried]);
    assert.deepEqual(kindsOf(posted), ['insights', 'empty']);
  });

  it('takes no threshold while there is nothing to try it on', async () => {
    for (const kept of [[], [70, 0, 0, 0, 0]]) {
      const { painter, outside, posted } = painting({ kind: 'idle' }, { project: 'p', tried: kept });
      await painter.simulate((one) => one.try(0, 60));
      assert.deepEqual(posted, []);
      outside.state = some;
      await painter.update();
      assert.deepEqual(triedIn(posted[0]), kept.length === 0 ? [85, 0, 0, 0, 0] : kept);
    }
  });

  it('takes every threshold that is tried, the newest for all', async () => {
    const { painter, posted } = painting(some);
    await painter.update();
    await Promise.all([painter.simulate((one) => one.try(0, 70)), painter.simulate((one) => one.try(1, 50))]);
    assert.deepEqual(kindsOf(posted), ['insights', 'simulation']);
    assert.deepEqual(triedIn(posted[1]), [70, 50, 0, 0, 0]);
    await painter.simulate((one) => one.reset());
    assert.deepEqual(triedIn(posted[2]), [85, 0, 0, 0, 0]);
  });

  it('sends nothing again while nothing has changed', async () => {
    const { painter, posted } = painting(some);
    await painter.update();
    await painter.update();
    assert.deepEqual(kindsOf(posted), ['insights']);
  });

  it('sends all of it to a page that begins anew, also after a state without anything to show', async () => {
    const { painter, outside, posted } = painting(some);
    await painter.update();
    await painter.begin();
    assert.deepEqual(kindsOf(posted), ['insights', 'insights']);
    outside.state = { kind: 'idle' };
    await painter.update();
    outside.state = some;
    await painter.update();
    assert.deepEqual(kindsOf(posted), ['insights', 'insights', 'empty', 'insights']);
  });

  it('names more of those that flip when asked to', async () => {
    const { painter } = painting(await loadedState(lowOnes(150, 'many')));
    await painter.update();
    await painter.simulate((one) => one.try(0, 70));
    const list = () => painter.painted?.simulation.list;
    assert.deepEqual([list()?.rows.length, list()?.more, list()?.note], [100, 'Show 50 more', '50 more']);
    await painter.simulate((one) => one.showMoreFlips());
    assert.deepEqual([list()?.rows.length, list()?.more, list()?.note], [150, undefined, '']);
  });
});

describe('the line above the insights', () => {
  it('tells which days they cover, and whose days these are', async () => {
    const { painter, posted } = painting(some);
    await painter.update();
    assert.match(factsIn(posted[0]), /1 Oct 2025, days in UTC/);
  });

  it('names the project as it is called now, and as of when the newest were read last', async () => {
    assert.ok(some.kind === 'ready');
    const readAt = Date.UTC(2025, 9, 2, 8);
    const { painter, outside, posted } = painting({ ...some, readAt });
    await painter.update();
    outside.state = { ...some, project: { ...some.project, name: 'Live' }, readAt: readAt + 90 * 60_000 };
    await painter.update();
    assert.match(factsIn(posted[0]), /^Production · .* · as of 2025-10-02 08:00/);
    assert.match(factsIn(posted[1]), /^Live · .* · as of 2025-10-02 09:30/);
  });

  it('counts what is left out because it cannot be read', async () => {
    const { painter, posted } = painting(await loadedState([...lowOnes(1, 'mine'), {}, { auth_status: 'approved' }]));
    await painter.update();
    assert.match(factsIn(posted[0]), /2 records that cannot be read are left out\./);
  });

  it('says that more is being loaded, and what kept it from coming', async () => {
    const { painter, outside, posted } = painting(some);
    await painter.update();
    assert.ok(some.kind === 'ready');
    outside.state = { ...some, kind: 'loading', wish: { kind: 'older' } };
    await painter.update();
    assert.match(factsIn(posted[1]), /More is being loaded\./);
    outside.state = { ...some, kind: 'failed', failure: { kind: 'tooSlow', seconds: 30 } };
    await painter.update();
    assert.match(factsIn(posted[2]), /within 30 seconds\. Try again/);
  });
});

describe('the days that local insights cover', () => {
  standingIn('Europe/Berlin');

  it('are said to be of the zone by each name that it had', async () => {
    const [low] = lowOnes(1, 'mine');
    const times = ['2025-01-10T12:00:00Z', '2025-07-10T12:00:00Z', '2025-12-10T12:00:00Z'];
    const state = await loadedState(times.map((create_time) => ({ ...low, auth_id: create_time, create_time })));
    assert.ok(state.kind === 'ready');
    const { loaded } = state;
    const local = { ...loaded, arrangement: { ...loaded.arrangement, zone: 'local' as const } };
    const { painter, posted } = painting({ ...state, loaded: local });
    await painter.update();
    assert.match(factsIn(posted[0]), /10 Dec 2025, days in GMT\+1 and GMT\+2$/);
  });
});

describe('screen-share mode in the insights', () => {
  it('counts as soon as it is on, for what is being looked at, too', async () => {
    const { painter, outside, posted } = painting(some, { project: 'p', tried: [70, 0, 0, 0, 0] });
    const painted = painter.update();
    outside.mask = aliased;
    await painted;
    assert.match(JSON.stringify(posted), /alias of 6/);
    assert.doesNotMatch(JSON.stringify(posted), /mine-/);
  });

  it('is painted at once, without looking at anything again', async () => {
    const { painter, outside, posted } = painting(some, { project: 'p', tried: [70, 0, 0, 0, 0] });
    await painter.update();
    outside.mask = aliased;
    const updated = painter.update();
    assert.equal(posted.length, 2);
    assert.doesNotMatch(JSON.stringify(posted[1]), /mine-/);
    await updated;
    assert.equal(posted.length, 2);
  });

  it('replaces an id also where a status or a fail code should be', async () => {
    const [low] = lowOnes(1, 'mine');
    const { painter, outside, posted } = painting(
      await loadedState([
        { ...low, fail_code: ['mine-0'] },
        { ...low, auth_id: 'other', auth_status: 'like mine-0' },
      ]),
    );
    const isId = (text: string): boolean => text === 'mine-0' || text === 'other';
    outside.mask = maskWith(() => 'alias', isId);
    await painter.update();
    assert.match(JSON.stringify(posted), /like alias/i);
    assert.doesNotMatch(JSON.stringify(posted), /mine-0/);
  });

  it('replaces an id within what was sent in the place of a threshold', async () => {
    const [low] = lowOnes(1, 'mine');
    const policy = { faceSimilarity_threshold: 85, occluded_threshold: { authId: 'zz_9' } };
    const { painter, outside, posted } = painting(await loadedState([{ ...low, policy }]));
    outside.mask = aliased;
    await painter.update();
    assert.match(JSON.stringify(posted), /authId[^a]+alias of/);
    assert.doesNotMatch(`${JSON.stringify(posted)} ${painter.painted?.policy}`, /zz_9/);
  });

  it('does not wait for what is being looked at', async () => {
    const { painter, outside, posted } = painting(some, { project: 'p', tried: [70, 0, 0, 0, 0] });
    await painter.update();
    outside.state = await loadedState(lowOnes(9, 'later'));
    outside.mask = aliased;
    const updated = painter.update();
    assert.doesNotMatch(JSON.stringify(posted[1]), /mine-/);
    await updated;
    assert.doesNotMatch(JSON.stringify(posted.slice(1)), /mine-|later-/);
  });
});

describe('a click on a mark', () => {
  const keyOf = (message: InsightsToPage | undefined): string =>
    message?.kind === 'insights' ? (message.view.codes.rows[0]?.mark.key ?? '') : '';

  it('opens nothing when its page is about what is no longer there', async () => {
    const { painter, outside, posted } = painting(some);
    await painter.update();
    const key = keyOf(posted[0]);
    assert.equal(painter.painted?.marks[0]?.targetOf(key)?.kind, 'some');
    outside.state = others;
    await painter.update();
    assert.notEqual(keyOf(posted.at(-1)), key);
    assert.deepEqual(
      painter.painted?.marks.map((marks) => marks.targetOf(key)),
      [undefined, undefined],
    );
  });

  it('opens the same submission in whichever list it stands', async () => {
    const { painter } = painting(some);
    await painter.update();
    await painter.simulate((one) => one.try(0, 70));
    const keys = (): readonly string[] => painter.painted?.simulation.list.rows.map(({ mark }) => mark.key) ?? [];
    const before = keys();
    await painter.simulate((one) => one.try(0, 71));
    assert.deepEqual(keys(), before);
    assert.deepEqual(painter.painted?.marks[1]?.targetOf(before[1] ?? ''), { kind: 'one', id: 'mine-1' });
  });
});
