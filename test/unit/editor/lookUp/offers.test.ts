import assert from 'node:assert/strict';
import { offersOf, type Offer, type OfferSources } from '../../../../src/editor/lookUp/offers.ts';
import { assertBounded } from '../../growth.ts';

const never = new Promise<never>(() => undefined);

async function offered(sources: Partial<OfferSources>): Promise<readonly Offer[]> {
  const all = offersOf({
    selection: '',
    readClipboard: async () => await Promise.resolve(''),
    history: Promise.resolve([]),
    ...sources,
  });
  return (await Promise.all(all)).flat();
}

describe('The ids that a look-up offers', () => {
  it('are those of the selection, the clipboard and the history, in this order', async () => {
    const offers = await offered({
      selection: 'WARN authId=fa_1 rejected',
      readClipboard: async () => await Promise.resolve('fa_0000002'),
      history: Promise.resolve(['fa_3', 'fa_4']),
    });
    assert.deepEqual(
      offers.map(({ id }) => id),
      ['fa_1', 'fa_0000002', 'fa_3', 'fa_4'],
    );
  });

  it('say which of them merely lie in the clipboard', async () => {
    const offers = await offered({
      selection: 'fa_0000001',
      readClipboard: async () => await Promise.resolve('fa_0000002'),
      history: Promise.resolve(['fa_3']),
    });
    assert.deepEqual(
      offers.filter(({ isUnasked }) => isUnasked).map(({ id }) => id),
      ['fa_0000002'],
    );
  });

  it('come without the clipboard where that never answers', async () => {
    const [selected, , before] = offersOf({
      selection: 'fa_0000001',
      readClipboard: async () => await never,
      history: Promise.resolve(['fa_3']),
    });
    assert.deepEqual(
      [await selected, await before].flat().map((offer) => offer?.id),
      ['fa_0000001', 'fa_3'],
    );
  });

  it('come without the clipboard where that may not be read', async () => {
    const refuse = async (): Promise<string> => await Promise.reject(new Error('NotAllowedError'));
    assert.deepEqual(await offered({ readClipboard: refuse }), []);
  });

  it('are none of a clipboard with 50 MB in it, which is not read through for that', async () => {
    const record = '{"authId":"fa_0000001"},';
    await assertBounded(async (size) => {
      const readClipboard = async (): Promise<string> => await Promise.resolve(record.repeat(size));
      assert.deepEqual(await offered({ readClipboard }), []);
    }, 2_000_000);
  });
});
