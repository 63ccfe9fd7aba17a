import type { Fields } from '../../../src/api/values.ts';
import { demoRecords } from '../../../src/demo/records.ts';
import { keep } from '../../../src/submissions/store/source.ts';
import { createReader, snapshotOf, type Submission } from '../../../src/submissions/model/submission.ts';

/** The demo's readable records of a seed as submissions of one page, the newest first, with the oddities of each. */
export function demoSubmissions(size: number, seed = 3): readonly Submission[] {
  const demo = demoRecords({ seed, size, newest: Date.UTC(2027, 0, 15, 12), broken: false });
  const all = Array.from({ length: size }, (_, index) => demo.record(index));
  const source = keep(new TextEncoder().encode(JSON.stringify([{ data: all }])));
  const read = createReader();
  return all.map((record, position) => snapshotOf(read(record as Fields, { source, element: 0, position })));
}
