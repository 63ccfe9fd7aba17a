import { argv } from 'node:process';
import { createClient } from '../../../../src/api/client.ts';
import { pagesOf } from '../../../../src/api/pages.ts';
import { usualPatience } from '../../../../src/api/retry.ts';
import { DEMO_KEY, demoService } from '../../../../src/demo/service.ts';
import { openLocalFile } from '../../../../src/editor/export/localFile.ts';
import { exportRange } from '../../../../src/export/range.ts';

// Exports RECORDS records of the demo to PATH, without a network: `exporting.ts PATH RECORDS`. A test kills it.
const [path = '', records = ''] = argv.slice(2);
const { signal } = new AbortController();
const service = demoService({ seed: 1, size: Number(records), newest: Date.UTC(2027, 0, 15, 12) });
const ask = createClient({
  base: new URL('https://demo.invalid/v3'),
  key: DEMO_KEY,
  send: async (address, init) => await service(new Request(address, init)),
  timeoutSeconds: 60,
  patience: usualPatience,
  onExchange: () => {},
});

const file = await openLocalFile(path);
const { end } = await exportRange({
  pages: pagesOf(ask, { count: 2000 }, signal),
  format: 'json',
  sink: file,
  signal,
  onFailure: async () => 'stop',
  onProgress: ({ pages }) => console.log(`page ${pages}`),
});
if (end.kind !== 'complete') throw new Error(`The export ended as ${end.kind}.`);
console.log('completing');
await file.complete();
