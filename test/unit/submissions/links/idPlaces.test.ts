import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { idPlacesIn, mostPlaces } from '../../../../src/submissions/links/idPlaces.ts';
import { assertLinear } from '../../growth.ts';

const known = new Set([
  'fa_3kJ9x2LmQp',
  '0199cb93-bdf1-77ef-8cd4-3d38dec61830',
  '1234567890',
  'abcdef_ghijkl1',
  'fa_WqErTyUiOp',
]);
const isKnown = (word: string): boolean => known.has(word);

const found = (text: string): readonly string[] =>
  idPlacesIn(text, isKnown).map(
    ({ id, line, start, end, known: is }) => `${line}:${start}-${end} ${id}${is ? '' : '?'}`,
  );

describe('The places of ids in a text', () => {
  for (const [text, ...places] of [
    ['user fa_3kJ9x2LmQp was rejected', '0:5-18 fa_3kJ9x2LmQp'],
    ['fa_3kJ9x2LmQp', '0:0-13 fa_3kJ9x2LmQp'],
    ['see fa_WqErTyUiOp', '0:4-17 fa_WqErTyUiOp'],
    ['"fa_3kJ9x2LmQp",', '0:1-14 fa_3kJ9x2LmQp'],
    ['/v3/0199cb93-bdf1-77ef-8cd4-3d38dec61830?', '0:4-40 0199cb93-bdf1-77ef-8cd4-3d38dec61830'],
    ['id=1234567890', '0:3-13 1234567890'],
    ['a\nb\r\n  fa_3kJ9x2LmQp', '2:2-15 fa_3kJ9x2LmQp'],
    ['한국어 fa_3kJ9x2LmQp입니다', '0:4-17 fa_3kJ9x2LmQp'],
    ['fa_3kJ9x2LmQp fa_3kJ9x2LmQp', '0:0-13 fa_3kJ9x2LmQp', '0:14-27 fa_3kJ9x2LmQp'],
    ['authId=fa_other12', '0:7-17 fa_other12?'],
    ['auth_id: fa_other12', '0:9-19 fa_other12?'],
    ['{"auth_id":"fa_other12"}', '0:12-22 fa_other12?'],
    ['{\\"authId\\":\\"fa_other12\\"}', '0:14-24 fa_other12?'],
    ['authentication-id => fa_other12.', '0:21-31 fa_other12?'],
    ['GET /v3?authId=fa_other12&count=1', '0:15-25 fa_other12?'],
    ['authId%3Dfa_other12', '0:9-19 fa_other12?'],
    ['{\\\\\\"authId\\\\\\":\\\\\\"fa_other12\\\\\\"}', '0:20-30 fa_other12?'],
    ['authId=fa_other12\\n authId=fa_other13\\u0026x', '0:7-17 fa_other12?', '0:27-37 fa_other13?'],
    ['authId=fa_other12\\&startDate=2', '0:7-17 fa_other12?'],
    ['authId=fa_other12\\x22, authId=fa_other13\\033[0m', '0:7-17 fa_other12?', '0:30-40 fa_other13?'],
    ['(authId=fa_other12\\) authId=fa_other13\\x1b[0m', '0:8-18 fa_other12?', '0:28-38 fa_other13?'],
    ["authId: 'fa_3kJ9x2LmQp'", '0:9-22 fa_3kJ9x2LmQp'],
    ['authId=fa_other12?! (authId: fa_other13)', '0:7-17 fa_other12?', '0:29-39 fa_other13?'],
    [
      'authId=fa_other12를 “authId=fa_other13” authId=fa_other14…',
      '0:7-17 fa_other12?',
      '0:27-37 fa_other13?',
      '0:46-56 fa_other14?',
    ],
    ['faceAuthId=fa_other12', '0:11-21 fa_other12?'],
    ['authId=fa_3kJ9x2LmQp and fa_3kJ9x2LmQp', '0:7-20 fa_3kJ9x2LmQp', '0:25-38 fa_3kJ9x2LmQp'],
  ] as const) {
    it(`are found with their line and characters: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(found(text), places);
    });
  }

  for (const text of [
    '',
    'authId: string',
    'authId={request.params.id}',
    'authId=null, authId=undefined',
    'oauthId=fa_other12',
    'authIds=fa_other12',
    'the authId of fa_other12',
    'xfa_3kJ9x2LmQp fa_3kJ9x2LmQpx',
    'FA_3KJ9X2LMQP',
    '2025-10-02T02:15:17.123Z INFO 200 12 ms',
    `authId=${'a1'.repeat(200)}`,
    // The value goes on after the part that looks like an id, so that part alone would be another id.
    'authId=fa_other\u200b12 authId=fa_other12\u00ad3',
    'authId=ZmFfMTIzNDU2== authId=ZmFfMTIzNDU2/x authId=ZmFfMTIzNDU2+x',
    '"auth_id":"\\ud55c1234" "auth_id":"fa_other12\\u00e9" "auth_id":"fa_other12\\/x"',
    'authId: user1234\\@example.com authId: fa1234\\_x',
    'authId=fa_other12\u2011ab authId=0199cb93–bdf1–77ef–8cd4–3d38dec61830',
    'authId=user12@host authId=fa_other12é authId=fa_other12?x',
  ]) {
    it(`are none where there is only something like one: ${JSON.stringify(text.slice(0, 40))}`, () => {
      assert.deepEqual(found(text), []);
    });
  }

  it('are those that a plain search finds, wherever they stand', () => {
    const part = fc.constantFrom(...known, 'word', 'a', ' ', '\n', ', ', '"', '(', '12:30', '한', '…', 'x1y2z3');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const plainly = Array.from(text.matchAll(/[\w-]+/g), ({ 0: word, index }) => ({ word, index }))
          .filter(({ word }) => known.has(word))
          .map(({ word, index }) => {
            const before = text.slice(0, index).split('\n');
            return [word, before.length - 1, before.at(-1)?.length];
          });
        assert.deepEqual(
          idPlacesIn(text, isKnown).map(({ id, line, start }) => [id, line, start]),
          plainly,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('end somewhere in a document that has them without end', () => {
    assert.equal(idPlacesIn('fa_3kJ9x2LmQp '.repeat(2 * mostPlaces), isKnown).length, mostPlaces);
  });

  for (const part of ['a1', 'authId=', 'authId:', '"', 'authId:  "']) {
    it(`take time in proportion to the text, also where it is ${JSON.stringify(part)} without end`, async () => {
      assert.deepEqual(found(part.repeat(100_000)), []);
      await assertLinear((size) => idPlacesIn(part.repeat(size / part.length), isKnown), 1_000_000);
    });
  }
});
