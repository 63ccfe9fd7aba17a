import assert from 'node:assert/strict';
import { explained } from '../../../../src/submissions/words/explained.ts';
import { spoken } from '../../../../src/submissions/words/segments.ts';
import type { CheckRow, RecordView } from '../../../../src/submissions/words/recordParts.ts';
import { detailFromText, viewOfDetail } from '../records.ts';

/** A record as JSON text, with what stands in the place of its policy and its result. */
function recordOf(policy: string, result: string): string {
  return (
    `{"auth_id":"fa_1","auth_status":"approved","policy":${policy},"result":${result},` +
    '"create_time":"2025-10-02T02:15:17.554Z"}'
  );
}

function viewWith(policy: string, result: string): RecordView {
  return viewOfDetail(detailFromText(recordOf(policy, result)));
}

function viewOf(threshold: string, score: string): RecordView {
  return viewWith(`{"faceSimilarity_threshold":${threshold}}`, `{"face_similarity":${score}}`);
}

function rowIn(view: RecordView): CheckRow {
  return view.checks?.rows.find(({ name }) => name === 'Face similarity') ?? assert.fail('no row');
}

const long = '84.99999999999999999';

describe('a score with more digits than a number holds', () => {
  for (const score of ['84.99999999999999999', '"84.99999999999999999"', '85.000000000000000001']) {
    it(`is not said to equal its threshold without a word of its rounding: ${score}`, () => {
      const view = viewOf('85', score);
      const text = `${score.replaceAll('"', '')} (rounded to 85)`;
      const { measured, verdict, by } = rowIn(view);
      assert.deepEqual([measured, verdict, by], [text, 'Passed', 'at the threshold only after rounding']);
      assert.equal(spoken(view.sentence), `Approved: face similarity ${text} is at or above the required 85.`);
      assert.ok(
        view.findings?.findings.includes(
          `Face similarity ${text} equals its threshold 85 only after rounding. It counts as passed here.`,
        ),
      );
    });
  }

  for (const [what, result] of [
    ['a list', `{"face_similarity":[${long}]}`],
    ['a list of a text', `{"face_similarity":[" ${long} "]}`],
    ['a typed form of a store', `{"face_similarity":{"N":"${long}"}}`],
    ['a result as JSON text', JSON.stringify(`{"face_similarity": ${long}}`)],
    ['a result as JSON text in a list', `[${JSON.stringify(`[{"face_similarity":{"N":${long}}}]`)}]`],
    ['a result of a store', `{"M":{"face_similarity":{"N":${long}}}}`],
    ['its second spelling', `{"face_similarity":"n/a","faceSimilarity":${long}}`],
  ] as const) {
    it(`is told digit by digit in ${what}`, () => {
      const { measured, by } = rowIn(viewWith('{"faceSimilarity_threshold":85}', result));
      assert.deepEqual([measured, by], [`${long} (rounded to 85)`, 'at the threshold only after rounding']);
    });
  }

  it('is not told of a spelling that is not read', () => {
    const { measured, by } = rowIn(
      viewWith('{"faceSimilarity_threshold":85}', `{"faceSimilarity":${long},"face_similarity":85}`),
    );
    assert.deepEqual([measured, by], ['85', 'exactly at the threshold, by our reading']);
  });

  for (const score of ['85', '85.0', '8.5e1', '0.85E+2', '850e-1', '"85.00"', '"+85"', '"085"']) {
    it(`is none where it is another way to write the threshold: ${score}`, () => {
      const { measured, by } = rowIn(viewOf('85', score));
      assert.deepEqual([measured, by], ['85', 'exactly at the threshold, by our reading']);
    });
  }

  it('is no number beyond all numbers, and -0 is 0', () => {
    assert.doesNotMatch(spoken(viewOf('85', '1e400').sentence), /Infinity|below|above/);
    assert.match(spoken(viewOf('85', '-0').sentence), /similarity 0 beside the required 85 is implausible/);
  });
});

describe('a threshold with more digits than a number holds', () => {
  for (const threshold of ['84.99999999999999999', '85.000000000000000001', '"84.99999999999999999"']) {
    it(`is never said to be another number without a word of its rounding: ${threshold}`, () => {
      const view = viewOf(threshold, '85');
      const text = `${threshold.replaceAll('"', '')} (rounded to 85)`;
      const { required, measured, verdict, by } = rowIn(view);
      assert.deepEqual(
        [required, measured, verdict, by],
        [`≥ ${text}`, '85', 'Passed', 'at the threshold only after rounding'],
      );
      assert.equal(spoken(view.sentence), `Approved: face similarity 85 is at or above the required ${text}.`);
      assert.deepEqual(view.findings?.findings, [
        `Face similarity 85 equals its threshold ${text} only after rounding. It counts as passed here.`,
      ]);
    });
  }

  it('is told digit by digit where its score is far from it, too', () => {
    const text = '85.12345678901234567 (rounded to 85.12345678901235)';
    assert.equal(rowIn(viewOf('85.12345678901234567', '93')).required, `≥ ${text}`);
    assert.equal(
      viewOf('85.12345678901234567', '71').findings?.findings[0],
      `Approved, but face similarity 71 is below the required ${text}.`,
    );
  });

  it('is told digit by digit where it enforces nothing', () => {
    assert.equal(rowIn(viewOf('1e-400', '93')).required, '1e-400 (rounded to 0)');
  });

  it('is equal to a score of the same digits', () => {
    const { required, measured, by } = rowIn(viewOf(long, long));
    const text = `${long} (rounded to 85)`;
    assert.deepEqual([required, measured, by], [`≥ ${text}`, text, 'exactly at the threshold, by our reading']);
  });

  it('is told digit by digit beside both in the JSON document', () => {
    const json = recordOf(`{"faceSimilarity_threshold":${long}}`, '{"face_similarity":85}');
    const hints = explained(json)?.fields.map(({ hint }) => hint);
    assert.deepEqual(
      hints?.filter((hint) => hint !== ''),
      ['85 · passed', `≥ ${long} (rounded to 85) · passed · at the threshold only after rounding`],
    );
  });

  for (const threshold of ['85.0', '8.5e1', '"85.00"', '71.4', '1e2', '0.10']) {
    it(`is none where it is another way to write its number: ${threshold}`, () => {
      assert.doesNotMatch(rowIn(viewOf(threshold, '93')).required, /rounded/);
    });
  }
});
