import { spelledCode } from './checks.ts';
import { compareDays, dayOf, hourNumber, type TimeZone } from './days.ts';
import type { Submission } from './submission.ts';

/** How the tree groups submissions. `kyc` groups by day; below a day, attempts of one KYC submission share a row. */
export type Grouping = 'status' | 'day' | 'code' | 'kyc';

/** All groupings, the usual one first. */
export const groupings: readonly Grouping[] = ['status', 'day', 'code', 'kyc'];

/** A group of submissions: inner groups have groups, leaves have members. Immutable. `count` includes all below. */
export interface Group {
  readonly key: string;
  readonly count: number;
  readonly groups: ReadonlyMap<string, Group>;
  /** The store's numbers of a leaf's submissions, one list for each time that some were added. */
  readonly members: readonly Uint32Array[];
}

/** The keys from the root of the groups to a leaf. */
export type Keys = readonly string[];

/** The store's numbers of submissions, by the keys of their leaf. */
export type Members = ReadonlyMap<Keys, readonly number[]>;

/** A group without submissions. */
export const emptyGroup: Group = { key: '', count: 0, groups: new Map(), members: [] };

/** A leaf with these submissions. */
export function leaf(key: string, numbers: Uint32Array): Group {
  return { key, count: numbers.length, groups: emptyGroup.groups, members: [numbers] };
}

/**
 * Makes the function that gives the keys of a submission's leaves: one leaf, or one for each fail code. A missing day
 * or fail code has an empty key. A deleted submission counts as without a fail code. Equal keys are the same object.
 */
export function keysIn(grouping: Grouping, zone: TimeZone): (submission: Submission) => readonly Keys[] {
  const days = new Map<number, string>();
  const hourOf = ({ createdAt }: Submission): number =>
    createdAt === undefined ? Number.NaN : hourNumber(createdAt, zone);
  const dayIn = (hour: number, { createdAt }: Submission): string => {
    const day = days.get(hour) ?? (createdAt === undefined ? '' : dayOf(createdAt, zone));
    days.set(hour, day);
    return day;
  };
  switch (grouping) {
    case 'status':
      return sharing(
        hourOf,
        ({ status }) => status,
        (one, hour) => [[one.status, dayIn(hour, one)]],
      );
    case 'day':
      return sharing(
        hourOf,
        ({ status }) => status,
        (one, hour) => [[dayIn(hour, one), one.status]],
      );
    case 'kyc':
      return sharing(
        hourOf,
        () => '',
        (one, hour) => [[dayIn(hour, one)]],
      );
    case 'code':
      return sharing(
        () => 0,
        ({ failCodes, deleted }) => (deleted || failCodes.length === 0 ? '' : JSON.stringify(failCodes)),
        ({ failCodes, deleted }) =>
          deleted || failCodes.length === 0 ? [['']] : [...new Set(failCodes.map(spelledCode))].map((code) => [code]),
      );
  }
}

/** Remembers the leaves by hour and kind, so that equal keys are made once. */
function sharing(
  hourOf: (submission: Submission) => number,
  kindOf: (submission: Submission) => string,
  placesOf: (submission: Submission, hour: number) => readonly Keys[],
): (submission: Submission) => readonly Keys[] {
  const known = new Map<number, Map<string, readonly Keys[]>>();
  return (submission) => {
    const hour = hourOf(submission);
    const kind = kindOf(submission);
    let kinds = known.get(hour);
    if (kinds === undefined) {
      kinds = new Map();
      known.set(hour, kinds);
    }
    let places = kinds.get(kind);
    if (places === undefined) {
      places = placesOf(submission, hour);
      kinds.set(kind, places);
    }
    return places;
  };
}

/** The group with these members added. Groups that gain none stay the same objects. */
export function withMembers(group: Group, added: Members, depth = 0): Group {
  const { leaves, below, count } = sorted(added, depth);
  if (count === 0) {
    return group;
  }
  const groups = below.size === 0 ? group.groups : new Map(group.groups);
  const changed = new Map<string, Group>();
  for (const [key, members] of below) {
    changed.set(key, withMembers(groups.get(key) ?? { ...emptyGroup, key }, members, depth + 1));
  }
  return {
    key: group.key,
    count: group.count + count,
    groups: changed.size === 0 ? groups : new Map([...groups, ...changed]),
    members: leaves.length === 0 ? group.members : [...group.members, new Uint32Array(leaves)],
  };
}

/** The group without these members, and without groups that are empty then. */
export function withoutMembers(group: Group, dropped: Members, depth = 0): Group {
  const { leaves, below, count } = sorted(dropped, depth);
  if (count === 0) {
    return group;
  }
  const groups = new Map(group.groups);
  for (const [key, members] of below) {
    const rest = withoutMembers(groups.get(key) ?? emptyGroup, members, depth + 1);
    if (rest.count > 0) {
      groups.set(key, rest);
    } else {
      groups.delete(key);
    }
  }
  const gone = new Set(leaves);
  return {
    key: group.key,
    count: group.count - count,
    groups,
    members:
      gone.size === 0
        ? group.members
        : group.members.map((numbers) =>
            numbers.some((number) => gone.has(number)) ? numbers.filter((number) => !gone.has(number)) : numbers,
          ),
  };
}

/** Newest first; those without a time last, those of one moment by id. */
export function newestFirst(submissions: readonly Submission[]): readonly Submission[] {
  return submissions.toSorted(
    (a, b) => (b.createdAt ?? -Infinity) - (a.createdAt ?? -Infinity) || (a.id < b.id ? -1 : 1),
  );
}

/** Status groups in the order of interest: rejected, approved, the others by name, no status last. */
export function byStatus(groups: ReadonlyMap<string, Group>): readonly Group[] {
  const rank = (key: string): number => (key === 'rejected' ? 0 : key === 'approved' ? 1 : key === '' ? 3 : 2);
  return [...groups.values()].toSorted((a, b) => rank(a.key) - rank(b.key) || (a.key < b.key ? -1 : 1));
}

/** Days, the newest first; what has no time stands last. */
export function byTime(groups: ReadonlyMap<string, Group>): readonly Group[] {
  return [...groups.values()].toSorted((a, b) => compareDays(b.key, a.key));
}

/** Fail codes, the most frequent first; what has none stands last. */
export function byCount(groups: ReadonlyMap<string, Group>): readonly Group[] {
  const rank = ({ key }: Group): number => (key === '' ? 1 : 0);
  return [...groups.values()].toSorted((a, b) => rank(a) - rank(b) || b.count - a.count || (a.key < b.key ? -1 : 1));
}

/** The number of every submission of a group, in no order. */
export function numbersOf(group: Group): Uint32Array {
  const numbers = new Uint32Array(group.count);
  let length = 0;
  const collect = ({ groups, members }: Group): void => {
    for (const list of members) {
      numbers.set(list, length);
      length += list.length;
    }
    for (const below of groups.values()) {
      collect(below);
    }
  };
  collect(group);
  return numbers;
}

interface Sorted {
  readonly leaves: readonly number[];
  readonly below: ReadonlyMap<string, Members>;
  readonly count: number;
}

/** Sorts members by their key at a depth; `leaves` are those whose keys end there. */
function sorted(members: Members, depth: number): Sorted {
  const leaves: number[] = [];
  const below = new Map<string, Map<Keys, readonly number[]>>();
  let count = 0;
  for (const [keys, numbers] of members) {
    count += numbers.length;
    const key = keys[depth];
    const bucket = key === undefined ? undefined : below.get(key);
    if (key === undefined) {
      // One by one: spreading a very long list overflows the stack.
      for (const number of numbers) {
        leaves.push(number);
      }
    } else if (bucket === undefined) {
      below.set(key, new Map([[keys, numbers]]));
    } else {
      bucket.set(keys, numbers);
    }
  }
  return { leaves, below, count };
}
