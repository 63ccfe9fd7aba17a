import assert from 'node:assert/strict';
import { diceFor, pick } from '../../../../src/demo/random.ts';
import {
  emptyGroup,
  groupings,
  numbersOf,
  withoutMembers,
  type Group,
} from '../../../../src/submissions/model/groups.ts';
import { fromWire } from '../fromWire.ts';
import { assertSound, at, groupAt, grouped, members, newYear, sorted } from '../grouped.ts';

describe('a group without some of its members', () => {
  const all = fromWire(
    at('1', newYear, 'rejected'),
    at('2', newYear, 'rejected'),
    at('3', '2026-12-30T02:00:00Z', 'rejected'),
    at('4', newYear),
  );
  const root = grouped(emptyGroup, all);
  const without = (...numbers: readonly number[]): Group =>
    withoutMembers(root, members(all, 'status', { which: new Set(numbers) }));

  it('counts them no more, on every level', () => {
    const rest = without(1);
    assert.deepEqual([rest.count, groupAt(rest, 'rejected')?.count], [3, 2]);
    assert.equal(sorted(numbersOf(rest)), '0,2,3');
    assertSound(rest);
  });

  it('has no group left that lost its last one', () => {
    assert.deepEqual([...(groupAt(without(2), 'rejected')?.groups.keys() ?? [])], ['2026-12-31']);
    assert.deepEqual([...without(0, 1, 2).groups.keys()], ['approved']);
    assert.deepEqual([without(0, 1, 2, 3).count, without(0, 1, 2, 3).groups.size], [0, 0]);
  });

  it('keeps the groups that lose none as they are', () => {
    assert.equal(without(2).groups.get('approved'), root.groups.get('approved'));
    assert.equal(without(), root);
  });

  it('finds them in whichever list they came', () => {
    const later = grouped(root, fromWire(at('5', newYear, 'rejected')), 'status', 4);
    const rest = withoutMembers(later, new Map([[['rejected', '2026-12-31'], [4]]]));
    assert.equal(sorted(numbersOf(rest)), '0,1,2,3');
    assertSound(rest);
  });
});

describe('groups of anything', () => {
  for (const grouping of groupings) {
    it(`by ${grouping} lose nothing that was added and keep nothing that was taken away`, () => {
      const dice = diceFor(7, 1);
      const all = fromWire(
        ...Array.from({ length: 600 }, (_, index) => ({
          auth_id: `id${index}`,
          auth_status: pick(dice, ['approved', 'rejected', '', 'odd']),
          create_time: pick(dice, [undefined, 'some day', newYear, `2026-12-${10 + (index % 20)}T05:00:00Z`]),
          fail_code: pick(dice, [undefined, [], 'a', ['a', 'b'], ['b', 'b', 'c']]),
          delete_check: dice() < 0.1,
        })),
      );
      let root = emptyGroup;
      const left = new Set<number>();
      for (let first = 0; first < all.length; first += 60) {
        root = grouped(root, all.slice(first, first + 60), grouping, first);
        for (let number = first; number < first + 60; number++) {
          left.add(number);
        }
        const gone = new Set([...left].filter(() => dice() < 0.2));
        root = withoutMembers(root, members(all, grouping, { which: gone }));
        for (const number of gone) {
          left.delete(number);
        }
        assertSound(root);
        assert.equal(sorted(new Set(numbersOf(root))), sorted(left));
      }
    });
  }
});
