import type { Pages } from '../api/pages.ts';
import { wireId, type WireRecord } from '../api/wire.ts';
import { Seen } from '../submissions/store/seen.ts';

/** The ids that an export met: a comment may name a submission that is in the same file, under its alias. */
export class IdsMet {
  readonly #seen = new Seen();

  /** Whether a text is the id of a submission of a page that came, or of its KYC submission. */
  readonly has = (text: string): boolean => this.#seen.has(text);

  /** The same pages; the ids of each are known before its first record is written. */
  async *in(pages: Pages): Pages {
    try {
      let step = await pages.next();
      while (step.done !== true) {
        const { value: page } = step;
        for (const { record } of page.ok ? page.value.records : []) {
          for (const id of idsOf(record)) {
            this.#seen.add(id);
          }
        }
        step = await pages.next(yield page);
      }
    } finally {
      await pages.return();
    }
  }
}

function idsOf(record: WireRecord): readonly string[] {
  const ids = [wireId(record), record.kyc_submission_id, record.kycSubmissionId];
  return ids.flatMap((id) => (id === undefined || id === null || id === '' ? [] : id));
}
