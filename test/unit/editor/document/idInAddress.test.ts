import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { idToName, nameToId } from '../../../../src/editor/document/idInAddress.ts';

describe('an id as the name of a document', () => {
  it('is the id itself where a tab can show it, in whatever script', () => {
    for (const id of ['fa_1', 'a.b-c~d', 'Prüfung', '인증', 'a b', '#1?x=y&z', 'عميل', '😀', '👩🏽']) {
      assert.equal(idToName(id), id);
    }
  });

  it('holds nothing that parts a path or that cannot be seen', () => {
    assert.equal(idToName('a/b\\c'), 'a%2Fb%5Cc');
    assert.equal(idToName('100%'), '100%25');
    assert.equal(idToName('a\u202eb\u200bc\n'), 'a%E2%80%AEb%E2%80%8Bc%0A');
    assert.equal(idToName('a\ud800'), 'a%uD800');
  });

  it('is told back exactly, whatever the id holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.nat(0xff_ff).map((code) => String.fromCharCode(code)) }), (id) => {
        const name = idToName(id);
        assert.equal(nameToId(name), id);
        assert.ok(name.isWellFormed() && !/[/\\]/.test(name));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('%', 'u', 'D', '8', '0', '/', 'é', '\ud83d', '\ude00') }), (id) => {
        assert.equal(nameToId(idToName(id)), id);
      }),
    );
  });

  it('may be one of an earlier version, or one that somebody wrote', () => {
    assert.equal(nameToId(encodeURIComponent('a b/é')), 'a b/é');
    assert.equal(nameToId('100%'), '100%');
    assert.equal(nameToId('%E9'), '%E9');
  });
});
