import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../test/host/command.ts';
import { root } from '../test/host/folders.ts';
import { measureActivation } from './bench/activation.ts';
import { measureExplained, measureLinks } from './bench/documents.ts';
import { measureExportMemory } from './bench/exportMemory.ts';
import { measureExportRedacted } from './bench/exportRedacted.ts';
import { measureExportWall } from './bench/exportWall.ts';
import { measureFileFirst, measureFileLoad } from './bench/file.ts';
import { measureInsightsScale, measureSimulatorMove } from './bench/insights.ts';
import { measureInsightsPaint } from './bench/insightsPaint.ts';
import { measureBlocked, measureExpand, measureScale } from './bench/largeSession.ts';
import { measureOpenJson } from './bench/openJson.ts';
import { measurePage } from './bench/page.ts';
import { measureRetained } from './bench/retained.ts';
import type { Bench, Row } from './bench/row.ts';
import { Services } from './bench/services.ts';
import { measureBundle, measureVsix } from './bench/sizes.ts';
import { tableOf } from './bench/table.ts';

const benches: readonly Bench[] = [
  { name: 'page', packaged: false, measure: measurePage },
  { name: 'retained', packaged: false, measure: measureRetained },
  { name: 'expand', packaged: false, measure: measureExpand },
  { name: 'blocked', packaged: false, measure: measureBlocked },
  { name: 'scale', packaged: false, measure: measureScale },
  { name: 'exportWall', packaged: false, measure: measureExportWall },
  { name: 'exportRedacted', packaged: false, measure: measureExportRedacted },
  { name: 'exportMemory', packaged: false, measure: measureExportMemory },
  { name: 'fileLoad', packaged: false, measure: measureFileLoad },
  { name: 'fileFirst', packaged: false, measure: measureFileFirst },
  { name: 'openJson', packaged: false, measure: measureOpenJson },
  { name: 'explained', packaged: false, measure: async () => await Promise.resolve(measureExplained()) },
  { name: 'links', packaged: false, measure: measureLinks },
  { name: 'simulatorMove', packaged: false, measure: measureSimulatorMove },
  { name: 'insightsScale', packaged: false, measure: measureInsightsScale },
  { name: 'insightsPaint', packaged: true, measure: measureInsightsPaint },
  { name: 'activation', packaged: true, measure: measureActivation },
  { name: 'vsix', packaged: true, measure: measureVsix },
  { name: 'bundle', packaged: true, measure: measureBundle },
];

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });

function chosen(): readonly Bench[] {
  const names = values.only?.split(',') ?? benches.map(({ name }) => name);
  return names.map((name) => {
    const bench = benches.find((one) => one.name === name);
    if (bench) return bench;
    throw new Error(`There is no row ${name}; there are ${benches.map((one) => one.name).join(', ')}.`);
  });
}

const rows = new Map<string, Row>();
await using services = new Services();
const wanted = chosen();
if (wanted.some(({ packaged }) => packaged)) {
  process.stderr.write('Packaging…\n');
  await run('node', [join(root, 'scripts', 'package.ts')], { cwd: root });
}
for (const { name, measure } of wanted) {
  process.stderr.write(`Measuring ${name}…\n`);
  rows.set(name, await measure(services));
}
process.stdout.write(`\n${tableOf(rows)}\n`);
if (values.json) {
  const figures = Object.fromEntries([...rows].map(([name, row]) => [name, row.figures]));
  writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
}
process.exitCode = [...rows.values()].some(({ met }) => met === false) ? 1 : 0;
