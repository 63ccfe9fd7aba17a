import { recordText } from '../../../src/submissions/store/recordText.ts';
import type { Place } from '../../../src/submissions/model/submission.ts';

/** A record as received, parsed. */
export async function recordValue(place: Place): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await recordText(place)));
}
