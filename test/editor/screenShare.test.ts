import assert from 'node:assert/strict';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { Keyring } from '../../src/editor/project/keyring.ts';
import { Commands } from '../../src/editor/commands.ts';
import type { Core } from '../../src/editor/core.ts';
import { Aliases, isAlias } from '../../src/editor/screenShare/aliases.ts';
import { ScreenShare } from '../../src/editor/screenShare/screenShare.ts';
import { registerScreenShare } from '../../src/editor/screenShare/screenShareCommands.ts';
import { SharedState } from '../unit/editor/project/sharedState.ts';
import { SlowSecrets } from '../unit/editor/project/slowSecrets.ts';

describe('Screen-share mode', () => {
  let secrets: SlowSecrets;
  const windows: ScreenShare[] = [];

  beforeEach(() => {
    secrets = new SlowSecrets();
  });

  afterEach(() => {
    for (const one of windows.splice(0)) one.dispose();
  });

  const open = (state = new SharedState().window(), patience = 1000): ScreenShare => {
    const keyring = new Keyring(secrets, patience);
    const one = new ScreenShare({
      state,
      keyring,
      aliases: new Aliases(keyring),
      guard: async (work) => await work(),
      isId: (text) => text === 'fa_1',
    });
    windows.push(one);
    return one;
  };

  const changed = async ({ onDidChange }: ScreenShare): Promise<void> => {
    await new Promise<void>((resolve) => {
      onDidChange(() => resolve());
    });
  };

  it('is switched in all open windows at once, on and off, with the same aliases', async () => {
    const [one, other] = [open(), open()];
    for (const on of [true, false]) {
      const follows = changed(other);
      await one.toggle();
      await follows;
      assert.deepEqual([one.mask.on, other.mask.on], [on, on]);
      // The aliases of the other come to it a moment later.
      await setImmediate();
      assert.equal(one.mask.text('see fa_1'), other.mask.text('see fa_1'));
    }
  });

  it('is switched in another window also when the keyring is slow to answer there', async () => {
    secrets.onDidChange(({ key }) => {
      if (key === 'faceauth.screenShare') secrets.mood = 'silent';
    });
    const [one, other] = [open(), open(undefined, 5)];
    const follows = changed(other);
    await one.toggle();
    await setTimeout(20);
    assert.ok(!other.mask.on);
    secrets.awake();
    await follows;
    assert.ok(other.mask.on);
  });

  it('is on at once, with dots for ids until the keyring has told the aliases', async () => {
    secrets.mood = 'silent';
    const one = open();
    const toggled = one.toggle();
    assert.ok(one.mask.on);
    assert.equal(one.mask.text('see fa_1'), 'see …');
    const painted = changed(one);
    secrets.awake();
    await painted;
    assert.ok(isAlias(one.mask.id('fa_1')));
    await toggled;
  });

  it('has another mask once ids are shown otherwise, by which views tell what to paint again', async () => {
    const one = open();
    const masks = new Set([one.mask]);
    one.onDidChange(() => masks.add(one.mask));
    await one.toggle();
    assert.equal(masks.size, 3);
  });

  it('paints each window once for each switch, and once more when the aliases come', async () => {
    const one = open();
    const painted: string[] = [];
    one.onDidChange(() => painted.push(one.mask.id('fa_1')));
    for (let switches = 0; switches < 3; switches += 1) await one.toggle();
    const alias = one.mask.id('fa_1');
    assert.deepEqual(painted, ['…', alias, 'fa_1', alias]);
  });

  it('stays on in a window that is loaded again', async () => {
    const state = new SharedState().window();
    await open(state).toggle();
    assert.ok(open(state).mask.on);
  });

  it('stays on in a window of another profile, which has a state of its own', async () => {
    const [one, stateOfOther] = [open(), new SharedState().window()];
    const follows = changed(open(stateOfOther));
    await one.toggle();
    await follows;
    await setImmediate();
    assert.ok(open(stateOfOther).mask.on);
  });

  it('reaches a window of another profile that is opened later', async () => {
    await open().toggle();
    const later = open();
    await later.ready();
    assert.ok(later.mask.on);
  });

  it('reaches it also where the keyring is slow to answer, and nothing waits for that', async () => {
    await open().toggle();
    secrets.mood = 'silent';
    const later = open(undefined, 5);
    await later.ready();
    assert.ok(!later.mask.on);
    const follows = changed(later);
    secrets.awake();
    await follows;
    assert.ok(later.mask.on);
  });

  it('stays off in a window that is opened where it is off, or where there is no keyring', async () => {
    for (const mood of ['answers', 'refuses'] as const) {
      secrets.mood = mood;
      const one = open();
      await one.ready();
      assert.ok(!one.mask.on);
    }
  });

  it('is not taken back in a new window by what the keyring had before', async () => {
    const one = open();
    const seen: boolean[] = [];
    one.onDidChange(() => seen.push(one.mask.on));
    await Promise.all([one.ready(), one.toggle()]);
    assert.deepEqual(new Set(seen), new Set([true]));
  });

  it('goes on where the first command of a new window is to start it', async () => {
    await open().toggle();
    const later = open();
    const commands = new Commands(
      async (work) => await work(),
      async () => await Promise.resolve(),
    );
    const core = { commands, screenShare: later, shell: { startedBy: 'faceauth.toggleMask' } };
    const registered = registerScreenShare(core as unknown as Core);
    await later.ready();
    await commands.run('faceauth.toggleMask', []);
    assert.ok(later.mask.on);
    await commands.run('faceauth.toggleMask', []);
    assert.ok(!later.mask.on);
    registered.dispose();
  });

  it('is switched in its own window also without a keyring', async () => {
    secrets.mood = 'refuses';
    const one = open();
    await one.toggle();
    assert.ok(one.mask.on);
    assert.notEqual(one.mask.id('fa_1'), 'fa_1');
  });
});
