import { dayOf, hourNumber, hourOf, type TimeZone } from './days.ts';
import type { Submission } from './submission.ts';

/** A group of submissions, in groups of its own until the leaves; replaced, never changed. `count` counts all below. */
export interface Group {
  readonly key: string;
  readonly count: number;
  readonly groups: ReadonlyMap<string, Group>;
  readonly submissions: readonly Submission[];
}

/** The group of nothing yet. */
export const emptyGroup: Group = { key: '', count: 0, groups: new Map(), submissions: [] };

/**
 * Tells status, day, hour: the keys from the root to the leaf of a submission. Day and hour are empty without a time.
 * Writes each hour once, because the submissions of a page share few.
 */
export function keysIn(zone: TimeZone): (submission: Submission) => readonly string[] {
  const hours = new Map<number, readonly [day: string, hour: string]>();
  return ({ status, createdAt }) => {
    if (createdAt === undefined) {
      return [status, '', ''];
    }
    const number = hourNumber(createdAt, zone);
    let keys = hours.get(number);
    if (keys === undefined) {
      keys = [dayOf(createdAt, zone), hourOf(createdAt, zone)];
      hours.set(number, keys);
    }
    return [status, keys[0], keys[1]];
  };
}

/** The group with these submissions added. Only the groups that gain some are made anew. */
export function withSubmissions(
  group: Group,
  added: readonly { readonly keys: readonly string[]; readonly submission: Submission }[],
  depth = 0,
): Group {
  const leaves: Submission[] = [];
  const below = new Map<string, (typeof added)[number][]>();
  for (const one of added) {
    const key = one.keys[depth];
    const bucket = key === undefined ? undefined : below.get(key);
    if (key === undefined) {
      leaves.push(one.submission);
    } else if (bucket === undefined) {
      below.set(key, [one]);
    } else {
      bucket.push(one);
    }
  }
  const groups = new Map(group.groups);
  for (const [key, bucket] of below) {
    groups.set(key, withSubmissions(groups.get(key) ?? { ...emptyGroup, key }, bucket, depth + 1));
  }
  return {
    key: group.key,
    count: group.count + added.length,
    groups,
    submissions: leaves.length === 0 ? group.submissions : [...group.submissions, ...leaves],
  };
}

/** Newest first; those without a time last, those of one moment by id. */
export function newestFirst(submissions: readonly Submission[]): readonly Submission[] {
  return submissions.toSorted(
    (a, b) => (b.createdAt ?? -Infinity) - (a.createdAt ?? -Infinity) || (a.id < b.id ? -1 : 1),
  );
}

/** Status groups in the order in which one looks for trouble: rejected, approved, the others by name, unknown last. */
export function byStatus(groups: ReadonlyMap<string, Group>): readonly Group[] {
  const rank = (key: string): number => (key === 'rejected' ? 0 : key === 'approved' ? 1 : key === 'unknown' ? 3 : 2);
  return [...groups.values()].toSorted((a, b) => rank(a.key) - rank(b.key) || (a.key < b.key ? -1 : 1));
}

/** Days or hours, the newest first; what has no time stands last. */
export function byTime(groups: ReadonlyMap<string, Group>): readonly Group[] {
  return [...groups.values()].toSorted((a, b) => (a.key > b.key ? -1 : 1));
}

/** Every submission of a group, in no order. */
export function allOf(group: Group): readonly Submission[] {
  return [...group.submissions, ...[...group.groups.values()].flatMap(allOf)];
}
