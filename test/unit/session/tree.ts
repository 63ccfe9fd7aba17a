import assert from 'node:assert/strict';
import { rowsBelow } from '../../../src/session/rows.ts';
import type { Row } from '../../../src/session/row.ts';
import type { State } from '../../../src/session/state.ts';
import { unmasked } from '../../../src/submissions/privacy/mask.ts';

/** The rows below the one that is reached over these labels; the first ones without any. */
export function below(state: State | undefined, ...path: readonly string[]): readonly Row[] {
  assert.ok(state);
  const [first] = path;
  return rowsBelow(state, unmasked, first === undefined ? undefined : rowAt(state, first, ...path.slice(1)));
}

/** The row that is reached over these labels. */
export function rowAt(state: State, first: string, ...path: readonly string[]): Row {
  let row: Row | undefined;
  for (const label of [first, ...path]) {
    row = rowsBelow(state, unmasked, row).find((one) => one.label === label);
    assert.ok(row, `no row ${label}`);
  }
  assert.ok(row);
  return row;
}

/** All rows on all levels, below one when it is given. */
export function everyRow(state: State, row?: Row): readonly Row[] {
  return rowsBelow(state, unmasked, row).flatMap((one) => [one, ...everyRow(state, one)]);
}

/** Each row as one reads it. */
export function labels(rows: readonly Row[]): readonly string[] {
  return rows.map(({ label, description }) => `${label} ${description}`.trim());
}
