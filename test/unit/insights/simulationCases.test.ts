import assert from 'node:assert/strict';
import { fromWire, submissionOf } from '../submissions/fromWire.ts';
import { sampled } from './sampled.ts';
import { simulated } from './simulated.ts';

describe('what a simulation says', () => {
  const low = { auth_status: 'rejected', policy: { faceSimilarity_threshold: 85 }, result: { face_similarity: 71.4 } };

  it('names the score that decides, and the threshold that it was held against', async () => {
    const one = await sampled([submissionOf({ ...low, fail_code: ['face_compare_underscore'] })]);
    const { flips } = await simulated(one.sample.columns, [70, 0, 0, 0, 0], 1);
    assert.deepEqual(flips, [
      { place: 0, to: 'approved', by: { check: 'faceSimilarity', score: 71.4, threshold: 85 } },
    ]);
  });

  it('leaves what occlusion rejected open, until a score rejects it too', async () => {
    const one = await sampled([submissionOf({ ...low, fail_code: ['Face_Occluded_fail'] })]);
    assert.equal((await simulated(one.sample.columns, [70, 0, 0, 0, 0], 1)).counts.occlusion, 1);
    assert.equal((await simulated(one.sample.columns, [72, 0, 0, 0, 0], 1)).counts.staysRejected, 1);
  });

  it('takes an unknown code for a failure that no code is documented for', async () => {
    const liveness = { policy: { liveness_threshold: 60 }, result: { liveness_score: 40 } };
    const code = { fail_code: ['liveness_fail'] };
    const one = await sampled([submissionOf({ auth_status: 'rejected', ...liveness, ...code })]);
    assert.equal((await simulated(one.sample.columns, [0, 0, 0, 30, 0], 1)).counts.toApproved, 1);
  });

  it('does not take an unknown code for the failure of a check that has a code of its own', async () => {
    const one = await sampled([submissionOf({ ...low, fail_code: ['Zz_new_code_2027'] })]);
    assert.equal((await simulated(one.sample.columns, [70, 0, 0, 0, 0], 1)).counts.unknownCode, 1);
  });

  it('flips nothing while each record is held against its own policy', async () => {
    const approved = { ...low, auth_status: 'approved' };
    const one = await sampled([submissionOf(approved)]);
    const { counts, flips } = await simulated(one.sample.columns, [85, 0, 0, 0, 0], 1);
    assert.deepEqual([counts.toRejected, counts.contradictingRejected, flips], [0, 1, []]);
  });

  it('tells for each check how many lack its score', async () => {
    const records = [{}, { result: { face_similarity: 90 } }].map((one) => ({ auth_status: 'approved', ...one }));
    const some = await sampled(fromWire(...records.map((one, index) => ({ auth_id: `id${index}`, ...one }))));
    const { counts, checks } = await simulated(some.sample.columns, [85, 0, 50, 0, 0], 0);
    assert.equal(counts.noScore, 2);
    assert.deepEqual(
      checks.map(({ lacking }) => lacking),
      [1, 0, 2, 0, 0],
    );
  });

  it('leaves a rejection open whose code reports nothing that scores tell', async () => {
    const one = await sampled([submissionOf({ ...low, fail_code: ['face_compare_underscore', 'Zz_new_code_2027'] })]);
    assert.equal((await simulated(one.sample.columns, [70, 0, 0, 0, 0], 1)).counts.unknownCode, 1);
  });

  it('does not approve for want of a score what was rejected for a reason that is not in the record', async () => {
    const unscored = { auth_status: 'rejected', policy: { headCover_threshold: 50 }, result: {} };
    const one = await sampled([
      submissionOf(unscored),
      submissionOf({ ...unscored, auth_id: 'b', fail_code: ['Head_cover_fail'] }),
    ]);
    const way = { asRecorded: true, policy: undefined, name: '' };
    const { counts } = await simulated(one.sample.columns, [0, 0, 40, 0, 0], 1, way);
    assert.deepEqual([counts.contradictingApproved, counts.staysRejected, counts.toApproved], [1, 1, 0]);
  });

  it('is nothing about nothing', async () => {
    const one = await sampled([]);
    const { counts, flips, checks } = await simulated(one.sample.columns, [70, 0, 0, 0, 0], 1);
    assert.ok(Object.values(counts).every((many) => many === 0));
    assert.deepEqual([flips.length, checks[0]?.curve[100]], [0, 0]);
  });
});
