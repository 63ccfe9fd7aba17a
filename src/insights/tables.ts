import type { InsightsView, SimulationView, TablePart } from './insightsParts.ts';

/** All tables of the insights in their order: everything that is drawn, as text. */
export function tablesOf(view: InsightsView): readonly TablePart[] {
  const { days, codes, people, scores, nearMisses, policies, findings } = view;
  return [
    days.table,
    codes.table,
    people.table,
    ...scores.checks.map(({ table }) => table),
    nearMisses,
    policies,
    findings.table,
  ].filter(({ rows }) => rows.length > 0);
}

/** The simulation as tables: the policies, what they come to, and what they flip. */
export function simulationTables({
  title,
  checks,
  summary,
  comparison,
  details,
  list,
  columns,
}: SimulationView): readonly TablePart[] {
  return [
    {
      title,
      columns: [
        { label: columns.check, number: false },
        { label: columns.recorded, number: true },
        { label: columns.tried, number: true },
        ...(comparison === undefined ? [] : [{ label: columns.compared, number: true }]),
        { label: columns.share, number: false },
      ],
      rows: checks.map(({ name, thresholds, share }) => ({
        cells: [
          name,
          thresholds.recorded,
          thresholds.tried,
          ...(thresholds.compared === undefined ? [] : [thresholds.compared]),
          share,
        ],
        mark: undefined,
      })),
      notes: [],
    },
    summary,
    ...(comparison === undefined ? [] : [comparison.sides, comparison.differences]),
    details,
    {
      title: list.title,
      columns: [columns.submission, columns.why, columns.to].map((label) => ({ label, number: false })),
      rows: list.rows.map(({ id, why, to }) => ({ cells: [id, why, to], mark: undefined })),
      notes: list.note === '' ? [] : [list.note],
    },
  ].filter(({ rows }) => rows.length > 0);
}

/** How the simulation was made. */
export function notesOf({ note, choices }: SimulationView): readonly string[] {
  return [note, ...choices.filter(({ on }) => on).map(({ label }) => `${label}.`)];
}
