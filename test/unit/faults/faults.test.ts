import assert from 'node:assert/strict';
import { startDisturbed } from './disturbed.ts';
import { rangeExport } from './exportColumn.ts';
import { faults, type Failing, type Passing } from './faults.ts';
import { lookUp } from './lookUpColumn.ts';
import { phrase, sorted, type Column, type Outcome } from './outcome.ts';
import { firstPage, laterPage } from './sessionColumns.ts';

const columns: readonly Column[] = [firstPage, laterPage, lookUp, rangeExport];

function promise(expected: Failing | Passing): string {
  return expected.reason === 'none'
    ? `has all of it${expected.dropped > 0 ? ', each once' : ''}`
    : `fails as ${expected.reason}, keeps what is there, and has all of it when tried again`;
}

function assertShown({ shown, dropped }: Outcome, expected: Failing | Passing, { place, before }: Column): void {
  if (expected.reason === 'none') {
    assert.equal(shown, undefined);
    assert.equal(dropped, expected.dropped);
    return;
  }
  assert.ok(shown, 'nobody was told of it');
  const { words, ...rest } = shown;
  const { reason, tries, kept = before } = expected;
  assert.deepEqual(rest, { reason, tries, kept });
  assert.match(words, expected.words);
  if (place !== 'first page' || kept > 0) {
    assert.match(words, expected.details);
  }
}

function table(found: ReadonlyMap<string, string>): string {
  const rows = [
    ['fault', ...columns.map(({ place }) => place)],
    ...faults.map(({ name }) => [name, ...columns.map(({ place }) => found.get(`${name}/${place}`) ?? 'not run')]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

describe('a fault', () => {
  const found = new Map<string, string>();

  for (const column of columns) {
    describe(`of the ${column.place}`, () => {
      for (const fault of faults) {
        const expected = fault.expected[column.place];
        it(`with ${fault.name} ${promise(expected)}`, async () => {
          await using disturbed = await startDisturbed(fault);
          const outcome = await column.walk(disturbed);
          found.set(`${fault.name}/${column.place}`, phrase(outcome));
          assertShown(outcome, expected, column);
          assert.equal(sorted(outcome.ids), sorted(outcome.wanted));
          assert.equal(disturbed.elsewhere.requests.length, 0, 'the key went elsewhere');
        });
      }
    });
  }

  after(() => {
    console.log(`\n${table(found)}\n`);
  });
});
