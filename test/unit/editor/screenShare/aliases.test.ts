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
    let changedHere = 0;
    one.onDidChange(() => {
      changedHere += 1;
    });
    await one.forget();
    const later = window();
    await later.load();
    assert.notEqual(await agreed(one, other, later), before);
    assert.deepEqual([changedHere, changed], [1, 1]);
  });

  it('stay what they were in a file that is being written', async () => {
    const one = window();
    await one.load();
    const { now } = one;
    const before = now('fa_1');
    await one.forget();
    await setImmediate();
    assert.equal(now('fa_1'), before);
    assert.notEqual(one.of('fa_1'), before);
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

  it('last also where the keyring answers late that it has none', async () => {
    secrets.mood = 'silent';
    const first = window();
    await first.load();
    secrets.awake();
    await setImmediate();
    const later = window();
    await later.load();
    await agreed(first, later);
  });

  it('stay the new ones when they were forgotten before the keyring had told those of before', async () => {
    await window().load();
    secrets.mood = 'silent';
    const one = window();
    const loaded = one.load();
    const forgotten = one.forget();
    secrets.awake();
    await Promise.all([loaded, forgotten]);
    const later = window();
    await later.load();
    await agreed(one, later);
  });

  it('are for a salt what they were in every version, and others for every other id', async () => {
    await secrets.store('faceauth.aliasSalt', '00'.repeat(16) + 'ff'.repeat(16));
    const aliases = window();
    await aliases.load();
    assert.deepEqual(
      ['fa_23abCdEfGh', '0199cb93-bdf1-77ef-8cd4-3d38dec61830', '사용자1234😀'].map((id) => aliases.of(id)),
      ['id-mfkqqirdvkuk', 'id-t7httvehi2oo', 'id-nst3i8k7yhsv'],
    );
    const ids = ['', 'a', 'A', 'a '.repeat(40), 'fa_\u{D83D}', 'fa_\u{D83E}', 'fa_\u{FFFD}'];
    assert.equal(new Set(ids.map((id) => aliases.of(id))).size, ids.length);
  });
});
