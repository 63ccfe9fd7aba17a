import { textOf } from './cells.ts';
import type { InsightsView, SimulationView, TablePart } from './insightsParts.ts';
import { simulationTables, tablesOf } from './tables.ts';

/** The insights and the simulation as Markdown, for a report: all tables, nothing that would be read as markup. */
export function markdownOf(view: InsightsView, simulation: SimulationView): string {
  const { title, facts, filter } = view;
  return [
    `# ${escaped(title)}`,
    ...facts.map(escaped),
    ...(filter === undefined ? [] : [escaped(filter.text)]),
    ...tablesOf(view).map(tableText),
    ...simulationTables(simulation).map(tableText),
    ...[simulation.note, ...simulation.counts].map(escaped),
  ]
    .join('\n\n')
    .concat('\n');
}

function tableText({ title, columns, rows, notes }: TablePart): string {
  const lines = [
    columns.map(({ label }) => label),
    columns.map(({ number }) => (number ? '---:' : '---')),
    ...rows.map(({ cells }) => cells.map(textOf)),
  ].map((cells, line) => `| ${cells.map((cell) => (line === 1 ? cell : escaped(cell))).join(' | ')} |`);
  return [`## ${escaped(title)}`, lines.join('\n'), ...notes.map(escaped)].join('\n\n');
}

/** Remote text is text: what Markdown or HTML would read as markup stands for itself. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]()<>#+!|~&$@:]/g, '\\$&')
    .replaceAll(/www\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replaceAll(/\s+/g, ' ');
}
