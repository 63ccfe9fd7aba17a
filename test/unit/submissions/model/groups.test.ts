import assert from 'node:assert/strict';
import { emptyGroup, groupings, keysIn, numbersOf, withoutMembers } from '../../../../src/submissions/model/groups.ts';
import { fromWire, submissionOf } from '../fromWire.ts';
import { assertSound, at, groupAt, grouped, members, newYear, sorted } from '../grouped.ts';
import { inZone } from '../zone.ts';

describe('the places of a submission', () => {
  const [submission] = fromWire({ ...at('one', newYear, 'rejected'), fail_code: ['b', 'a'] });

  it('are one in each grouping, the usual one first', () => {
    assert.ok(submission);
    assert.deepEqual(groupings, ['status', 'day', 'code', 'kyc']);
    assert.deepEqual(keysIn('status', 'utc')(submission), [['rejected', '2026-12-31']]);
    assert.deepEqual(keysIn('day', 'utc')(submission), [['2026-12-31', 'rejected']]);
    assert.deepEqual(keysIn('kyc', 'utc')(submission), [['2026-12-31']]);
  });

  it('are one for each of its fail codes', () => {
    assert.ok(submission);
    assert.deepEqual(keysIn('code', 'utc')(submission), [['b'], ['a']]);
  });

  it('are one for a fail code that came twice', () => {
    assert.deepEqual(keysIn('code', 'utc')(submissionOf({ fail_code: ['a', 'a'] })), [['a']]);
  });

  it('are the one without a fail code for what has none, and for what is deleted and yet has some', () => {
    assert.deepEqual(keysIn('code', 'utc')(submissionOf({})), [['']]);
    assert.deepEqual(keysIn('code', 'utc')(submissionOf({ fail_code: ['a', 'b'], delete_check: true })), [['']]);
  });

  it('lie in the days of the zone', () => {
    assert.ok(submission);
    inZone('Asia/Seoul', () => {
      assert.deepEqual(keysIn('status', 'local')(submission), [['rejected', '2027-01-01']]);
      assert.deepEqual(keysIn('day', 'local')(submission), [['2027-01-01', 'rejected']]);
      assert.deepEqual(keysIn('kyc', 'local')(submission), [['2027-01-01']]);
      assert.deepEqual(keysIn('status', 'utc')(submission), [['rejected', '2026-12-31']]);
    });
  });

  it('lie in an empty day without a time', () => {
    const [timeless] = fromWire(at('one', undefined));
    assert.ok(timeless);
    assert.deepEqual(keysIn('status', 'utc')(timeless), [['approved', '']]);
    assert.deepEqual(keysIn('day', 'utc')(timeless), [['', 'approved']]);
    assert.deepEqual(keysIn('kyc', 'utc')(timeless), [['']]);
  });

  it('are the same however many were asked before', () => {
    const all = fromWire(
      at('1', newYear),
      at('2', '2026-12-31T20:59:59Z', 'rejected'),
      at('3', '2026-12-31T21:00:00Z'),
      at('4', '2027-01-01T00:00:00Z'),
    );
    const keysOf = keysIn('status', 'utc');
    assert.deepEqual(
      all.map(keysOf),
      all.map((one) => keysIn('status', 'utc')(one)),
    );
  });

  it('are one object where they are equal, so that members are counted together', () => {
    const all = fromWire(at('1', newYear), at('2', '2026-12-31T20:30:00Z'));
    for (const grouping of groupings) {
      const [[first] = [], [second] = []] = all.map(keysIn(grouping, 'utc'));
      assert.ok(first !== undefined && first === second, grouping);
    }
  });

  it('differ within one UTC hour where the days of the zone begin in its middle', () => {
    const all = fromWire(at('1', '2026-12-31T18:10:00Z'), at('2', '2026-12-31T18:20:00Z'));
    inZone('Asia/Kathmandu', () => {
      assert.deepEqual(all.map(keysIn('kyc', 'local')), [[['2026-12-31']], [['2027-01-01']]]);
    });
  });
});

describe('a group', () => {
  const first = fromWire(at('1', newYear), at('2', '2026-12-30T01:00:00Z', 'rejected'), at('3', undefined));
  const second = fromWire(at('4', '2026-12-30T02:00:00Z', 'rejected'));

  it('counts all below it, on every level', () => {
    const root = grouped(grouped(emptyGroup, first), second, 'status', 3);
    assert.deepEqual(
      [root, groupAt(root, 'rejected'), groupAt(root, 'rejected', '2026-12-30')].map((group) => group?.count),
      [4, 2, 2],
    );
    assertSound(root);
  });

  it('holds the numbers of its submissions at its leaves, in the lists in which they came', () => {
    const root = grouped(grouped(emptyGroup, first), second, 'status', 3);
    const leaf = groupAt(root, 'rejected', '2026-12-30');
    assert.deepEqual(
      leaf?.members.map((list) => [...list]),
      [[1], [3]],
    );
    assert.deepEqual([root.members.length, sorted(numbersOf(root))], [0, '0,1,2,3']);
  });

  it('counts one with several fail codes below each of them', () => {
    const root = grouped(emptyGroup, fromWire({ auth_id: '1', fail_code: ['a', 'b'] }, { auth_id: '2' }), 'code');
    assert.deepEqual(
      [...root.groups.values()].map(({ key, count }) => [key, count]),
      [
        ['a', 1],
        ['b', 1],
        ['', 1],
      ],
    );
    assertSound(root);
  });

  it('is made anew where it gains, and stays the same object where it does not', () => {
    const before = grouped(emptyGroup, first);
    const after = grouped(before, second, 'status', 3);
    assert.notEqual(after, before);
    assert.notEqual(after.groups.get('rejected'), before.groups.get('rejected'));
    assert.equal(after.groups.get('approved'), before.groups.get('approved'));
    assert.equal(grouped(before, []), before);
  });

  it('is never changed', () => {
    const before = grouped(emptyGroup, first);
    grouped(before, second, 'status', 3);
    withoutMembers(before, members(first, 'status'));
    assert.equal(before.count, 3);
    assert.equal(before.groups.get('rejected')?.count, 1);
    assert.deepEqual([emptyGroup.count, emptyGroup.groups.size], [0, 0]);
    assertSound(before);
  });

  it('may have the name of a property of objects', () => {
    const root = grouped(emptyGroup, fromWire(at('1', newYear, '__proto__'), at('2', newYear, 'constructor')));
    assert.deepEqual([...root.groups.keys()], ['__proto__', 'constructor']);
  });

  it('takes a great page of one moment without running out of stack', () => {
    const [one] = fromWire(at('1', newYear));
    assert.ok(one);
    const many = Array.from({ length: 200_000 }, () => one);
    const root = grouped(grouped(emptyGroup, many), many, 'status', 200_000);
    assert.equal(root.count, 400_000);
    assert.equal(new Set(numbersOf(root)).size, 400_000);
  });
});
