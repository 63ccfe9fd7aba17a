import assert from 'node:assert/strict';
import { formats } from '../../../src/export/format.ts';
import type { RangeExport } from '../../../src/export/range.ts';
import type { Report } from '../../../src/export/writing.ts';
import { counts, exportOf, idsIn, SIZE, started, type Options } from './support/rangeOf.ts';
import { memory, pageOf, rowsOf } from './support/written.ts';

describe('an export of a range', () => {
  it('holds every record once, in the order in which they came', async () => {
    await using service = await started();
    const { end, report, text } = await exportOf(service);
    assert.deepEqual(end, { kind: 'complete' });
    assert.equal(await idsIn(text), service.allIds().join());
    assert.deepEqual(counts(report), [SIZE, 5, 0, 0, 0]);
    assert.equal(report.bytes, Buffer.byteLength(text));
  });

  it('holds each record byte for byte as the service wrote it', async () => {
    await using service = await started();
    const { text } = await exportOf(service, { format: 'ndjson' });
    const sent = service.recordsAt(0, SIZE).map((record) => `${JSON.stringify(record)}\n`);
    assert.equal(text, sent.join(''));
  });

  it('holds only what was asked for', async () => {
    await using service = await started();
    const days = { from: '2027-01-14', to: '2027-01-14' };
    const { text } = await exportOf(service, { query: { days } });
    const ids = service.allIds(days.from).join();
    assert.ok(ids !== '' && ids !== service.allIds().join());
    assert.equal(await idsIn(text), ids);
  });

  it('counts broken records, keeps them at their places, and leaves them out of a table', async () => {
    await using service = await started({ size: 2000, broken: true });
    const whole = await exportOf(service, { query: { count: 500 } });
    const { broken, records } = await pageOf(whole.text);
    assert.ok(broken.length >= 4);
    assert.deepEqual(counts(whole.report), [2000 - broken.length, 4, 0, broken.length, 0]);
    assert.equal(records.length, 2000 - broken.length);
    const lines = await exportOf(service, { query: { count: 500 }, format: 'ndjson' });
    assert.ok(
      lines.text ===
        service
          .recordsAt(0, 2000)
          .map((record) => `${JSON.stringify(record)}\n`)
          .join(''),
    );
    const table = await exportOf(service, { query: { count: 500 }, format: 'csv' });
    assert.equal(rowsOf(table.text).length, 1 + records.length);
    assert.deepEqual(counts(table.report), [2000 - broken.length, 4, 0, broken.length, broken.length]);
  });

  for (const format of formats) {
    it(`is a whole empty file as ${format} when there is nothing`, async () => {
      await using service = await started({ size: 0 });
      const { end, report, text } = await exportOf(service, { format });
      assert.deepEqual([end.kind, ...counts(report)], ['complete', 0, 1, 0, 0, 0]);
      assert.equal(format === 'csv' ? rowsOf(text).length : text.trim(), { json: '[]', ndjson: '', csv: 1 }[format]);
    });
  }

  it('tells how far it is after every page', async () => {
    await using service = await started();
    const told: Report[] = [];
    const { report } = await exportOf(service, { onProgress: (one) => told.push(one) });
    const steps = new Set(told.map(({ records }) => records));
    assert.deepEqual(
      [50, 100, 150, 200, 230].filter((count) => !steps.has(count)),
      [],
    );
    assert.deepEqual(told.at(-1), report);
  });
});

describe('the records that match', () => {
  it('are the only ones that are written and counted; broken ones match nothing', async () => {
    await using service = await started({ size: 2000, broken: true });
    const options: Options = { matches: ({ status }) => status === 'rejected', query: { count: 500 } };
    const { report, text } = await exportOf(service, options);
    const { records, broken } = await pageOf(text);
    assert.ok(records.length > 100 && records.length < 1000);
    assert.ok(
      records.ids.every((_, index) => {
        const { auth_status: status, aurh_status: typo } = records.at(index);
        return (status ?? typo) === 'rejected';
      }),
    );
    assert.deepEqual([broken.length, report.records, report.duplicates], [0, records.length, 0]);
    assert.ok(report.broken >= 4);
    assert.equal(report.leftOut, report.broken);
  });

  it('are asked for by their submission, which can tell its record', async () => {
    await using service = await started({ size: 3 });
    const given: Promise<readonly [string, boolean]>[] = [];
    const matches: RangeExport['matches'] = ({ id, source }) => {
      given.push(source.bytes().then((bytes) => [id, bytes.byteLength === source.size] as const));
      return true;
    };
    await exportOf(service, { matches });
    assert.deepEqual(
      await Promise.all(given),
      service.allIds().map((id) => [id, true]),
    );
  });
});

describe('a sink', () => {
  it('that takes its time gets one piece after the other, and no page is asked for meanwhile', async () => {
    await using service = await started();
    let writing = 0;
    const sink = memory(async () => {
      assert.equal(++writing, 1);
      const before = service.requests.length;
      await new Promise((resolve) => setTimeout(resolve, 5));
      assert.equal(service.requests.length, before);
      writing--;
    });
    await exportOf(service, { sink });
    assert.equal(await idsIn(sink.text()), service.allIds().join());
  });

  it('gets pieces of a bounded size, however large the page', async () => {
    await using service = await started({ size: 2000 });
    const sink = memory();
    await exportOf(service, { sink, query: { count: 2000 } });
    assert.ok(Math.max(...sink.pieces.map(({ length }) => length)) < 128 * 1024);
  });

  it('that fails ends the export with its error, and no page is asked for any more', async () => {
    await using service = await started();
    const full = new Error('ENOSPC');
    let left = 2;
    const sink = memory(async () => {
      if (--left === 0) {
        throw full;
      }
    });
    await assert.rejects(exportOf(service, { sink }), (error) => error === full);
    assert.equal(service.requests.length, 1);
  });
});
