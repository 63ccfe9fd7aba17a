import assert from 'node:assert/strict';
import { assert as check, asyncProperty, constantFrom, string } from 'fast-check';
import { KnownKeys } from '../../../../src/editor/project/knownKeys.ts';

const signs = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
const keys = string({ unit: constantFrom(...signs), minLength: 12, maxLength: 60 });

describe('Keys that were seen in this window', () => {
  it('are known again, whatever stands around them', async () => {
    await check(
      asyncProperty(keys, constantFrom('', ' ', '\n'), async (key, around) => {
        const known = new KnownKeys();
        await known.add(key);
        assert.ok(await known.has(around + key + around));
      }),
      { numRuns: 200 },
    );
  });

  it('are known in the command that a person copied them with', async () => {
    const known = new KnownKeys();
    await known.add('Zk3mQ9xV2bN8cL5p');
    for (const text of [
      `curl --header "x-api-key: Zk3mQ9xV2bN8cL5p" 'https://host/v3/faceauth'`,
      'FACEAUTH_API_KEY=Zk3mQ9xV2bN8cL5p',
      '{"key":"Zk3mQ9xV2bN8cL5p"}',
    ]) {
      assert.ok(await known.has(text), text);
    }
  });

  it('are known by a piece, as a search for ids cuts them at their signs', async () => {
    const known = new KnownKeys();
    await known.add('AbCdEfGhIj+KlMnOpQrSt/uvwxyz01==');
    assert.ok(await known.has('KlMnOpQrSt'));
  });

  it('are nothing else: neither an id nor a short word in them', async () => {
    const known = new KnownKeys();
    await known.add('prod.Zk3mQ9xV2bN8cL5p');
    for (const text of ['fa_0123456789abcdef', 'prod', '', ' ', 'Zk3mQ9xV2bN8cL5']) {
      assert.equal(await known.has(text), false, text);
    }
  });
});
