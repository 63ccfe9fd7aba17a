import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Keyring } from '../../../../src/editor/project/keyring.ts';
import { Aliases, isAlias } from '../../../../src/editor/screenShare/aliases.ts';
import { SlowSecrets } from '../project/slowSecrets.ts';

describe('The aliases of all windows', () => {
  let secrets: SlowSecrets;
  const open: Aliases[] = [];

  const window = (): Aliases => {
    const aliases = new Aliases(new Keyring(secrets, 20));
    open.push(aliases);
    return aliases;
  };

  const agreed = async (...windows: readonly Aliases[]): Promise<string> => {
    await setImmediate();
    const shown = new Set(windows.map((aliases) => aliases.of('fa_1')));
    assert.equal(shown.size, 1);
    const [alias = ''] = shown;
    assert.ok(isAlias(alias), alias);
    return alias;
  };

  beforeEach(() => {
    secrets = new SlowSecrets();
  });

  afterEach(() => {
    for (const aliases of open.splice(0)) aliases.dispose();
  });

  it('are the same when two windows need the first one at once', async () => {
    const [one, other] = [window(), window()];
    await Promise.all([one.load(), other.load()]);
    await agreed(one, other);
  });

  it('are the same after they were forgotten: here, in another window and after a reload', async () => {
    const [one, other] = [window(), window()];
    await one.load();
    await other.load();
    const before = await agreed(one, other);
    let changed = 0;
    other.onDidChange(() => {
      changed += 1;
    });
    await one.forget();
    const later = window();
    await later.load();
    assert.notEqual(await agreed(one, other, later), before);
    assert.equal(changed, 1);
  });

  it('last as long as the window where there is no keyring', async () => {
    secrets.mood = 'refuses';
    const [one, other] = [window(), window()];
    await one.load();
    await other.load();
    assert.ok(isAlias(one.of('fa_1')));
    assert.notEqual(one.of('fa_1'), other.of('fa_1'));
    await one.forget();
    assert.ok(isAlias(one.of('fa_1')));
  });

  it('are there after a few seconds when the keyring does not answer, and those of the machine once it does', async () => {
    const first = window();
    await first.load();
    secrets.mood = 'silent';
    const later = window();
    await later.load();
    assert.ok(isAlias(later.of('fa_1')));
    secrets.awake();
    await setImmediate();
    await agreed(first, later);
  });
});
