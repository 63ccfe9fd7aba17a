import assert from 'node:assert/strict';
import { aliasedJson } from '../../../../src/submissions/privacy/aliasedJson.ts';
import { IdSearch, ownIds } from '../../../../src/submissions/privacy/idSearch.ts';
import { maskWith, withAliases } from '../../../../src/submissions/privacy/mask.ts';
import { redactedRecord } from '../../../../src/submissions/privacy/redaction.ts';
import { assertLinear } from '../../growth.ts';

const uuid = '0199cb93-bdf1-77ef-8cd4-3d38dec61830';
const alias = (): string => '<id>';

describe('an id that a text spells in another way', () => {
  for (const [id, how, ...spellings] of [
    ['fa_1abc9', 'as Markdown does', String.raw`fa\_1abc9`],
    ['fa_1abc9', 'with entities', 'fa&#95;1abc9', 'fa&#x5f;1abc9', 'fa&#x005F;1abc9', 'fa&lowbar;1abc9'],
    ['user@example.com', 'with entities', 'user&#64;example.com', 'user&commat;example&#46;com'],
    ['fa_1abc9', 'with other escapes', String.raw`fa\x5f1abc9`, 'fa%u005f1abc9', String.raw`\u0066a\_1abc9`],
    ['fa_1abc9', 'with what nobody sees', 'fa_\u200b1abc9', 'f\u00ada_1abc\u20609', 'fa_1a\ufe0fbc9'],
    ['fa_1abc9', 'in wide letters', 'ｆａ_1abc9', 'fa＿1abc9', 'ｆａ＿１ａｂｃ９', '𝐟𝐚_1abc9'],
    [uuid, 'with other dashes', uuid.replaceAll('-', '_'), uuid.replaceAll('-', '\u2011'), uuid.replaceAll('-', '–')],
    [uuid, 'in two ways at once', uuid.replaceAll('-', '&#8209;'), uuid.replaceAll('-', String.raw`\_`)],
    ['V1St-GXR8', 'with a hyphen that was set in type', 'V1St\u2011GXR8'],
  ] as const) {
    it(`is replaced, and what stands around it is not: ${how}: ${spellings.join(' ')}`, async () => {
      for (const spelling of spellings) {
        const text = `수신: ${spelling}, &c. (50%)`;
        const shown = '수신: <id>, &c. (50%)';
        const isId = (one: string): boolean => one === id;
        assert.equal(maskWith(alias, isId).text(text), shown);
        for (const [auth_id, ids] of [[id], ['x', new IdSearch(isId)]] as const) {
          const { reject_comment: kept } = redactedRecord({ auth_id, reject_comment: text }, alias, ids);
          assert.equal(kept, shown);
        }
        const json = await aliasedJson(JSON.stringify({ auth_id: id, note: text }), alias, () => false);
        assert.equal((JSON.parse(json) as { note: string }).note, shown);
      }
    });
  }

  it('is found where it is Base64 without what fills it up, or in the alphabet of addresses', () => {
    for (const [id, spelling] of [
      ['YWJjZA==', 'YWJjZA'],
      ['YWJjZGU=', 'YWJjZGU'],
      ['ab+c/d12eQ==', 'ab-c_d12eQ'],
      ['ab+c/d12eQ==', 'ab-c_d12eQ=='],
      ['ab+c/d12', 'ab-c_d12'],
    ] as const) {
      const known = maskWith(alias, (one) => one === id);
      assert.equal(known.text(`of ${spelling}, twice`), 'of <id>, twice', spelling);
      const found = new IdSearch(() => false).idsIn(`of ${spelling}, twice`, ownIds([id]));
      assert.equal(withAliases(`of ${spelling}, twice`, found, alias), 'of <id>, twice', spelling);
    }
  });

  for (const part of ['\\_', '&#95;', '\u200b', 'ａ', 'fa_', '&', '%u', '–', '0199cb93_']) {
    it(`is looked for in time in proportion to the text, also where it is ${JSON.stringify(part)} without end`, async () => {
      const own = ownIds(['fa_1abc9', uuid]);
      await assertLinear((size) => {
        new IdSearch(() => false).idsIn(part.repeat(size / part.length), own);
      }, 16_000);
    });
  }
});
