import assert from 'node:assert/strict';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { Keyring } from '../../src/editor/project/keyring.ts';
import { Aliases } from '../../src/editor/screenShare/aliases.ts';
import { ScreenShare } from '../../src/editor/screenShare/screenShare.ts';
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

  it('paints each window once for each switch', async () => {
    const one = open();
    let painted = 0;
    one.onDidChange(() => painted++);
    await one.toggle();
    assert.equal(painted, 1);
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

  it('is switched in its own window also without a keyring', async () => {
    secrets.mood = 'refuses';
    const one = open();
    await one.toggle();
    assert.ok(one.mask.on);
    assert.notEqual(one.mask.id('fa_1'), 'fa_1');
  });
});
