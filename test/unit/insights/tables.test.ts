import assert from 'node:assert/strict';
import { sheetOf } from '../../../src/insights/spreadsheet.ts';
import { simulationTables, tablesOf } from '../../../src/insights/tables.ts';
import { matcherOf } from '../../../src/submissions/model/filter.ts';
import { numbersIn } from '../submissions/stored.ts';
import { randomRecords } from './randomRecords.ts';
import { margin, storeOf, tried, viewed } from './viewed.ts';

const store = storeOf(randomRecords(2000, 5));
const all = await viewed(store);
const simulation = await tried(all, [85.5, 0, 50, 0, 0]);
const tables = [...tablesOf(all.view), ...simulationTables(simulation), ...simulation.checks.map(({ table }) => table)];

describe('a table of the insights', () => {
  it('has numbers in all columns of numbers, for files', () => {
    const texts = tables.flatMap(({ title, columns, rows }) =>
      rows.flatMap(({ cells }) =>
        cells.flatMap((cell, at) =>
          columns[at]?.number === true && typeof cell === 'string' && cell !== '' ? [`${title}: ${cell}`] : [],
        ),
      ),
    );
    assert.deepEqual(texts, []);
    assert.ok(tables.length > 10);
  });

  it('is saved with these numbers as they are', () => {
    const rows = sheetOf(all.view, simulation);
    assert.ok(rows.some(([name, , at]) => name === 'Face similarity' && at === 85.5));
    const [header = -1] = rows.flatMap(([first], at) => (first === 'Fail code' ? [at] : []));
    assert.deepEqual(rows[header], ['Fail code', 'Submissions', 'Share of the rejected in %']);
    const [name, count, share] = rows[header + 1] ?? [];
    assert.equal(typeof name, 'string');
    assert.ok(typeof count === 'number' && typeof share === 'number' && share > 0 && share <= 100);
  });

  it('opens what each of its counts stands for', () => {
    const submissions = numbersIn(store).map((number) => store.at(number));
    const { days, scores } = all.view;
    const counts = [days.table, ...scores.checks.map(({ table }) => table)]
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
      .filter((cell) => typeof cell !== 'string')
      .filter(({ mark }) => mark !== undefined);
    for (const { value, mark } of counts.filter((_, at) => at % 20 === 0)) {
      const target = all.marks.targetOf(mark?.key ?? '');
      assert.ok(target?.kind === 'some');
      assert.equal(submissions.filter(matcherOf(target.filter, margin)).length, value);
    }
    assert.ok(counts.length > 200);
  });
});
