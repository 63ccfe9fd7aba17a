import assert from 'node:assert/strict';
import type { Report } from '../../../src/export/writing.ts';
import {
  cursorLoop,
  emptyLastPage,
  lastCursor,
  repeatedPages,
  shrinkingPages,
  snakeCursor,
} from '../../service/cursors.ts';
import { when, type Fault } from '../../service/exchange.ts';
import { edited, emptyArray, flat, twoProjects } from '../../service/shapes.ts';
import { failures, rateLimited } from '../../service/statuses.ts';
import { resetMidBody } from '../../service/transport.ts';
import { counts, exportOf, idsIn, SIZE, started } from './support/rangeOf.ts';
import { pageOf } from './support/written.ts';

describe('a service with faults', () => {
  const passing: readonly (readonly [string, Fault, number])[] = [
    ['429 without Retry-After', rateLimited(), 3],
    ['429 with a Retry-After that is over', rateLimited(new Date(0)), 3],
    ['429 with a Retry-After of a second', rateLimited(1), 1],
    ['a passing 503', failures.unavailable, 2],
    ['a passing 500 without a body', failures.emptyBody, 1],
    ['a connection that is reset in the middle of a body', resetMidBody(), 2],
  ];

  for (const [what, fault, times] of passing) {
    it(`that pass: ${what} leaves no trace in the file, and nobody is asked`, async () => {
      await using service = await started();
      service.inject(fault, { times, when: when.page(3) });
      const { end, report, text } = await exportOf(service, { onFailure: () => assert.fail('was asked') });
      assert.equal(end.kind, 'complete');
      assert.equal(await idsIn(text), service.allIds().join());
      assert.deepEqual(counts(report), [SIZE, 5, 0, 0, 0]);
      assert.equal(service.requests.length, 5 + times);
    });
  }

  const cursors: readonly (readonly [string, Fault, Partial<Report>])[] = [
    ['pages that come twice', repeatedPages(), { duplicates: 200, pages: 9 }],
    ['pages that become smaller', shrinkingPages(), {}],
    ['an empty last page', emptyLastPage(), { pages: 6 }],
    ['a key in snake case', snakeCursor(), { pages: 5 }],
    ['a last key of null', lastCursor(null), { pages: 5 }],
    ['a last key of {}', lastCursor({}), { pages: 5 }],
    ['two projects in every page', twoProjects(), { pages: 5 }],
    ['the next key on the first of two projects', twoProjects('first'), { pages: 5 }],
  ];

  for (const [what, fault, expected] of cursors) {
    it(`as ${what} costs no record and doubles none`, async () => {
      await using service = await started();
      service.inject(fault);
      const { end, report, text } = await exportOf(service);
      assert.equal(end.kind, 'complete');
      assert.equal(await idsIn(text), service.allIds().join());
      assert.deepEqual({ ...report, ...expected }, report);
      assert.equal(report.duplicates, expected.duplicates ?? 0);
    });
  }

  it('names the project of every record when there are two in a page', async () => {
    await using service = await started();
    service.inject(twoProjects());
    const { text } = await exportOf(service);
    const { projects, records } = await pageOf(text);
    assert.equal(projects.length, 10);
    assert.deepEqual([...new Set(projects)], ['demo_project', 'demo_project_2']);
    for (const index of records.ids.keys()) {
      const { element } = records.where(index);
      const second = index % 50 >= (index < 200 ? 25 : 15);
      assert.equal(projects[element], second ? 'demo_project_2' : 'demo_project');
    }
  });

  it('doubles no broken record when pages come twice', async () => {
    await using service = await started({ size: 2000, broken: true });
    service.inject(repeatedPages());
    const { report, text } = await exportOf(service, { query: { count: 500 }, format: 'ndjson' });
    const broken = service.recordsAt(0, 2000).filter((_, index) => service.records.broken(index));
    // A broken record that is no object says too little to tell whether it came before, so it is written again.
    const plain = service
      .recordsAt(0, 1500)
      .filter((record, index) => service.records.broken(index) && (typeof record !== 'object' || record === null));
    assert.equal(text.split('\n').length - 1, 2000 + plain.length);
    assert.deepEqual(
      [report.records, report.broken, report.leftOut, report.duplicates],
      [2000 - broken.length, broken.length + plain.length, 0, 1500 - plain.length],
    );
  });

  it('that sends a record twice in one answer gets the later of the two into the file', async () => {
    await using service = await started({ size: 2 });
    service.serveRaw('[{"data":[{"auth_id":"a","n":1},{"auth_id":"b"},{"authId":"a","n":2}]}]');
    const { report, text } = await exportOf(service, { format: 'ndjson' });
    assert.equal(text, '{"auth_id":"b"}\n{"authId":"a","n":2}\n');
    assert.deepEqual(counts(report), [2, 1, 1, 0, 0]);
  });

  it('that sends flat lists gets them into an envelope without a project', async () => {
    await using service = await started({ size: 40 });
    service.inject(flat());
    const { text } = await exportOf(service);
    assert.equal(await idsIn(text), service.allIds().join());
    assert.deepEqual((await pageOf(text)).projects, [undefined]);
  });

  it('that sends a list without elements gets a whole empty file', async () => {
    await using service = await started();
    service.inject(emptyArray());
    assert.equal((await exportOf(service)).text, '[]\n');
  });

  it('that leaves the next key out ends the export, which cannot know better', async () => {
    await using service = await started();
    service.inject(
      edited((elements) => elements.map(({ faceAuth_projectId, data }) => ({ faceAuth_projectId, data }))),
      { when: when.page(2) },
    );
    const { end, report } = await exportOf(service);
    assert.deepEqual([end.kind, report.records], ['complete', 100]);
  });

  it('that goes in circles is stopped, without a question; what came is whole', async () => {
    await using service = await started();
    service.inject(cursorLoop());
    const { end, report, text } = await exportOf(service, { onFailure: () => assert.fail('was asked') });
    assert.deepEqual(end, { kind: 'endless', pages: 2 });
    assert.equal(await idsIn(text), service.allIds().slice(0, 100).join());
    assert.deepEqual(counts(report), [100, 2, 0, 0, 0]);
  });
});
