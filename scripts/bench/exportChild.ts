import { largestPage } from '../../src/api/address.ts';
import { pagesOf } from '../../src/api/pages.ts';
import { Keyring } from '../../src/editor/project/keyring.ts';
import { Aliases } from '../../src/editor/screenShare/aliases.ts';
import { openLocalFile } from '../../src/editor/export/localFile.ts';
import { PageRedaction } from '../../src/export/pageRedaction.ts';
import { exportRange } from '../../src/export/range.ts';
import { clientOf } from './client.ts';
import { watchMemory } from './peak.ts';

const [, , base = '', path = '', choice = 'as received'] = process.argv;

// Exports all that a service has, and tells how much memory and time that took.
const growth = watchMemory();
const { signal } = new AbortController();
const sink = await openLocalFile(path);
// As the extension asks: an export as received does not need the records parsed.
const pages = pagesOf(clientOf(base, choice === 'as received'), { count: largestPage }, signal);
const started = performance.now();
const { end, report } = await exportRange({
  ...(choice === 'redacted' && { redact: await redaction() }),
  pages,
  format: 'ndjson',
  sink,
  signal,
  onFailure: async () => 'stop',
});
if (end.kind !== 'complete') throw new Error(`The export ended early: ${end.kind}.`);
await sink.complete();
const seconds = (performance.now() - started) / 1000;
const lines = report.records + report.broken;
process.stdout.write(JSON.stringify({ lines, bytes: report.bytes, growth: growth(), seconds }));

// As the extension does it, with a keyring that is empty.
async function redaction(): Promise<PageRedaction> {
  const empty = {
    get: async () => undefined,
    store: async () => undefined,
    delete: async () => undefined,
    onDidChange: () => ({ dispose: () => undefined }),
  };
  const aliases = new Aliases(new Keyring(empty));
  await aliases.load();
  return new PageRedaction(aliases.of);
}
