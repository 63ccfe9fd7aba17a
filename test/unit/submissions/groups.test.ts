import assert from 'node:assert/strict';
import type { TimeZone } from '../../../src/submissions/days.ts';
import {
  allOf,
  byStatus,
  byTime,
  emptyGroup,
  keysIn,
  newestFirst,
  withSubmissions,
  type Group,
} from '../../../src/submissions/groups.ts';
import type { Submission } from '../../../src/submissions/submission.ts';
import { fromWire } from './fromWire.ts';
import { inZone } from './zone.ts';

const newYear = '2026-12-31T20:00:00Z';

function grouped(before: Group, submissions: readonly Submission[], zone: TimeZone = 'utc'): Group {
  const keysOf = keysIn(zone);
  return withSubmissions(
    before,
    submissions.map((submission) => ({ submission, keys: keysOf(submission) })),
  );
}

function at(id: string, create_time: string | undefined, auth_status = 'approved'): object {
  return { auth_id: id, auth_status, create_time };
}

describe('the keys of a submission', () => {
  it('are status, day and hour in the zone', () => {
    const [submission] = fromWire(at('one', newYear));
    assert.ok(submission);
    assert.deepEqual(keysIn('utc')(submission), ['approved', '2026-12-31', '20']);
    inZone('Asia/Seoul', () => {
      assert.deepEqual(keysIn('local')(submission), ['approved', '2027-01-01', '05']);
    });
  });

  it('are empty for the day and the hour of one without a time', () => {
    const [submission] = fromWire(at('one', undefined));
    assert.ok(submission);
    assert.deepEqual(keysIn('utc')(submission), ['approved', '', '']);
  });

  it('are the same however many were asked before', () => {
    const all = fromWire(
      at('1', newYear),
      at('2', '2026-12-31T20:59:59Z', 'rejected'),
      at('3', '2026-12-31T21:00:00Z'),
    );
    const keysOf = keysIn('utc');
    assert.deepEqual(
      all.map(keysOf),
      all.map((one) => keysIn('utc')(one)),
    );
  });

  it('differ within one UTC hour where the hours of the zone begin in its middle', () => {
    const all = fromWire(at('1', '2026-12-31T18:10:00Z'), at('2', '2026-12-31T18:20:00Z'));
    inZone('Asia/Kathmandu', () => {
      assert.deepEqual(all.map(keysIn('local')), [
        ['approved', '2026-12-31', '23'],
        ['approved', '2027-01-01', '00'],
      ]);
    });
  });
});

describe('a group', () => {
  const first = fromWire(at('1', newYear), at('2', '2026-12-30T01:00:00Z', 'rejected'), at('3', undefined));
  const second = fromWire(at('4', '2026-12-30T02:00:00Z', 'rejected'));

  it('counts all below it, on every level', () => {
    const root = grouped(grouped(emptyGroup, first), second);
    const rejected = root.groups.get('rejected');
    assert.deepEqual([root.count, rejected?.count, rejected?.groups.get('2026-12-30')?.count], [4, 2, 2]);
    assert.equal(rejected?.groups.get('2026-12-30')?.groups.get('02')?.submissions.length, 1);
    assert.equal(allOf(root).length, 4);
  });

  it('is made anew where it gains, and stays the same object where it does not', () => {
    const before = grouped(emptyGroup, first);
    const after = grouped(before, second);
    assert.notEqual(after, before);
    assert.notEqual(after.groups.get('rejected'), before.groups.get('rejected'));
    assert.equal(after.groups.get('approved'), before.groups.get('approved'));
  });

  it('is never changed', () => {
    const before = grouped(emptyGroup, first);
    grouped(before, second);
    assert.equal(before.count, 3);
    assert.equal(before.groups.get('rejected')?.count, 1);
    assert.deepEqual([emptyGroup.count, emptyGroup.groups.size], [0, 0]);
  });

  it('may have the name of a property of objects', () => {
    const root = grouped(emptyGroup, fromWire(at('1', newYear, '__proto__'), at('2', newYear, 'constructor')));
    assert.deepEqual([...root.groups.keys()], ['__proto__', 'constructor']);
  });

  it('takes a whole page of one moment without running out of stack', () => {
    const many = fromWire(...Array.from({ length: 20_000 }, (_, index) => at(`id${index}`, newYear)));
    const root = grouped(grouped(emptyGroup, many), many);
    assert.equal(root.count, 40_000);
    assert.equal(allOf(root).length, 40_000);
  });
});

describe('the order', () => {
  it('of submissions is newest first, by id at one moment, without a time last', () => {
    const all = fromWire(
      at('b', newYear),
      at('none', undefined),
      at('old', '2020-01-01T00:00:00Z'),
      at('a', newYear),
      at('also none', 'some day'),
      at('new', '2027-01-01T00:00:00Z'),
    );
    assert.deepEqual(
      newestFirst(all).map(({ id }) => id),
      ['new', 'a', 'b', 'old', 'also none', 'none'],
    );
  });

  it('of statuses is rejected, approved, others by name, unknown', () => {
    const statuses = ['unknown', 'zebra', 'approved', 'Approved', 'rejected', 'alpha'];
    const root = grouped(emptyGroup, fromWire(...statuses.map((status) => at(status, newYear, status))));
    assert.deepEqual(
      byStatus(root.groups).map(({ key }) => key),
      ['rejected', 'approved', 'Approved', 'alpha', 'zebra', 'unknown'],
    );
  });

  it('of days is newest first, without a time last', () => {
    const times = ['2026-01-02T00:00:00Z', undefined, '2026-11-01T00:00:00Z', '2025-12-31T00:00:00Z'];
    const root = grouped(emptyGroup, fromWire(...times.map((time, index) => at(`id${index}`, time))));
    assert.deepEqual(
      byTime(root.groups.get('approved')?.groups ?? new Map<string, Group>()).map(({ key }) => key),
      ['2026-11-01', '2026-01-02', '2025-12-31', ''],
    );
  });
});
