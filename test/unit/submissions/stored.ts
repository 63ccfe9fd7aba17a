import assert from 'node:assert/strict';
import { checkKinds } from '../../../src/submissions/model/readings.ts';
import type { Store } from '../../../src/submissions/store/store.ts';
import type { Submission } from '../../../src/submissions/model/submission.ts';

const fields = [
  'id',
  'status',
  'createdAt',
  'kycId',
  'submitType',
  'deleted',
  'timesOutOfOrder',
  'timeUnreadable',
  'hasOddities',
  'source',
  'element',
  'position',
] as const;

/** Adds the submissions of one answer; returns their numbers. */
export function addAll(store: Store, submissions: readonly Submission[]): readonly number[] {
  store.begin(submissions.length);
  return submissions.map((submission) => addOne(store, submission));
}

/** Adds a submission, or replaces the one with the same id; returns its number. */
export function addOne(store: Store, submission: Submission): number {
  return store.add(submission) ?? store.replace(submission, store.numberOf(submission.id) ?? -1);
}

/** Compares two submissions field by field. The answer that they came with must be the very same object. */
export function assertSame(found: Submission, given: Submission): void {
  assert.equal(Object.keys(found).length, fields.length + 3, 'a field without a comparison');
  for (const field of fields) {
    assert.ok(Object.is(found[field], given[field]), `${field} of ${given.id}`);
  }
  assert.deepEqual([found.policy, found.failCodes], [given.policy, given.failCodes], `of ${given.id}`);
  for (const kind of checkKinds) {
    assert.ok(Object.is(found.measured[kind], given.measured[kind]), `${kind} of ${given.id}`);
  }
  assert.equal(Object.keys(found.measured).length, checkKinds.length);
}

/** Every number of the store, block by block. */
export function numbersIn(store: Store): readonly number[] {
  return store.blocks.flatMap((_, block) => [...store.numbersIn(block)]);
}
