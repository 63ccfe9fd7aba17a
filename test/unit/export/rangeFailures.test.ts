import assert from 'node:assert/strict';
import type { Failure } from '../../../src/api/failure.ts';
import { formats } from '../../../src/export/format.ts';
import type { RangeExport } from '../../../src/export/range.ts';
import type { Report } from '../../../src/export/writing.ts';
import { when } from '../../service/exchange.ts';
import { edited } from '../../service/shapes.ts';
import { failures } from '../../service/statuses.ts';
import { resetMidBody } from '../../service/transport.ts';
import { counts, exportOf, idsIn, recordsIn, SIZE, started } from './support/rangeOf.ts';
import { exported, memory } from './support/written.ts';

describe('a page that fails for good', () => {
  it('is asked about, with the failure and what there is; again goes on with the same page', async () => {
    await using service = await started();
    service.inject(failures.broken, { when: when.page(3), times: 8 });
    const asked: [Failure['kind'], number][] = [];
    const { end, report, text } = await exportOf(service, {
      onFailure: async ({ kind }, { records }) => {
        asked.push([kind, records]);
        return await Promise.resolve('again');
      },
    });
    assert.deepEqual(asked, [
      ['serviceDown', 100],
      ['serviceDown', 100],
    ]);
    assert.equal(end.kind, 'complete');
    assert.equal(await idsIn(text), service.allIds().join());
    assert.deepEqual(counts(report), [SIZE, 5, 0, 0, 0]);
  });

  for (const [what, fault] of [
    ['a reset in the middle of a body', resetMidBody()],
    ['a body that is no JSON', edited(() => ({ data: 5 }))],
    ['a key that is not accepted', failures.forbidden],
  ] as const) {
    it(`by ${what} comes whole when it is asked for again, and no record twice`, async () => {
      await using service = await started();
      service.inject(fault, { when: when.page(2), times: 1 });
      const { end, report, text } = await exportOf(service, { attempts: 1, onFailure: async () => 'again' });
      assert.equal(end.kind, 'complete');
      assert.equal(await idsIn(text), service.allIds().join());
      assert.deepEqual(counts(report), [SIZE, 5, 0, 0, 0]);
    });
  }

  for (const format of formats) {
    it(`ends the export when it is to stop; the part is a whole file as ${format}`, async () => {
      await using service = await started();
      service.inject(failures.broken, { when: when.page(3) });
      const { end, report, text } = await exportOf(service, { attempts: 1, format });
      assert.equal(end.kind, 'serviceDown');
      assert.deepEqual(counts(report), [100, 2, 0, 0, 0]);
      assert.equal(await recordsIn(text, format), 100);
    });
  }

  it('is no complete export when the pages end after it', async () => {
    const { end } = await exported(
      (async function* () {
        yield { ok: false, failure: { kind: 'noKey' } };
      })(),
      { onFailure: async () => 'again' },
    );
    assert.deepEqual(end, { kind: 'noKey' });
  });
});

describe('an export that is cancelled', () => {
  it('before it begins asks for nothing and is a whole empty file', async () => {
    await using service = await started();
    const { end, text } = await exportOf(service, { signal: AbortSignal.abort() });
    assert.deepEqual([end.kind, text, service.requests.length], ['cancelled', '[]\n', 0]);
  });

  it('between pages ends there', async () => {
    await using service = await started();
    const abort = new AbortController();
    const onProgress = ({ records }: Report): void => {
      if (records === 100) {
        abort.abort();
      }
    };
    const { end, text } = await exportOf(service, { signal: abort.signal, onProgress });
    assert.equal(end.kind, 'cancelled');
    assert.equal(await idsIn(text), service.allIds().slice(0, 100).join());
    assert.equal(service.requests.length, 2);
  });

  it('while a page is on its way does not wait for it', async () => {
    await using service = await started();
    const abort = new AbortController();
    service.inject(
      async ({ closed }) => {
        abort.abort();
        await new Promise((resolve) => closed.addEventListener('abort', resolve));
      },
      { when: when.page(2) },
    );
    const { end, report } = await exportOf(service, { signal: abort.signal });
    assert.deepEqual([end.kind, report.records], ['cancelled', 50]);
  });

  for (const format of formats) {
    it(`within a page is whole as ${format}, and stops soon`, async () => {
      await using service = await started({ size: 2000 });
      const abort = new AbortController();
      const sink = memory(async () => {
        if (sink.pieces.length === 3) {
          abort.abort();
        }
      });
      const query = { count: 2000 };
      const { end, report } = await exportOf(service, { signal: abort.signal, sink, query, format });
      assert.equal(end.kind, 'cancelled');
      assert.ok(report.records > 0 && report.records < 300, `${report.records} records`);
      assert.equal(await recordsIn(sink.text(), format), report.records);
    });
  }

  it('while a person is asked ends, whatever the answer', async () => {
    await using service = await started();
    service.inject(failures.broken, { when: when.page(2) });
    const abort = new AbortController();
    const onFailure: RangeExport['onFailure'] = async () => {
      abort.abort();
      return await Promise.resolve('again');
    };
    const { end } = await exportOf(service, { attempts: 1, signal: abort.signal, onFailure });
    assert.equal(end.kind, 'cancelled');
  });
});
