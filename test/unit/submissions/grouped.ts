import assert from 'node:assert/strict';
import {
  keysIn,
  numbersOf,
  withMembers,
  type Group,
  type Grouping,
  type Keys,
  type Members,
} from '../../../src/submissions/model/groups.ts';
import type { Submission } from '../../../src/submissions/model/submission.ts';

/** The last evening of 2026 in UTC, which is the first day of 2027 in Seoul. */
export const newYear = '2026-12-31T20:00:00Z';

/** The numbers of submissions by their groups, counted from `first` on. If `which` is given, only the numbers in it. */
export function members(
  submissions: readonly Submission[],
  grouping: Grouping,
  { first = 0, which }: { readonly first?: number; readonly which?: ReadonlySet<number> } = {},
): Members {
  const keysOf = keysIn(grouping, 'utc');
  const all = new Map<Keys, number[]>();
  for (const [index, submission] of submissions.entries()) {
    const number = first + index;
    for (const keys of which?.has(number) === false ? [] : keysOf(submission)) {
      const numbers = all.get(keys) ?? [];
      numbers.push(number);
      all.set(keys, numbers);
    }
  }
  return all;
}

/** The group with these submissions added, under the numbers from `first` on. */
export function grouped(
  before: Group,
  submissions: readonly Submission[],
  grouping: Grouping = 'status',
  first = 0,
): Group {
  return withMembers(before, members(submissions, grouping, { first }));
}

/** A record with an id, a time and a status. */
export function at(id: string, create_time: string | undefined, auth_status = 'approved'): object {
  return { auth_id: id, auth_status, create_time };
}

/** The group that is reached over these keys. */
export function groupAt(root: Group, ...keys: readonly string[]): Group | undefined {
  return keys.reduce<Group | undefined>((group, key) => group?.groups.get(key), root);
}

/** Asserts that the counts and keys of a group agree with what is below it, on every level. */
export function assertSound(group: Group): void {
  assert.equal(numbersOf(group).length, group.count);
  const listed = group.members.reduce((sum, list) => sum + list.length, 0);
  const below = [...group.groups.values()].reduce((sum, { count }) => sum + count, 0);
  assert.equal(group.count, listed + below, `group ${group.key}`);
  for (const [key, one] of group.groups) {
    assert.equal(one.key, key);
    assert.ok(one.count > 0);
    assertSound(one);
  }
}

/** Numbers in their order, as one text. */
export function sorted(numbers: Iterable<number>): string {
  return [...numbers].toSorted((a, b) => a - b).join();
}
