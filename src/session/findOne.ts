import type { Ask } from '../api/client.ts';
import { failed, success, type Result } from '../api/failure.ts';
import { keep } from '../submissions/store/source.ts';
import { createReader, type Submission } from '../submissions/model/submission.ts';

/** Asks the service for one submission; undefined when the project has none of this id. */
export async function findOne(ask: Ask, id: string, signal: AbortSignal): Promise<Result<Submission | undefined>> {
  const page = await ask({ authId: id, count: 1 }, signal);
  if (!page.ok) {
    return page;
  }
  const { records, broken, bytes, contentType } = page.value;
  if (records.length === 0 && broken[0] !== undefined) {
    // The record is there but cannot be read: that is not the same as no record.
    const where = broken[0].problem;
    return failed({ kind: 'unexpected', cause: 'wrongShape', where, bytes: bytes.byteLength, contentType });
  }
  // A service that ignores the parameter sends the whole list.
  const index = records.ids.indexOf(id);
  return success(
    index === -1 ? undefined : createReader()(records.at(index), { source: keep(bytes), ...records.where(index) }),
  );
}
