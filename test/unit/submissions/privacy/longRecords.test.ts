import assert from 'node:assert/strict';
import { knownFields } from '../../../../src/api/fields.ts';
import { redactedRecord } from '../../../../src/submissions/privacy/redaction.ts';
import { assertBounded, assertLinear } from '../../growth.ts';

function alias(id: string): string {
  return `<${id.length}>`;
}

function redacted(json: string): string {
  return JSON.stringify(redactedRecord(JSON.parse(json), alias));
}

describe('a record beyond all reason, redacted,', () => {
  it('may be nested without end', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const parts = `"fail_code":${deep},"policy":{"liveness_threshold":${deep}},"result":${deep},"deep":${deep}`;
    assert.equal(
      redacted(`{"auth_id":"fa_1",${parts}}`),
      '{"auth_id":"<4>","fail_code":[],"policy":{"liveness_threshold":"[…]"}}',
    );
  });

  it('may have an id that is longer than any id', () => {
    const id = 'x'.repeat(1_000_000);
    const text = JSON.stringify([id, `${id}: seen before`, `kyc_1 ${id}.`]);
    assert.equal(
      redacted(`{"auth_id":"${id}","kyc_submission_id":"kyc_1","fail_code":${text}}`),
      '{"auth_id":"<1000000>","kyc_submission_id":"<5>","fail_code":["<1000000>","<1000000>…"]}',
    );
  });

  it('takes time in proportion to its id and to what is like it', async () => {
    await assertLinear((size) => {
      const id = 'x'.repeat(size);
      const like = `y${id.slice(1)}`.repeat(3);
      assert.ok(redacted(`{"auth_id":"${id}","fail_code":"${like}"}`).includes(`"<${size}>"`));
      assert.ok(redacted(`{"auth_id":"y${id}","fail_code":"${id.repeat(3)}"}`).includes(`"<${size + 1}>"`));
    }, 4_000_000);
  });

  it('is cut where its texts are longer than anybody writes, and parts no id by that', () => {
    const filler = 'x '.repeat(20_000);
    for (const comment of [
      ['of fa_123 '.repeat(200_000)],
      Array.from({ length: 100_000 }, () => 'of fa_123'),
      [filler],
    ]) {
      const { reject_comment: kept } = redactedRecord({ auth_id: 'fa_123', reject_comment: comment }, alias);
      const text = JSON.stringify(kept);
      assert.ok(text.length > 10_000 && text.length < 25_000, `${text.length}`);
      assert.match(text, /^\["(?:of <6> ?|x |",")*(?:o|of)?…"\]$/);
    }
    for (let shift = 0; shift < 12; shift++) {
      const kept = redactedRecord(
        { auth_id: 'fa_123', reject_comment: filler.slice(0, 15_355 + shift) + 'fa_123'.repeat(900) },
        alias,
      );
      assert.doesNotMatch(JSON.stringify(kept['reject_comment']), /fa|123/);
    }
  });

  it('takes no longer for longer texts, whatever their names', async () => {
    const texts = (names: readonly string[], text: string): object =>
      Object.fromEntries(names.filter((name) => !name.startsWith('delete')).map((name) => [name, [text]]));
    await assertBounded((size) => {
      const long = 'of fa-123 '.repeat(size);
      const parts = { policy: texts(knownFields.policy, long), result: texts(knownFields.result, long) };
      redactedRecord({ ...texts(knownFields.record, long), ...parts, auth_id: 'fa_123' }, alias);
    }, 100_000);
  });
});
