import assert from 'node:assert/strict';
import {
  byCount,
  byStatus,
  byTime,
  emptyGroup,
  newestFirst,
  type Group,
} from '../../../../src/submissions/model/groups.ts';
import { fromWire } from '../fromWire.ts';
import { at, grouped, newYear } from '../grouped.ts';

describe('the order', () => {
  it('of submissions is newest first, by id at one moment, without a time last', () => {
    const all = fromWire(
      at('b', newYear),
      at('timeless', undefined),
      at('old', '2020-01-01T00:00:00Z'),
      at('a', newYear),
      at('also timeless', 'some day'),
      at('new', '2027-01-01T00:00:00Z'),
    );
    assert.deepEqual(
      newestFirst(all).map(({ id }) => id),
      ['new', 'a', 'b', 'old', 'also timeless', 'timeless'],
    );
  });

  it('of statuses is rejected, approved, others by name, none', () => {
    const statuses = ['', 'zebra', 'approved', 'Approved', 'rejected', 'alpha', 'unknown'];
    const root = grouped(emptyGroup, fromWire(...statuses.map((status) => at(`id ${status}`, newYear, status))));
    assert.deepEqual(
      byStatus(root.groups).map(({ key }) => key),
      ['rejected', 'approved', 'alpha', 'unknown', 'zebra', ''],
    );
  });

  it('of days is newest first, without a time last', () => {
    const times = [
      '9999-12-31T23:00:00-02:00',
      '2026-01-02T00:00:00Z',
      undefined,
      '0000-01-01T00:00:00+01:00',
      '2026-11-01T00:00:00Z',
      '2025-12-31T00:00:00Z',
    ];
    const root = grouped(emptyGroup, fromWire(...times.map((time, index) => at(`id${index}`, time))));
    assert.deepEqual(
      byTime(root.groups.get('approved')?.groups ?? new Map<string, Group>()).map(({ key }) => key),
      ['10000-01-01', '2026-11-01', '2026-01-02', '2025-12-31', '-0001-12-31', ''],
    );
  });

  it('of fail codes is the most frequent first, by name where equal, without one last', () => {
    const codes = [['rare'], ['b'], ['often'], ['often', 'a'], [], [], []];
    const root = grouped(
      emptyGroup,
      fromWire(...codes.map((fail_code, index) => ({ auth_id: `id${index}`, fail_code }))),
      'code',
    );
    assert.deepEqual(
      byCount(root.groups).map(({ key }) => key),
      ['often', 'a', 'b', 'rare', ''],
    );
  });
});
