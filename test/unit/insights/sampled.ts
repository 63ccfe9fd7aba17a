import assert from 'node:assert/strict';
import { sampleOf, type Sample } from '../../../src/insights/sample.ts';
import { Store } from '../../../src/submissions/store/store.ts';
import type { Submission } from '../../../src/submissions/model/submission.ts';
import { addAll } from '../submissions/stored.ts';

/** A store with these submissions, and the sample of all of them. */
export async function sampled(
  submissions: readonly Submission[],
): Promise<{ readonly store: Store; readonly sample: Sample }> {
  const store = new Store();
  addAll(store, submissions);
  const sample = await sampleOf(store, () => true);
  assert.ok(sample);
  return { store, sample };
}
