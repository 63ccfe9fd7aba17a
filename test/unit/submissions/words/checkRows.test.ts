import assert from 'node:assert/strict';
import { approved, rejected, rowFor, viewOf } from '../records.ts';

const verdict = (record: object, name: string): string => {
  const row = rowFor(record, name);
  return [row.verdict, row.by].filter((text) => text !== '').join(' · ');
};

describe('a row of the table of checks', () => {
  it('says what was required, what was measured and by how much it missed', () => {
    const { icon, tone, required, measured, margin, bar } = rowFor(rejected, 'Face similarity');
    assert.deepEqual(
      { icon, tone, required, measured, margin, bar },
      {
        icon: 'failed',
        tone: 'failed',
        required: '≥ 85',
        measured: '71.4',
        margin: '\u221213.6',
        bar: { score: 71.4, threshold: 85, tone: 'failed' },
      },
    );
  });

  it('has numbers that add up where it takes more decimals', () => {
    const { measured, margin } = rowFor({ ...rejected, result: { face_similarity: 84.96 } }, 'Face similarity');
    assert.deepEqual({ measured, margin }, { measured: '84.96', margin: '\u22120.04' });
  });

  it('has a plus before a positive margin', () => {
    assert.equal(rowFor(approved, 'Face similarity').margin, '+8.1');
  });

  it('says whose verdict a failure is', () => {
    assert.equal(verdict(rejected, 'Face similarity'), 'Failed · reported and computed');
    assert.equal(verdict({ ...rejected, fail_code: ['Face_cover_fail'] }, 'Face cover'), 'Failed · reported');
    assert.equal(verdict({ ...rejected, fail_code: [] }, 'Face similarity'), 'Failed · computed only');
  });

  it('says that it passed, and by whose reading at the threshold', () => {
    assert.equal(verdict(approved, 'Face similarity'), 'Passed');
    assert.equal(
      verdict({ ...approved, result: { face_similarity: 85 } }, 'Face similarity'),
      'Passed · exactly at the threshold, by our reading',
    );
    assert.equal(rowFor({ ...approved, result: { face_similarity: 85 } }, 'Face similarity').margin, '0');
  });

  it('says why there is no verdict', () => {
    assert.equal(verdict(rejected, 'Passive liveness'), 'Not enforced');
    assert.equal(verdict({ ...rejected, policy: { liveness_threshold: 60 } }, 'Passive liveness'), 'No score');
    const unread = { ...rejected, policy: { liveness_threshold: 'high', activeLiveness_threshold: 7 } };
    const scored = { ...unread, result: { liveness_score: 88, active_liveness_score: 'good' } };
    assert.equal(verdict(scored, 'Passive liveness'), 'Undecided · the threshold is not a number');
    assert.equal(verdict(scored, 'Active liveness'), 'Undecided · the score is not a number');
  });

  it('says of occlusion only what was reported', () => {
    assert.equal(verdict({ ...rejected, result: { detectOccluded: true } }, 'Occlusion'), 'No failure reported');
    assert.equal(verdict({ ...rejected, fail_code: ['Face_Occluded_fail'] }, 'Occlusion'), 'Failed · reported');
  });

  it('shows policy values as sent', () => {
    const policy = {
      faceSimilarity_threshold: 'high',
      occluded_threshold: 'true',
      faceCover_threshold: '0',
      headCover_threshold: true,
    };
    const required = (name: string): string => rowFor({ ...rejected, policy }, name).required;
    assert.deepEqual(['Face similarity', 'Occlusion', 'Face cover', 'Head cover', 'Passive liveness'].map(required), [
      '“high”',
      'true',
      '0',
      'true',
      'not in policy',
    ]);
  });

  it('shows a word for nothing as sent, and that it enforces nothing', () => {
    const policy = { faceSimilarity_threshold: 'None' };
    const { required, verdict: said } = rowFor({ ...approved, policy }, 'Face similarity');
    assert.deepEqual([required, said], ['“None”', 'Not enforced']);
  });

  it('says occluded or not in words', () => {
    const measured = (detectOccluded: unknown): string =>
      rowFor({ ...rejected, result: { detectOccluded } }, 'Occlusion').measured;
    assert.deepEqual([true, false, 'true', null].map(measured), ['occluded', 'not occluded', 'occluded', 'no result']);
  });
});

describe('the bar of a score', () => {
  it('stays between 0 and 100 and says that the score is not', () => {
    const above = rowFor({ ...rejected, result: { face_similarity: 140 } }, 'Face similarity');
    assert.deepEqual(above.bar, { score: 100, threshold: 85, tone: 'failed' });
    assert.equal(above.measured, '140');
    assert.ok(above.notes.includes('The score is outside 0 to 100.'));
    const below = rowFor({ ...approved, result: { face_similarity: -3 } }, 'Face similarity');
    assert.equal(below.bar?.score, 0);
    const policy = { faceSimilarity_threshold: 850 };
    const strict = rowFor({ ...approved, policy }, 'Face similarity');
    assert.equal(strict.bar?.threshold, 100);
    assert.ok(strict.notes.includes('The threshold is outside 0 to 100.'));
  });

  it('has no mark where nobody enforced a threshold', () => {
    const { bar, tone } = rowFor({ ...approved, result: { liveness_score: 40 } }, 'Passive liveness');
    assert.deepEqual(bar, { score: 40, threshold: undefined, tone: 'quiet' });
    assert.equal(tone, 'quiet');
  });
});

describe('the table of checks', () => {
  it('has all six checks, the failed ones first', () => {
    const names = viewOf({ ...rejected, fail_code: ['Head_cover_fail'] }).checks?.rows.map(({ name }) => name);
    assert.deepEqual(names, [
      'Face similarity',
      'Head cover',
      'Occlusion',
      'Face cover',
      'Passive liveness',
      'Active liveness',
    ]);
  });

  it('is left out where the record says nothing of any check', () => {
    assert.equal(viewOf({ ...approved, policy: null, result: null }).checks, undefined);
  });
});
