import type { InsightsView, SimulationView, TablePart } from './insightsParts.ts';
import { simulationTables, tablesOf } from './tables.ts';

/** A row of a spreadsheet. */
export type Cells = readonly (string | number)[];

/** The insights and the simulation as rows of one sheet: the tables one below the other, numbers as numbers. */
export function sheetOf(view: InsightsView, simulation: SimulationView): readonly Cells[] {
  const { title, facts, filter } = view;
  const head = [title, ...facts, ...(filter === undefined ? [] : [filter.text])].map((text) => [text]);
  const tables = [...tablesOf(view), ...simulationTables(simulation)].flatMap(rowsOf);
  return [...head, ...tables, [], ...[simulation.note, ...simulation.counts].map((text) => [text])];
}

function rowsOf({ title, columns, rows, notes }: TablePart): readonly Cells[] {
  return [
    [],
    [title],
    columns.map(({ label }) => label),
    ...rows.map(({ cells }) => cells.map((cell, column) => (columns[column]?.number === true ? numberIn(cell) : cell))),
    ...notes.map((note) => [note]),
  ];
}

/** The number that a cell says, which people read with its thousands apart; the text itself where it says none. */
function numberIn(text: string): string | number {
  const number = Number(text.replaceAll(',', '').replace('\u2212', '-'));
  return text === '' || !Number.isFinite(number) ? text : number;
}
