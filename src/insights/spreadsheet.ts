import * as l10n from '@vscode/l10n';
import type { InsightsView, SimulationView, TablePart } from './insightsParts.ts';
import { notesOf, simulationTables, tablesOf } from './tables.ts';

/** A row of a spreadsheet. */
export type Cells = readonly (string | number)[];

/** The insights and the simulation as rows of one sheet: the tables one below the other, numbers as numbers. */
export function sheetOf(view: InsightsView, simulation: SimulationView): readonly Cells[] {
  const { title, facts, filter } = view;
  const head = [title, ...facts, ...(filter === undefined ? [] : [filter.text])].map((text) => [text]);
  const tables = [...tablesOf(view), ...simulationTables(simulation)].flatMap(rowsOf);
  return [...head, ...tables, [], ...notesOf(simulation).map((text) => [text])];
}

function rowsOf({ title, columns, rows, notes }: TablePart): readonly Cells[] {
  return [
    [],
    [title],
    columns.map(({ label, percent }) => (percent === true ? l10n.t('{0} in %', label) : label)),
    ...rows.map(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? cell : (cell.value ?? '')))),
    ...notes.map((note) => [note]),
  ];
}
