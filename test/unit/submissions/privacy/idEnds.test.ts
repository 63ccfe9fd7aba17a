import assert from 'node:assert/strict';
import { idsInText, looksLikeId } from '../../../../src/submissions/privacy/idInText.ts';
import { assertLinear } from '../../growth.ts';

describe('the id in a text ends', () => {
  for (const [where, ...texts] of [
    ['before a word of a script without capitals', 'authId=fa_1입니다', 'authId=fa_1를 확인', 'authId=fa_1은.'],
    ['at a bracket of any script', '【fa_1】', '（fa_1）', 'authId=〈fa_1〉', 'authId=fa_1）', 'authId=《fa_1》'],
    ['at a bracket that was typed in wide letters', 'authId=fa_1］', 'authId=fa_1（거절）', '｛fa_1｝'],
    [
      'at an arrow',
      'authId=fa_1->rejected',
      'authId=fa_1=>x',
      'authId=fa_1-->x',
      '<!-- authId=fa_1-->',
      'authId=fa_1→x',
    ],
    ['at a dash', 'authId=fa_1—rejected', 'fa_1—', 'authId=fa_1–rejected', 'authId=fa_1――'],
    ['at a sign of any script', 'fa_1：', 'authId=fa_1．', 'authId=fa_1｡', 'authId=fa_1•', 'authId=fa_1✅', 'fa_1；'],
    [
      'at an encoded sign that ends it unencoded',
      'authId=fa_1%2C',
      'authId=fa_1%3B',
      'authId=fa_1%29',
      'authId=fa_1%22',
    ],
    ['at an encoded tag', 'authId=fa_1%3C/x', '%3CauthId%3Efa_1%3C/authId%3E'],
    ['at a parameter that was encoded twice', 'authId=fa_1%2526count%253D1', 'authId=fa_1%2526count=1'],
    ['before encoded white space', 'authId=fa_1%20', 'authId=fa_1%0A', 'authId=fa_1%C2%A0', 'authId=%20fa_1%E2%80%8B'],
    ['at a control character', 'authId=fa_1\u0007', 'authId=fa_1\u0000x'],
  ] as const) {
    it(`${where}: ${texts.join(' ')}`, () => {
      for (const text of texts) {
        assert.deepEqual(idsInText(text), { ids: ['fa_1'] }, text);
      }
    });
  }

  for (const [text, id] of [
    ['authId=사용자1234', '사용자1234'],
    ['authId=사용자1234입니다', '사용자1234'],
    ['"authId":"fa_1한글"', 'fa_1한글'],
    ['fa_1한글', 'fa_1한글'],
    ['fa_1😀', 'fa_1😀'],
    ['authId="fa_1😀"', 'fa_1😀'],
    ['<authId=YWJjZA==>', 'YWJjZA=='],
    ['<authId=YWJjZGU=>', 'YWJjZGU='],
    ['<authId=V1St-GXR8_Z5jdHi6B->', 'V1St-GXR8_Z5jdHi6B-'],
    ['authId=user@example.id', 'user@example.id'],
    ['authId=a%2Cb', 'a,b'],
    ['authId=a%281%29', 'a(1)'],
    ['authId=0199cb93\u2011bdf1\u201177ef\u20118cd4\u20113d38dec61830', '0199cb93-bdf1-77ef-8cd4-3d38dec61830'],
    ['authId: 0199cb93–bdf1–77ef–8cd4–3d38dec61830', '0199cb93-bdf1-77ef-8cd4-3d38dec61830'],
  ] as const) {
    it(`behind signs and letters that belong to it: ${text}`, () => {
      assert.deepEqual(idsInText(text), { ids: [id] });
    });
  }

  it('before a word of a script without capitals, and at any sign, where it is known', () => {
    const isKnown = (word: string): boolean => word === 'fa_23abCd' || word === '사용자1';
    for (const text of [
      '그는 fa_23abCd입니다',
      'rejected fa_23abCd—twice',
      'of 【fa_23abCd】 here',
      'x fa_23abCd->x y',
    ]) {
      assert.deepEqual(idsInText(text, isKnown), { ids: ['fa_23abCd'] }, text);
    }
    assert.deepEqual(idsInText('of 사용자1 twice', isKnown), { ids: ['사용자1'] });
  });
});

describe('the id in a text stands', () => {
  for (const [where, ...texts] of [
    ['behind a name in other words', 'face_auth_id=fa_1', 'faceAuthId=fa_1', 'auth.id=fa_1', 'nextKey_id=fa_1'],
    [
      'behind a name in wide letters',
      'ａｕｔｈＩｄ＝fa_1',
      'authId﹕fa_1',
      'ａｕｔｈ＿ｉｄ：fa_1',
      'ａｕｔｈＩｄ＝ｆａ＿１',
    ],
    ['behind the tag of its type', 'authId: !!str fa_1', 'authId: !!str "fa_1"'],
    ['in markup that is taken literally', '<authId><![CDATA[fa_1]]></authId>', '<authId><![CDATA[ fa_1 ]]></authId>'],
    ['behind the brackets of a list', 'auth_id[]=fa_1', 'auth_id[0]=fa_1', 'authIds%5B%5D=fa_1'],
    ['behind the mark of an item', '• fa_1', '→ fa_1', '– fa_1', '* fa_1'],
    [
      'in a cell beside its name',
      '| authId | fa_1 |',
      'authId | fa_1',
      '│ authId │ fa_1 │',
      'authId\tfa_1',
      '| fa_1 |',
    ],
  ] as const) {
    it(`${where}: ${texts.join(' ')}`, () => {
      for (const text of texts) {
        assert.deepEqual(idsInText(text), { ids: ['fa_1'] }, text);
      }
    });
  }

  it('more than once where the name has the brackets of a list', () => {
    assert.deepEqual(idsInText('authIds[]=fa_1&authIds[]=fa_2'), { ids: ['fa_1', 'fa_2'] });
  });

  it('in one of the rows of a table of names and values', () => {
    assert.deepEqual(idsInText('| field | value |\n|---|---|\n| authId | fa_1 |\n| code | x2 |'), { ids: ['fa_1'] });
    assert.deepEqual(idsInText('of | authId | v2_status |\n|---|---|---|\n| a | fa_1 | b |'), { problem: 'spaces' });
  });
});

describe('a text that names an id', () => {
  for (const [why, ...texts] of [
    [
      'a word for nothing',
      'authId: -',
      'authId=N/A',
      'authId:nan',
      'authId=true',
      '"authId": false',
      'null',
      'authId=—',
    ],
    [
      'a place for one in a template',
      'authId: ${id}',
      '`authId: ${id}`',
      'authId: `${id}`',
      'authId: {{id}}',
      'authId=#{id}',
    ],
    ['a place for one in a format', 'authId=%s', '"authId": "%s"', 'authId=%(id)s', 'authId={id}', 'authId=<id>&x=1'],
    [
      'a place for one in an address or a query',
      'authId=:id',
      'auth_id = @id',
      'auth_id = ?',
      'auth_id=$1',
      'authId=$AUTH_ID',
    ],
    ['the name of where it is', 'const authId = request.query.authId;', 'authId: row.auth_id'],
  ] as const) {
    it(`has none where it has ${why}: ${texts.join(' ')}`, () => {
      for (const text of texts) {
        assert.deepEqual(idsInText(text), { problem: 'empty' }, text);
        assert.equal(looksLikeId(text), false, text);
      }
    });
  }

  it('has a known one that ends with a hyphen, or mixes scripts, beside any sign that separates', () => {
    for (const id of ['V1StGXR8_Z5jd-', '홍길동9', '회원-9']) {
      for (const text of [`https://h/x?ref=${id}`, `ref=${id} ok`, `/faceauth/${id}/json`]) {
        assert.deepEqual(
          idsInText(text, (word) => word === id),
          { ids: [id] },
        );
      }
    }
  });

  it('has one with letters of a script without capitals within it', () => {
    for (const id of ['fa한1', 'kim철수1', 'ID한글1']) {
      assert.deepEqual(idsInText(`authId=${id}`), { ids: [id] });
    }
  });

  it('has one that only begins like a place for one', () => {
    assert.deepEqual(idsInText('{"authId": "$(squirrel)$(sync~spin)"}'), { ids: ['$(squirrel)$(sync~spin)'] });
    assert.deepEqual(idsInText('{"auth_id": "$id1"}'), { ids: ['$id1'] });
    assert.deepEqual(idsInText('authId=:abc-123'), { ids: [':abc-123'] });
  });

  it('has none where the name is that of something else', () => {
    assert.deepEqual(idsInText('key=abc123'), { problem: 'empty' });
    assert.deepEqual(idsInText('?key=abc123&page=2'), { problem: 'empty' });
  });

  for (const part of [
    'fa_1->',
    '%26a=',
    'a한',
    '한',
    'authId=fa_1—',
    'authId | ',
    'authId={',
    'authId=<a ',
    'authId=%s',
    'authId[',
    '—',
  ]) {
    it(`is searched in time in proportion to it, also where it is ${JSON.stringify(part)} without end`, async () => {
      await assertLinear((size) => {
        const text = part.repeat(size / part.length);
        idsInText(text);
        idsInText(`authId=${text}x`);
      }, 96_000);
    });
  }
});
