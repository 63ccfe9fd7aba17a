import type { Row } from './row.ts';

const heads = ['row', 'measured', 'compared with', 'ratio or size', 'target', 'verdict'];

/** The rows as a table of plain text, with the notes of each row under it. */
export function tableOf(rows: ReadonlyMap<string, Row>): string {
  const cells = [...rows].map(([name, row]) => [
    name,
    row.measured,
    row.compared,
    row.value,
    row.target,
    row.met === undefined ? '' : row.met ? 'met' : 'not met',
  ]);
  const all = [heads, ...cells];
  const widths = heads.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const lines = all.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const notes = [...rows]
    .filter(([, row]) => row.notes.length > 0)
    .map(([name, row]) => `${name}: ${row.notes.join(' · ')}`);
  return [lines[0], rule, ...lines.slice(1), '', ...notes].join('\n');
}
