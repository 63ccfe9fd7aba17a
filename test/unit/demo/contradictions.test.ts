import assert from 'node:assert/strict';
import { demoRecords } from '../../../src/demo/records.ts';
import { NEWEST } from '../../service/service.ts';
import { fields, list } from './reading.ts';

interface Read {
  readonly status: unknown;
  readonly codes: readonly unknown[];
  readonly comments: readonly unknown[];
  readonly similarity: unknown;
  readonly required: number;
  readonly person: unknown;
  readonly time: number;
  readonly record: Record<string, unknown>;
}

const source = demoRecords({ seed: 1, size: 5_000, newest: NEWEST, broken: false });
const all = Array.from({ length: source.size }, (_, index) => readRecord(fields(source.record(index)), index));
const whole = all.filter(({ record }) => 'result' in record);

function readRecord(record: Record<string, unknown>, index: number): Read {
  const result = fields(record['result']);
  return {
    record,
    status: record['auth_status'] ?? record['aurh_status'],
    codes: list(record['fail_code'] ?? record['failCode']),
    comments: list(record['reject_comment'] ?? record['rejectComment'] ?? record['rejected_comment']),
    similarity: result['face_similarity'] ?? result['faceSimilarity'] ?? result['face_similarity_score'],
    required: Number(fields(record['policy'])['faceSimilarity_threshold']),
    person: record['kyc_submission_id'],
    time: source.time(index),
  };
}

function atLeast(wanted: number, holds: (read: Read) => boolean): void {
  const found = whole.filter(holds).length;
  assert.ok(found >= wanted, `${found} found, ${wanted} wanted`);
}

const similar = ({ similarity, required }: Read) => Number(similarity) >= required;

describe('the demo records contradict themselves where the real ones do:', () => {
  it('rejected without any fail code', () =>
    atLeast(15, (read) => read.status === 'rejected' && read.codes.length === 0));
  it('an unknown fail code', () => atLeast(10, (read) => read.codes.includes('Zz_new_code_2027')));
  it('approved under an enforced threshold', () =>
    atLeast(15, (read) => read.status === 'approved' && Number(read.similarity) < read.required));
  it('a score exactly at its threshold', () => atLeast(15, (read) => read.similarity === read.required));
  it('enforced but no score', () =>
    atLeast(15, (read) => read.status === 'approved' && read.similarity === undefined && read.required > 0));
  it('a fail code although the score is above', () =>
    atLeast(10, (read) => read.codes.includes('face_compare_underscore') && similar(read)));
  it('a fail code although the check is not enforced', () =>
    atLeast(3, ({ codes, record }) => {
      const required = Number(fields(record['policy'])['headCover_threshold']);
      return codes.includes('Head_cover_fail') && required === 0;
    }));
  it('deleted yet still carrying scores', () => atLeast(20, (read) => read.record['delete_check'] === true));
  it('a bare string for a list', () => atLeast(10, ({ record }) => typeof record['fail_code'] === 'string'));
  it('occluded while the policy says false', () =>
    atLeast(50, ({ record, codes }) => {
      const occluded = fields(record['policy'])['occluded_threshold'];
      return occluded === false && codes.includes('Face_Occluded_fail') && list(fields(record['result'])).length > 0;
    }));
});

describe('the other demo records are believable:', () => {
  it('every documented fail code occurs, each with its comment', () => {
    const documented = ['face_compare_underscore', 'Face_Occluded_fail', 'Head_cover_fail', 'Face_cover_fail'];
    for (const code of documented) atLeast(5, (read) => read.codes.includes(code));
    for (const read of whole) assert.equal(read.codes.length, read.comments.length);
  });

  it('some are rejected for two reasons', () => atLeast(20, (read) => read.codes.length === 2));

  it('similarity fails under its threshold and passes above, but for the contradictions', () => {
    const failed = whole.filter((read) => read.codes.includes('face_compare_underscore'));
    const above = failed.filter(similar);
    assert.ok(failed.length > 400 && above.length < 20);
  });

  it('some just miss the threshold and some just pass', () => {
    const near = ({ similarity, required }: Read) => Math.abs(Number(similarity) - required) < 5;
    atLeast(30, (read) => near(read) && !similar(read));
    atLeast(100, (read) => near(read) && similar(read));
  });

  it('two to four attempts of one person stand within a few minutes', () => {
    const people = [...Map.groupBy(whole, (read) => read.person).values()];
    for (const attempts of [2, 3, 4]) assert.ok(people.some((person) => person.length === attempts));
    assert.ok(people.every((person) => person.length <= 4));
    const spans = people.map((person) => (person[0]?.time ?? 0) - (person.at(-1)?.time ?? 0));
    assert.ok(Math.max(...spans) < 10 * 60_000);
  });

  it('more come in by day than by night, and on working days than at weekends', () => {
    const by = (holds: (date: Date) => boolean) => all.filter(({ time }) => holds(new Date(time))).length;
    assert.ok(by((date) => date.getUTCHours() === 9) > 3 * by((date) => date.getUTCHours() === 3));
    assert.ok(by((date) => date.getUTCDay() === 3) > 2 * by((date) => date.getUTCDay() === 0));
  });
});
