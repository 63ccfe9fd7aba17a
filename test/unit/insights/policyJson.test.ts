import assert from 'node:assert/strict';
import { policyJson } from '../../../src/insights/policyJson.ts';
import { newestPolicyOf } from '../../../src/insights/insights.ts';
import { storeOf, viewed } from './viewed.ts';

describe('a tried policy as JSON', () => {
  it('has the names and the order of the service, and 0 for what is not enforced', () => {
    assert.equal(
      policyJson([78.5, 0, 50, 60, 70], false),
      '{\n  "faceSimilarity_threshold": 78.5,\n  "occluded_threshold": false,\n  "faceCover_threshold": 0,\n' +
        '  "headCover_threshold": 50,\n  "liveness_threshold": 60,\n  "activeLiveness_threshold": 70\n}\n',
    );
  });

  it('says nothing of occlusion where no policy does', () => {
    assert.doesNotMatch(policyJson([78, 0, 0, 0, 0], undefined), /occluded/);
  });

  it('is read again as the policy that it came from', async () => {
    const policy = { faceSimilarity_threshold: 85, occluded_threshold: true, headCover_threshold: 50 };
    const record = { auth_status: 'approved', create_time: '2026-01-01T00:00:00Z' };
    const before = newestPolicyOf((await viewed(storeOf([{ ...record, policy }]))).insights);
    const copied: unknown = JSON.parse(policyJson(before?.thresholds ?? [], before?.occlusion));
    const after = newestPolicyOf((await viewed(storeOf([{ ...record, policy: copied }]))).insights);
    assert.ok(before);
    assert.equal(after?.key, before.key);
  });
});
