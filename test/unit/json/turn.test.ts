import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { Turn } from '../../../src/json/turn.ts';

function workOn(turn: Turn): void {
  while (!turn.over) {
    // Holds the thread.
  }
}

async function begun(): Promise<Turn> {
  for (;;) {
    await sleep(0);
    const turn = new Turn();
    if (!turn.over) {
      return turn;
    }
  }
}

describe('a turn', () => {
  it('is shared by work that follows on other work: together they hold the thread no longer', async () => {
    workOn(await begun());
    assert.ok(new Turn().over);
  });

  it('is shared across waiting for what is there already', async () => {
    workOn(await begun());
    await Promise.resolve();
    assert.ok(new Turn().over);
  });

  it('begins anew for whoever had passed the thread on, and for what follows', async () => {
    const turn = await begun();
    workOn(turn);
    await turn.pass();
    const next = new Turn();
    workOn(turn);
    assert.ok(next.over);
  });

  it('lets others have the thread when it passes', async () => {
    const turn = await begun();
    const had: unknown[] = [];
    setImmediate(() => {
      had.push('message');
    });
    setTimeout(() => had.push('timer'), 0);
    workOn(turn);
    assert.equal(had.length, 0);
    await turn.pass();
    assert.ok(had.includes('message'));
    // A timer gets the thread before the work gets it back for the second time.
    await turn.pass();
    assert.deepEqual(new Set(had), new Set(['message', 'timer']));
  });

  it('is a new one once others had the thread', async () => {
    workOn(await begun());
    await assert.doesNotReject(begun());
  });
});
