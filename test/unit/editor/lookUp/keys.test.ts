import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { withoutKeys } from '../../../../src/editor/lookUp/withoutKeys.ts';
import { KnownKeys } from '../../../../src/editor/project/knownKeys.ts';
import { idsInText } from '../../../../src/submissions/privacy/idInText.ts';

const keys = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{18,38}[A-Za-z0-9]$/);
const surroundings = fc.constantFrom(
  ['', ''],
  ['"', '"'],
  ['x-api-key=', ''],
  ['"apiKey":"', '"'],
  ['authId=', ''],
  ['{"auth_id": "', '"}'],
  ['https://a.example/v3/faceauth?authId=', '&count=1'],
  ['fa_0000001\n', ''],
  ['curl -H "x-api-key: ', '" "https://a.example/v3/faceauth?authId=fa_0000001"'],
);

describe('An API key in a text that is looked up', () => {
  it('is never among the ids to ask for', async () => {
    await fc.assert(
      fc.asyncProperty(keys, surroundings, async (key, [before, after]) => {
        const known = new KnownKeys();
        await known.add(key);
        const found = idsInText(`${before}${key}${after}`);
        const ids = 'ids' in found ? await withoutKeys(found.ids, async (id) => await known.has(id)) : [];
        assert.ok(!ids.some((id) => id.includes(key)), `${before}…${after} gives ${ids.join(' ')}`);
      }),
    );
  });

  it('leaves the other ids of the text', async () => {
    const isKey = async (text: string): Promise<boolean> => await Promise.resolve(text === 'a-key-of-16-signs');
    assert.deepEqual(await withoutKeys(['fa_1', 'a-key-of-16-signs', 'fa_2'], isKey), ['fa_1', 'fa_2']);
  });
});
