import assert from 'node:assert/strict';
import { workTreeOf } from '../../../../src/editor/export/workTree.ts';

const having =
  (...paths: readonly string[]) =>
  async (path: string): Promise<boolean> =>
    await Promise.resolve(paths.includes(path));

describe('The git work tree of a file', () => {
  it('is the nearest folder above it that has .git, a folder or a file', async () => {
    const exists = having('/home/me/shop/.git', '/home/me/shop/lib/.git');
    assert.equal(await workTreeOf('/home/me/shop/data/deep/out.json', exists), '/home/me/shop');
    assert.equal(await workTreeOf('/home/me/shop/lib/out.json', exists), '/home/me/shop/lib');
  });

  it('is none outside of it, also where a name begins alike', async () => {
    const exists = having('/home/me/shop/.git');
    assert.equal(await workTreeOf('/home/me/shop-data/out.json', exists), undefined);
    assert.equal(await workTreeOf('/out.json', exists), undefined);
  });

  it('is found on Windows too', async () => {
    const exists = having('C:\\shop/.git');
    assert.equal(await workTreeOf('C:\\shop\\data\\out.json', exists), 'C:\\shop');
    assert.equal(await workTreeOf('C:\\out.json', exists), undefined);
  });
});
