import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { IdSearch } from '../../../../src/submissions/privacy/idSearch.ts';
import { redactedRecord } from '../../../../src/submissions/privacy/redaction.ts';

function alias(id: string): string {
  return `<${id.length}>`;
}

describe('a redacted record that names ids in other spellings', () => {
  const id = fc.oneof(
    fc.uuid(),
    fc.stringMatching(/^fa_[A-Za-z0-9]{6,12}$/),
    fc.stringMatching(/^[A-Za-z0-9]{4,10}[:/+=-][A-Za-z0-9]{2,8}={0,2}$/),
  );
  const spellings: readonly ((id: string) => string)[] = [
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    encodeURIComponent,
    (text) => `dup_${text}_retry`,
    (text) => `${text}-2`,
    (text) => `authId=${text}&x=1`,
    (text) => `(${text}).`,
  ];

  const assertNone = (text: string, id_: string): void => {
    const lower = text.toLowerCase();
    for (const spelling of [id_, encodeURIComponent(id_)]) {
      assert.ok(!lower.includes(spelling.toLowerCase()), `${spelling} in ${text}`);
    }
  };

  it('holds none of its own, whatever stands around them', () => {
    fc.assert(
      fc.property(id, fc.constantFrom(...spellings), fc.string(), (own, spell, around) => {
        const comment = `${around}${spell(own)}${around}`;
        const raw = {
          auth_id: own,
          reject_comment: [comment],
          fail_code: [comment],
          policy: { liveness_threshold: comment },
        };
        assertNone(JSON.stringify(redactedRecord(raw, alias)), own);
      }),
    );
  });

  for (const sent of [20270101, [20270101], { S: '20270101' }, ['20270101'], { N: '20270101' }]) {
    it(`holds none that was sent as ${JSON.stringify(sent)}, neither in texts nor as a number`, () => {
      const raw = {
        auth_id: sent,
        auth_status: 20270101,
        reject_comment: ['same as 20270101', 'dup_20270101x'],
        policy: { faceSimilarity_threshold: 20270101 },
        result: { face_similarity: 20270101 },
      };
      assert.doesNotMatch(JSON.stringify(redactedRecord(raw, alias)), /20270101/);
    });
  }

  it('holds none that is known and stands as a number, and keeps every other number', () => {
    const raw = { auth_id: 'x', auth_status: 20270101, result: { face_similarity: 85.25 } };
    assert.deepEqual(redactedRecord(raw, alias, new IdSearch((text) => text === '20270101')), {
      auth_id: '<1>',
      auth_status: '<8>',
      result: { face_similarity: 85.25 },
    });
  });

  it('holds none of its own that is Base64 without what fills it up', () => {
    const raw = { auth_id: 'YWJjZA==', reject_comment: ['authId=YWJjZA', 'x YWJjZA= y'] };
    assert.doesNotMatch(JSON.stringify(redactedRecord(raw, alias)), /YWJjZA/);
  });

  for (const comment of [
    String.raw`{"id":"a\/b==12"}`,
    String.raw`see \"a\u002fb==12\"`,
    String.raw`\\"a\\\/b==12\\"`,
  ]) {
    it(`holds none of its own, and none that is known, with the escapes of JSON: ${comment}`, () => {
      const known = new IdSearch((text) => text === 'a/b==12');
      for (const [auth_id, ids] of [['a/b==12'], ['x', known]] as const) {
        const text = JSON.stringify(redactedRecord({ auth_id, reject_comment: comment }, alias, ids));
        assert.match(text, /"reject_comment":.*<7>/);
        assert.doesNotMatch(text, /b==/);
      }
    });
  }

  it('holds none of those that are known, beside signs and spaces', () => {
    fc.assert(
      fc.property(id, fc.constantFrom(...spellings), (other, spell) => {
        const comment = `same person as ${spell(other)} before`;
        const ids = new IdSearch((text) => text === other);
        // An id with letters of both cases cannot be recognised in a spelling that changed their case.
        fc.pre(spell(other).includes(other) || decodeURIComponent(spell(other)).includes(other) || isOneCase(other));
        assertNone(JSON.stringify(redactedRecord({ auth_id: 'x', reject_comment: [comment] }, alias, ids)), other);
      }),
    );
  });

  function isOneCase(text: string): boolean {
    return text === text.toLowerCase() || text === text.toUpperCase();
  }
});
