import assert from 'node:assert/strict';
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once, openLocalFile, whenLetGo } from '../../../../src/editor/export/localFile.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file that is being written', () => {
  let folder = '';
  let target = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'faceauth-export-'));
    target = join(folder, 'range.json');
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('stands beside its target, which appears whole when it is complete', async () => {
    const file = await openLocalFile(target);
    await file.write(bytes('one '));
    await file.write(bytes('two'));
    assert.deepEqual(await readdir(folder), ['range.json.partial']);
    await file.complete();
    assert.deepEqual(await readdir(folder), ['range.json']);
    assert.equal(await readFile(target, 'utf8'), 'one two');
  });

  it('leaves a target from before as it is until it is complete, then takes its place', async () => {
    await writeFile(target, 'from before, and longer');
    const file = await openLocalFile(target);
    await file.write(bytes('new'));
    assert.equal(await readFile(target, 'utf8'), 'from before, and longer');
    await file.complete();
    assert.equal(await readFile(target, 'utf8'), 'new');
    assert.deepEqual(await readdir(folder), ['range.json']);
  });

  it('is empty when nothing was written', async () => {
    await (await openLocalFile(target)).complete();
    assert.equal(await readFile(target, 'utf8'), '');
  });

  it('can be kept: it stays where it is and the target does not appear', async () => {
    const file = await openLocalFile(target);
    await file.write(bytes('half'));
    assert.equal(await file.keep(), `${target}.partial`);
    assert.deepEqual(await readdir(folder), ['range.json.partial']);
    assert.equal(await readFile(`${target}.partial`, 'utf8'), 'half');
  });

  it('can be discarded: nothing of it is left, and the target is as before', async () => {
    await writeFile(target, 'before');
    const file = await openLocalFile(target);
    await file.write(bytes('half'));
    await file.discard();
    assert.deepEqual(await readdir(folder), ['range.json']);
    assert.equal(await readFile(target, 'utf8'), 'before');
    await file.discard();
  });

  it('does not touch a partial file from before', async () => {
    await writeFile(`${target}.partial`, 'kept');
    await writeFile(`${target}.2.partial`, 'kept too');
    const file = await openLocalFile(target);
    await file.write(bytes('new'));
    assert.equal(await readFile(`${target}.3.partial`, 'utf8'), 'new');
    await file.complete();
    assert.equal(await readFile(`${target}.partial`, 'utf8'), 'kept');
    assert.equal(await readFile(`${target}.2.partial`, 'utf8'), 'kept too');
    assert.equal(await readFile(target, 'utf8'), 'new');
  });

  it('does not follow a link that lies in its place', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const elsewhere = join(folder, 'elsewhere');
    await symlink(elsewhere, `${target}.partial`);
    const file = await openLocalFile(target);
    await file.write(bytes('new'));
    await file.complete();
    await assert.rejects(stat(elsewhere));
  });

  it('is not shared by two that write at once', async () => {
    const files = await Promise.all(Array.from({ length: 5 }, async () => await openLocalFile(target)));
    assert.equal((await readdir(folder)).length, 5);
    await Promise.all(files.map(async (file, index) => await file.write(bytes(`${index}`))));
    await Promise.all(files.map(async (file) => await file.complete()));
    assert.deepEqual(await readdir(folder), ['range.json']);
    assert.equal((await readFile(target, 'utf8')).length, 1);
  });

  it('is nobody else’s business, while it is written and after', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    await writeFile(target, 'before', { mode: 0o644 });
    const file = await openLocalFile(target);
    assert.equal((await stat(`${target}.partial`)).mode & 0o777, 0o600);
    await file.complete();
    assert.equal((await stat(target)).mode & 0o777, 0o600);
  });

  it('takes large pieces whole and in their order', async () => {
    const file = await openLocalFile(target);
    const pieces = Array.from({ length: 8 }, (_, index) => Buffer.alloc(3_000_000 + index, index));
    for (const piece of pieces) {
      await file.write(piece);
    }
    await file.complete();
    assert.ok(Buffer.concat(pieces).equals(await readFile(target)));
  });

  it('rejects with the error of the file system when its folder does not exist', async () => {
    await assert.rejects(openLocalFile(join(folder, 'none', 'range.json')), { code: 'ENOENT' });
  });

  it('can be kept or discarded when it cannot take the place of its target', async () => {
    await mkdir(join(target, 'full'), { recursive: true });
    const kept = await openLocalFile(target);
    await kept.write(bytes('kept'));
    await assert.rejects(kept.complete(), /EISDIR|ENOTEMPTY|EPERM|EEXIST/);
    assert.equal(await readFile(await kept.keep(), 'utf8'), 'kept');
    const discarded = await openLocalFile(target);
    await assert.rejects(discarded.complete());
    await discarded.discard();
    assert.deepEqual((await readdir(folder)).toSorted(), ['range.json', 'range.json.partial']);
  });

  it('takes the place of its target when what stood there has gone', async () => {
    await mkdir(join(target, 'full'), { recursive: true });
    const file = await openLocalFile(target);
    await file.write(bytes('whole'));
    await assert.rejects(file.complete());
    await rm(target, { recursive: true });
    await file.complete();
    assert.equal(await readFile(target, 'utf8'), 'whole');
  });

  it('takes the place of the file that a link leads to, and the link stays', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const elsewhere = join(folder, 'elsewhere');
    await mkdir(elsewhere);
    await writeFile(join(elsewhere, 'real.json'), 'before');
    await symlink(join(elsewhere, 'real.json'), target);
    const file = await openLocalFile(target);
    await file.write(bytes('new'));
    await file.complete();
    assert.ok((await lstat(target)).isSymbolicLink());
    assert.equal(await readFile(join(elsewhere, 'real.json'), 'utf8'), 'new');
    assert.deepEqual(await readdir(elsewhere), ['real.json']);
  });

  it('takes no more once it is kept', async () => {
    const file = await openLocalFile(target);
    await file.keep();
    await assert.rejects(file.write(bytes('late')));
  });
});

describe('what the disk refused', () => {
  it('stays refused, and what it took is not asked for twice', async () => {
    let asked = 0;
    const full = once(async () => {
      asked++;
      throw Object.assign(new Error('no room'), { code: 'EIO' });
    });
    await assert.rejects(full(), { code: 'EIO' });
    await assert.rejects(full(), { code: 'EIO' });
    assert.equal(asked, 1);
  });
});

describe('a file that somebody holds', () => {
  const held = (code: string): Error => Object.assign(new Error('held'), { code });

  for (const code of ['EBUSY', 'EPERM', 'EACCES']) {
    it(`is asked for again until it is let go (${code})`, async () => {
      let asked = 0;
      await whenLetGo(async () => {
        asked++;
        if (asked < 3) throw held(code);
      });
      assert.equal(asked, 3);
    });
  }

  it('is given up after a few times', async () => {
    let asked = 0;
    const work = whenLetGo(async () => {
      asked++;
      throw held('EBUSY');
    });
    await assert.rejects(work, { code: 'EBUSY' });
    assert.equal(asked, 5);
  });

  it('is asked for once when something else is wrong', async () => {
    let asked = 0;
    const work = whenLetGo(async () => {
      asked++;
      throw held('ENOSPC');
    });
    await assert.rejects(work, { code: 'ENOSPC' });
    assert.equal(asked, 1);
  });
});
