import { textOf } from './cells.ts';
import type { InsightsView, SimulationView, TablePart } from './insightsParts.ts';
import { notesOf, simulationTables, tablesOf } from './tables.ts';
import { escapedMarkdown } from '../submissions/words/escapedMarkdown.ts';

/** The insights and the simulation as Markdown, for a report: all tables, nothing that would be read as markup. */
export function markdownOf(view: InsightsView, simulation: SimulationView): string {
  const { title, facts, filter } = view;
  return [
    `# ${escapedMarkdown(title)}`,
    ...facts.map(escapedMarkdown),
    ...(filter === undefined ? [] : [escapedMarkdown(filter.text)]),
    ...tablesOf(view).map(tableText),
    ...simulationTables(simulation).map(tableText),
    ...notesOf(simulation).map(escapedMarkdown),
  ]
    .join('\n\n')
    .concat('\n');
}

/** A table as Markdown, with its title and its notes. */
export function tableText({ title, columns, rows, notes }: TablePart): string {
  const lines = [
    columns.map(({ label }) => label),
    columns.map(({ number }) => (number ? '---:' : '---')),
    ...rows.map(({ cells }) => cells.map(textOf)),
  ].map((cells, line) => `| ${cells.map((cell) => (line === 1 ? cell : escapedMarkdown(cell))).join(' | ')} |`);
  return [`## ${escapedMarkdown(title)}`, lines.join('\n'), ...notes.map(escapedMarkdown)].join('\n\n');
}
