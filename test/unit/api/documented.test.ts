import assert from 'node:assert/strict';
import { startService } from '../../service/service.ts';
import { shape } from '../../service/shapes.ts';
import { status } from '../../service/statuses.ts';
import { asking, failureOf, KEY, valueOf } from './asking.ts';
import { documentedDeleted, documentedPage, documentedTable } from './documented.ts';

describe("what the service's own page shows", () => {
  for (const [what, sample, ids, next] of [
    ['its sample of a page', documentedPage, ['sampleId1', 'sampleId2'], 'sampleId2'],
    ['its sample of a deleted record', documentedDeleted, ['sampleId1'], undefined],
    ['the other names of its table', documentedTable, ['sampleId3'], 'sampleId3'],
  ] as const) {
    it(`loads without a broken record: ${what}`, async () => {
      await using service = await startService({ size: 1, keys: [KEY] });
      service.inject(shape(sample));
      const page = valueOf(await asking(service.baseUrl).ask());
      assert.deepEqual(page.records.ids, ids);
      assert.deepEqual([page.broken.length, page.next?.id], [0, next]);
    });
  }

  it('is a failure that names the place where the commas stand as they do there', async () => {
    await using service = await startService({ size: 1, keys: [KEY] });
    service.serveRaw('[{"delete_time": "2025-10-09T03:18:18.046Z"\n "result": {}}]');
    const failure = failureOf(await asking(service.baseUrl).ask());
    assert.deepEqual(failure.kind === 'unexpected' && failure.where, { position: 45, of: 59 });
  });

  it('is a failure of the key where that has no project, even when its error is no JSON', async () => {
    await using service = await startService({ size: 1, keys: [KEY] });
    const body = "{\n  traceId: '0199cb93',\n  errorCode: 'NOT_FOUND',\n  message: 'faceAuth_project not found'\n}";
    service.inject(status(400, body));
    assert.equal(failureOf(await asking(service.baseUrl).ask()).kind, 'keyNotAccepted');
  });
});
