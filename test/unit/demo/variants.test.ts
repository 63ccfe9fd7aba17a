import assert from 'node:assert/strict';
import { demoRecords } from '../../../src/demo/records.ts';
import { NEWEST } from '../../service/service.ts';
import { fields, list } from './reading.ts';

const source = demoRecords({ seed: 1, size: 5_000, newest: NEWEST });
const all = Array.from({ length: source.size }, (_, index) => fields(source.record(index)));
const policy = (record: Record<string, unknown>) => fields(record['policy']);
const result = (record: Record<string, unknown>) => fields(record['result']);
const signals = (record: Record<string, unknown>) => fields(record['signals']);
const processes = (record: Record<string, unknown>) => list(signals(record)['cameraProcessInfo']).map(fields);

function count(holds: (record: Record<string, unknown>) => boolean): number {
  return all.filter(holds).length;
}

function occurs(names: readonly string[], among: (record: Record<string, unknown>) => Record<string, unknown>): void {
  for (const name of names) assert.ok(count((record) => name in among(record)) >= 5, `${name} occurs too rarely`);
}

describe('among 5,000 demo records', () => {
  it('every name of every field occurs', () => {
    const ids = ['auth_id', 'authentication_id', 'Authentication_id', 'authId'];
    const times = ['create_time', 'createTime', 'delete_time', 'delete_check'];
    const reasons = ['reject_comment', 'rejectComment', 'rejected_comment', 'fail_code', 'failCode'];
    const others = ['auth_status', 'aurh_status', 'submit_type', 'kyc_submission_id', 'policy', 'result', 'signals'];
    occurs([...ids, ...times, ...reasons, ...others], (record) => record);
  });

  it('every name of every score occurs', () => {
    occurs(['face_similarity', 'faceSimilarity', 'face_similarity_score'], result);
    occurs(['detectOccluded', 'occluded', 'occluded_score'], result);
    occurs(['faceCover', 'face_cover', 'face_cover_score', 'headCover', 'head_cover', 'head_cover_score'], result);
    occurs(['livenessScore', 'liveness_score', 'activeLivenessScore', 'active_liveness_score'], result);
  });

  it('thresholds are numbers, numeric strings and booleans, and older policies lack some', () => {
    for (const name of ['faceSimilarity', 'faceCover', 'headCover', 'liveness', 'activeLiveness']) {
      const value = (record: Record<string, unknown>) => policy(record)[`${name}_threshold`];
      assert.ok(count((record) => typeof value(record) === 'number') > 100, name);
      assert.ok(count((record) => typeof value(record) === 'string') > 20, name);
      assert.ok(count((record) => 'policy' in record && value(record) === undefined) > 0 || name === 'faceSimilarity');
    }
    assert.ok(count((record) => policy(record)['headCover_threshold'] === false) > 20);
    assert.ok(count((record) => policy(record)['activeLiveness_threshold'] === true) >= 5);
    for (const occluded of [true, false]) {
      assert.ok(count((record) => policy(record)['occluded_threshold'] === occluded) > 500);
    }
  });

  it('the required similarity went from 70 to 85 about the middle', () => {
    const required = (from: number, to: number) =>
      new Set(all.slice(from, to).flatMap((record) => list(policy(record)['faceSimilarity_threshold']).map(Number)));
    assert.ok(required(0, 2_400).has(85) && !required(0, 2_400).has(70));
    assert.ok(required(2_600, 5_000).has(70) && !required(2_600, 5_000).has(85));
  });

  it('four in five are approved, some pending, some without status', () => {
    const status = (wanted: unknown) => count((record) => (record['auth_status'] ?? record['aurh_status']) === wanted);
    assert.ok(status('approved') > 3_800 && status('approved') < 4_200, String(status('approved')));
    assert.ok(status('rejected') > 750);
    assert.ok(status('pending') >= 10);
    assert.ok(status(undefined) >= 8);
  });

  it('about two in a thousand cannot be read, half of them for want of an id', () => {
    const broken = Array.from({ length: 5_000 }, (_, index) => source.broken(index)).filter(Boolean).length;
    const ids = ['auth_id', 'authentication_id', 'Authentication_id', 'authId'];
    const nameless = count((record) => 'result' in record && !ids.some((id) => id in record));
    assert.ok(broken >= 8 && broken <= 10);
    assert.ok(nameless >= 4 && nameless < broken);
  });

  it('some carry fields that nobody documented', () => {
    occurs(['sdk_version', 'device'], (record) => record);
  });

  it('deleted ones are mostly reduced, the others still carry policy and scores', () => {
    const deleted = all.filter((record) => record['delete_check'] === true);
    const reduced = deleted.filter((record) => !('result' in record) && !('policy' in record));
    assert.ok(deleted.length > 100 && reduced.length > deleted.length / 2);
    assert.ok(deleted.length - reduced.length > 20);
    for (const record of deleted) {
      const created = String(record['create_time'] ?? record['createTime']);
      assert.ok(String(record['delete_time']) > created && Date.parse(String(record['delete_time'])) <= NEWEST);
    }
  });
});

describe('the signals of the demo records', () => {
  const times = (record: Record<string, unknown>) => [
    signals(record)['startButtonClickTime'],
    ...processes(record).flatMap((process) => [process['processStartTime'], process['processEndTime']]),
  ];

  it('hold ISO times, placeholders and camera errors, of both kinds of process', () => {
    assert.ok(count((record) => times(record).includes('YYYY-MM-DD-HH-MM-SS-ZZZ')) > 50);
    assert.ok(count((record) => processes(record).some((process) => typeof process['error'] === 'string')) > 100);
    for (const type of ['faceAuth-passive', 'faceAuth-active']) {
      assert.ok(count((record) => processes(record).some((process) => process['type'] === type)) > 1_000);
    }
  });

  it('are in order up to the creation, but for a few', () => {
    const disordered = all.filter((record) => {
      const known = [...times(record), record['create_time'] ?? record['createTime']].map(String);
      const readable = known.filter((time) => /^\d{4}-/.test(time));
      return 'signals' in record && readable.some((time, at) => at > 0 && time < (readable[at - 1] ?? ''));
    });
    assert.ok(disordered.length >= 20 && disordered.length <= 40, String(disordered.length));
  });
});
