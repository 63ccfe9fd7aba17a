import { parseArgs } from 'node:util';
import { DEMO_KEY } from '../../src/demo/service.ts';
import { startService } from './service.ts';

// To try by hand: prints the base URL, then serves until interrupted.
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    size: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    key: { type: 'string', default: DEMO_KEY },
  },
});

const service = await startService({
  port: Number(values.port),
  size: Number(values.size),
  seed: Number(values.seed),
  keys: [values.key],
  newest: Date.now(),
});
console.log(service.baseUrl);
console.error(`curl -H 'x-api-key: ${values.key}' '${service.baseUrl}/faceauth?count=1'`);
