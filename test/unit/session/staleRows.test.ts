import assert from 'node:assert/strict';
import type { Row } from '../../../src/session/row.ts';
import { rowsBelow } from '../../../src/session/rows.ts';
import { unmasked } from '../../../src/submissions/privacy/mask.ts';
import { startService } from '../../service/service.ts';
import { KEY } from '../api/asking.ts';
import { production, sessionAt, sessionOf, shownIn } from './opened.ts';
import { below, everyRow } from './tree.ts';

function record(number: number): object {
  return { auth_id: `id${number}`, auth_status: 'approved', create_time: '2027-01-10T08:00:00Z' };
}

function idsBelow(row: Row | undefined, rows: readonly Row[]): string {
  assert.ok(row);
  return rows.map(({ label }) => label).join();
}

// After the list was read again, VS Code may ask for the rows below a row that it was given before.
describe('a row of before a refresh', () => {
  it('still has the submissions of then below it', async () => {
    const pages = [[record(2), record(1)]];
    const { session } = sessionOf(pages, { grouping: 'day' });
    await session.open(production);
    const [day] = below(session.state, '2027-01-10');
    const before = idsBelow(day, rowsBelow(session.state, unmasked, day));
    pages[0] = [record(4), record(3), record(2)];
    await session.refresh();
    assert.equal(idsBelow(day, rowsBelow(session.state, unmasked, day)), before);
    assert.equal(idsBelow(day, below(session.state, '2027-01-10', 'Approved')), 'id2,id3,id4');
  });

  it('can be asked although the pages are larger now, and fewer', async () => {
    await using service = await startService({ size: 140, broken: false, keys: [KEY] });
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    while (shownIn(session.state).loaded.more) {
      await session.loadOlder();
    }
    const rows = everyRow(session.state).filter(({ kind }) => kind === 'group');
    await session.refresh();
    assert.equal(shownIn(session.state).loaded.pages.length, 1);
    for (const row of rows) {
      assert.ok(rowsBelow(session.state, unmasked, row).length > 0);
    }
  });
});
