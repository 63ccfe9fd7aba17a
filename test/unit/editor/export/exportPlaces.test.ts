import assert from 'node:assert/strict';
import { ExportPlaces } from '../../../../src/editor/export/exportPlaces.ts';
import { SharedState } from '../project/sharedState.ts';

describe('Where exports begin', () => {
  it('is the folder of the last one', async () => {
    const places = new ExportPlaces(new SharedState().window());
    assert.equal(places.folder, undefined);
    await places.remember('/home/me/exports', ['/home/me/shop']);
    await places.remember('/home/me/shop-data', ['/home/me/shop']);
    assert.equal(places.folder, '/home/me/shop-data');
  });

  it('is never a folder of the workspace', async () => {
    const places = new ExportPlaces(new SharedState().window());
    await places.remember('/home/me/exports', ['/home/me/shop']);
    await places.remember('/home/me/shop', ['/home/me/shop']);
    await places.remember('/home/me/shop/data', ['/home/me/shop']);
    await places.remember('C:\\shop\\data', ['C:\\shop']);
    assert.equal(places.folder, '/home/me/exports');
  });

  it('is asked about once in each git work tree, also by a later window', async () => {
    const shared = new SharedState();
    await new ExportPlaces(shared.window()).accept('/home/me/shop');
    const later = new ExportPlaces(shared.window());
    assert.ok(later.isAccepted('/home/me/shop'));
    assert.equal(later.isAccepted('/home/me/other'), false);
  });
});
