import { largestPage } from '../../src/api/address.ts';
import { pagesOf } from '../../src/api/pages.ts';
import { openLocalFile } from '../../src/editor/export/localFile.ts';
import { exportRange } from '../../src/export/range.ts';
import { clientOf } from './client.ts';
import { watchMemory } from './peak.ts';

const [, , base = '', path = ''] = process.argv;

// Exports all that a service has, as received, and tells how much memory that took.
const growth = watchMemory();
const { signal } = new AbortController();
const sink = await openLocalFile(path);
const { end, report } = await exportRange({
  pages: pagesOf(clientOf(base, true), { count: largestPage }, signal),
  format: 'ndjson',
  sink,
  signal,
  onFailure: async () => 'stop',
});
if (end.kind !== 'complete') throw new Error(`The export ended early: ${end.kind}.`);
await sink.complete();
process.stdout.write(JSON.stringify({ lines: report.records + report.broken, bytes: report.bytes, growth: growth() }));
