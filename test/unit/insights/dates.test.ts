import assert from 'node:assert/strict';
import { dateWriter } from '../../../src/insights/dates.ts';
import { storeOf, viewed } from './viewed.ts';

const dayAt = (text: string): number => Date.parse(text) / 86_400_000;

describe('the days of the insights', () => {
  it('are readable in every year', () => {
    const { range, tick, period } = dateWriter('en');
    const [first, last] = [dayAt('-000001-12-31T00:00:00Z'), dayAt('0000-01-02T00:00:00Z')];
    assert.equal(range(first, last), '-0001-12-31 – 0000-01-02');
    assert.equal(tick(first, 'month'), '-0001-12-31');
    assert.equal(period({ from: first, to: first, counts: new Uint32Array(3) }, 'year'), '-0001-12-31');
    const after = dayAt('+010000-01-01T00:00:00Z');
    assert.equal(range(after, after), '1 Jan 10000');
  });

  it('stand in their order, those outside of the four-digit years far from the others', async () => {
    const times = ['9999-12-31T23:59:59-12:00', '2025-10-02T02:15:17Z', '0000-01-01T00:00:00+01:00'];
    const { view } = await viewed(storeOf(times.map((create_time) => ({ auth_status: 'approved', create_time }))));
    assert.deepEqual(
      view.days.table.rows.map(({ cells: [day] }) => day),
      ['1 Jan 10000', '2 Oct 2025', '-0001-12-31'],
    );
  });
});
