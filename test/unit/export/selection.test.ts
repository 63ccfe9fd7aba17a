import assert from 'node:assert/strict';
import { exportSelection, type SelectionExport } from '../../../src/export/selection.ts';
import type { Exported } from '../../../src/export/range.ts';
import type { Source } from '../../../src/submissions/store/source.ts';
import type { Submission } from '../../../src/submissions/model/submission.ts';
import { loaded, memory, pageOf, rowsOf } from './support/written.ts';

const envelope = (project: string, ids: string): string =>
  JSON.stringify([{ faceAuth_projectId: project, data: Array.from(ids, (id) => ({ auth_id: id, n: 1 })) }]);

async function exportOf(
  submissions: Iterable<Submission>,
  options: Partial<SelectionExport> = {},
): Promise<Exported & { readonly text: string }> {
  const sink = memory();
  const signal = new AbortController().signal;
  const done = await exportSelection({ submissions, format: 'ndjson', sink, signal, ...options });
  return { ...done, text: sink.text() };
}

function idsIn(ndjson: string): string {
  return [...ndjson.matchAll(/"auth_id":"(\w)"/g)].map(([, id]) => id).join('');
}

// The same submissions, with a count of how often their page was unpacked.
function counting(submissions: readonly Submission[]): {
  readonly submissions: Submission[];
  readonly count: () => number;
} {
  let count = 0;
  const sources = new Map<Source, Source>();
  const watched = (source: Source): Source => {
    const found = sources.get(source) ?? { ...source, bytes: async () => (count++, await source.bytes()) };
    sources.set(source, found);
    return found;
  };
  return { submissions: submissions.map((one) => ({ ...one, source: watched(one.source) })), count: () => count };
}

describe('an export of a selection', () => {
  it('holds the records that were selected and no other, byte for byte', async () => {
    const text = '[{"data":[{"auth_id":"a","n":1.0},{"auth_id":"b"},{ "auth_id":"c","x":"\\u00e9" }]}]';
    const [a, , c] = await loaded(text);
    assert.ok(a && c);
    const { end, report, text: written } = await exportOf([a, c], { format: 'json' });
    assert.equal(written, '[{"data":[\n{"auth_id":"a","n":1.0},\n{ "auth_id":"c","x":"\\u00e9" }\n]}]\n');
    assert.deepEqual(end, { kind: 'complete' });
    assert.deepEqual(report, {
      records: 2,
      pages: 1,
      duplicates: 0,
      broken: 0,
      leftOut: 0,
      deleted: 0,
      deletedLater: 0,
      bytes: written.length,
    });
  });

  it('keeps the order given, whatever pages the records came with', async () => {
    const first = await loaded(envelope('p', 'abc'));
    const second = await loaded(envelope('p', 'xyz'));
    const mixed = [second[1], first[0], second[0], first[2]].filter((one) => one !== undefined);
    const { text, report } = await exportOf(mixed);
    assert.equal(idsIn(text), 'yaxc');
    assert.equal(report.pages, 2);
  });

  it('unpacks a page once for all of its records that are side by side', async () => {
    const pages = await Promise.all(
      ['p', 'q'].map((name) => loaded(JSON.stringify(Array.from({ length: 200 }, (_, n) => ({ auth_id: name + n }))))),
    );
    const { submissions, count } = counting(pages.flat());
    const { report } = await exportOf(submissions);
    assert.deepEqual([report.records, count()], [400, 2]);
  });

  it('takes submissions as they are asked for, a page ahead at most', async () => {
    const pages = await Promise.all(['abc', 'def', 'ghi'].map((ids) => loaded(envelope('p', ids))));
    let taken = 0;
    const submissions = (function* () {
      for (const submission of pages.flat()) {
        taken++;
        yield submission;
      }
    })();
    const told: number[] = [];
    await exportOf(submissions, { onProgress: () => told.push(taken) });
    assert.equal(told[0], 4);
  });

  it('names the project of each record as the service did', async () => {
    const named = await loaded(
      '[{"faceAuth_projectId":"p","data":[{"auth_id":"a"}]},{"faceAuth_projectId":"q","data":[{"auth_id":"b"}]},{"faceAuth_projectId":5,"data":[{"auth_id":"c"}]}]',
    );
    const unnamed = await loaded('[{"auth_id":"d"},{"auth_id":"e"}]');
    const { text } = await exportOf([...named, ...unnamed], { format: 'json' });
    const { projects, records } = await pageOf(text);
    assert.deepEqual(projects, ['p', 'q', '5', undefined]);
    assert.deepEqual(
      records.ids.map((_, index) => records.where(index).element),
      [0, 1, 2, 3, 3],
    );
  });

  it('writes a record once that was selected twice or loaded twice', async () => {
    const page = await loaded(envelope('p', 'ab'));
    const again = await loaded('[{"auth_id":"b","n":2}]');
    const { text, report } = await exportOf([...page, ...page, ...again]);
    assert.equal(text, '{"auth_id":"a","n":1}\n{"auth_id":"b","n":1}\n');
    assert.deepEqual([report.records, report.duplicates], [2, 3]);
  });

  it('writes both submissions of one id in two projects', async () => {
    const both = [...(await loaded(envelope('p', 'a'))), ...(await loaded(envelope('q', 'a')))];
    const { report } = await exportOf([...both, ...both]);
    assert.deepEqual([report.records, report.duplicates], [2, 2]);
  });

  it('redacts and makes tables like an export of a range', async () => {
    const page = await loaded(envelope('p', 'ab'));
    const redact = { record: () => ({ auth_id: 'alias' }), projectId: (id: string) => `${id}?` };
    assert.equal(
      (await exportOf(page, { format: 'json', redact })).text,
      '[{"faceAuth_projectId":"p?","data":[\n{"auth_id":"alias"},\n{"auth_id":"alias"}\n]}]\n',
    );
    const [header, ...rows] = rowsOf((await exportOf(page, { format: 'csv' })).text);
    assert.deepEqual([header?.at(-1), rows.length, rows[1]?.at(-1)], ['other', 2, '{"n":1}']);
  });

  it('of nothing is a whole empty file', async () => {
    assert.equal((await exportOf([], { format: 'json' })).text, '[]\n');
  });

  it('that is cancelled is whole with what it holds', async () => {
    const abort = new AbortController();
    const first = await loaded(envelope('p', 'abc'));
    const second = await loaded(envelope('p', 'xyz'));
    const onProgress = (): void => abort.abort();
    const { end, text } = await exportOf([...first, ...second], { format: 'json', signal: abort.signal, onProgress });
    assert.equal(end.kind, 'cancelled');
    assert.equal((await pageOf(text)).records.length, 3);
  });
});
