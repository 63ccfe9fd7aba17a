import assert from 'node:assert/strict';
import { Commands } from '../../../src/editor/commands.ts';

describe('The commands of all rooms', () => {
  it('run once what they may need is there, with what they were started on', async () => {
    const ready = Promise.withResolvers<void>();
    const steps: unknown[] = [];
    const commands = new Commands(
      async (work) => {
        await work();
      },
      async () => {
        await ready.promise;
        steps.push('ready');
      },
    );
    commands.register('faceauth.copyId', (given) => {
      steps.push(given);
    });
    const done = commands.run('faceauth.copyId', ['a row']);
    ready.resolve();
    await done;
    assert.deepEqual(steps, ['ready', ['a row']]);
  });
});
