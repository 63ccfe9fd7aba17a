import assert from 'node:assert/strict';
import { spoken } from '../../../../src/submissions/words/segments.ts';
import { detailFromText, viewOfDetail } from '../records.ts';

function viewOf(score: string, status = 'approved'): ReturnType<typeof viewOfDetail> {
  return viewOfDetail(
    detailFromText(
      `{"auth_id":"fa_1","auth_status":"${status}","policy":{"faceSimilarity_threshold":85},` +
        `"result":{"face_similarity":${score}},"create_time":"2025-10-02T02:15:17.554Z"}`,
    ),
  );
}

describe('a score with more digits than a number holds', () => {
  for (const score of ['84.99999999999999999', '"84.99999999999999999"', '85.000000000000000001']) {
    it(`is not said to equal its threshold without a word of its rounding: ${score}`, () => {
      const view = viewOf(score);
      const text = `${score.replaceAll('"', '')} (rounded to 85)`;
      const row = view.checks?.rows.find(({ name }) => name === 'Face similarity');
      assert.deepEqual([row?.measured, row?.verdict, row?.by], [text, 'Passed', 'only after rounding']);
      assert.equal(spoken(view.sentence), `Approved: face similarity ${text} is at or above the required 85.`);
      assert.ok(view.findings?.findings.some((finding) => finding.startsWith(`Face similarity ${text} is exactly`)));
    });
  }

  for (const score of ['85', '85.0', '8.5e1', '0.85E+2', '850e-1', '"85.00"']) {
    it(`is none where it is another way to write the threshold: ${score}`, () => {
      const row = viewOf(score).checks?.rows.find(({ name }) => name === 'Face similarity');
      assert.deepEqual([row?.measured, row?.by], ['85', 'exactly at the threshold, by our reading']);
    });
  }

  it('is no number beyond all numbers, and -0 is 0', () => {
    assert.doesNotMatch(spoken(viewOf('1e400').sentence), /Infinity|below|above/);
    assert.match(spoken(viewOf('-0').sentence), /similarity 0 beside the required 85 is implausible/);
  });
});
