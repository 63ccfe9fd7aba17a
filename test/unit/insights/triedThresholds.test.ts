import assert from 'node:assert/strict';
import { staging } from '../session/opened.ts';
import { loadedState, lowOnes, painting, triedIn } from './painting.ts';

const some = await loadedState(lowOnes(3, 'mine'));
const others = await loadedState(lowOnes(2, 'theirs'), staging);

describe('tried thresholds', () => {
  it('come back for the project that they were tried for', async () => {
    const { painter, posted } = painting(some, { project: 'p', tried: [70, 0, 0, 0, 0] });
    await painter.update();
    assert.deepEqual(triedIn(posted[0]), [70, 0, 0, 0, 0]);
  });

  it('do not follow into another project', async () => {
    const { painter, outside, posted } = painting(some);
    await painter.update();
    await painter.simulate((one) => one.try(0, 70));
    outside.state = others;
    await painter.update();
    assert.deepEqual(triedIn(posted.at(-1)), [85, 0, 0, 0, 0]);
    assert.deepEqual(posted.at(-1)?.state, { project: 's', tried: [] });
  });

  it('wait while nothing is loaded yet', async () => {
    const { painter, outside, posted } = painting({ kind: 'idle' }, { project: 'p', tried: [70, 0, 0, 0, 0] });
    await painter.update();
    outside.state = some;
    await painter.update();
    assert.deepEqual(triedIn(posted.at(-1)), [70, 0, 0, 0, 0]);
  });

  it('are tried in a chosen way, which the page keeps, and the charts beside them are sent once', async () => {
    const { painter, posted } = painting(await loadedState(lowOnes(3, 'mine')));
    await painter.update();
    await painter.simulate((one) => one.choose('newestOnly', true));
    const last = posted.at(-1);
    assert.equal(last?.kind, 'simulation');
    assert.deepEqual(last.state.choices, ['newestOnly']);
    assert.ok(last.simulation.choices.some(({ choice, on }) => choice === 'newestOnly' && on));
    await painter.simulate((one) => one.choose('newestOnly', false));
    assert.deepEqual(posted.at(-1)?.state.choices, []);
  });

  it('are compared with others, which the page keeps, until that is ended', async () => {
    const { painter, posted } = painting(some);
    await painter.update();
    await painter.simulate((one) => one.compareWith([60, 0, 0, 0, 0]));
    const last = posted.at(-1);
    assert.equal(last?.kind, 'simulation');
    assert.deepEqual(last.state.compared, [60, 0, 0, 0, 0]);
    assert.ok(last.simulation.comparison);
    await painter.simulate((one) => one.try(0, 70));
    assert.deepEqual(painter.trying?.compared?.thresholds, [60, 0, 0, 0, 0]);
    await painter.simulate((one) => one.compareWith(undefined));
    assert.equal(painter.trying?.compared, undefined);
  });

  it('are compared again after a reload, and with nothing in another project', async () => {
    const kept = { project: 'p', tried: [], compared: [60, 0, 0, 0, 0] };
    const { painter, outside } = painting(some, kept);
    await painter.update();
    assert.deepEqual(painter.trying?.compared?.thresholds, [60, 0, 0, 0, 0]);
    outside.state = others;
    await painter.update();
    assert.equal(painter.trying?.compared, undefined);
  });
});
