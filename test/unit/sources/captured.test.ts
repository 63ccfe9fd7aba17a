import assert from 'node:assert/strict';
import { exportSelection } from '../../../src/export/selection.ts';
import { insightsOf } from '../../../src/insights/insights.ts';
import { startFrom } from '../../../src/insights/thresholds.ts';
import type { Row } from '../../../src/session/row.ts';
import { rowsBelow } from '../../../src/session/rows.ts';
import { fileSource } from '../../../src/sources/file.ts';
import { noFilter } from '../../../src/submissions/model/filter.ts';
import { snapshotOf } from '../../../src/submissions/model/submission.ts';
import { unmasked } from '../../../src/submissions/privacy/mask.ts';
import { startService } from '../../service/service.ts';
import { KEY } from '../api/asking.ts';
import { memory } from '../export/support/written.ts';
import { simulated } from '../insights/simulated.ts';
import { sessionWith, shownIn } from '../session/opened.ts';
import { fileOf, readAll } from './reading.ts';

/** What `curl --include` writes of an answer. */
async function captured(address: string): Promise<string> {
  const response = await fetch(address, { headers: { 'x-api-key': KEY } });
  const headers = Array.from(response.headers, ([name, value]) => `${name}: ${value}\r\n`).join('');
  return `HTTP/1.1 ${response.status} OK\r\n${headers}\r\n${await response.text()}`;
}

describe('an answer that was captured with curl', () => {
  it('tells why submissions failed, is tried under other thresholds, and gives away which flip', async () => {
    const service = await startService({ keys: [KEY], size: 300 });
    const text = await captured(`${service.baseUrl}/faceauth?count=300`);
    await service.close();
    const { session } = sessionWith(() => fileSource(fileOf(text)));
    await session.open({ id: 'f', name: 'capture.txt', file: 'capture.txt' });
    await session.loadAll(new AbortController().signal, async () => true);
    const { store, count } = shownIn(session.state).loaded;
    const below = (row?: Row): readonly Row[] => rowsBelow(session.state, unmasked, row);
    const rejected = below().find(({ label }) => label === 'Rejected');
    const reasons = below(rejected)
      .flatMap((day) => below(day))
      .map(({ description }) => description);
    assert.ok(
      reasons.some((reason) => /similarity [\d.]+ < \d+/.test(reason)),
      reasons.join('\n'),
    );

    const insights = await insightsOf(store, noFilter, { margin: 5, zone: 'utc', now: Date.UTC(2027, 1, 1) });
    assert.ok(insights);
    const { columns } = insights.sample;
    const stricter = startFrom(insights.recorded).map((threshold, check) => (check === 0 ? 99 : threshold));
    const { flips } = await simulated(columns, stricter, count);
    assert.ok(flips.length > 5);

    const sink = memory();
    const submissions = flips.map(({ place }) => snapshotOf(store.at(columns.numbers[place] ?? 0)));
    await exportSelection({ submissions, format: 'ndjson', sink, signal: new AbortController().signal });
    const { ids } = await readAll(fileOf(sink.text()));
    assert.deepEqual(
      ids,
      submissions.map(({ id }) => id),
    );
  });
});
