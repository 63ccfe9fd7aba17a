import { recordFields } from '../api/fields.ts';
import type { PageRecords } from '../api/pageRecords.ts';
import type { Pages } from '../api/pages.ts';
import { textIn } from '../api/record.ts';
import { IdSet } from '../submissions/store/idSet.ts';

/** The ids that an export met: a comment may name a submission that is in the same file, under its alias. */
export class IdsMet {
  readonly #seen = new IdSet();

  /** Whether a text is the id of a submission of a page that came, or of its KYC submission. */
  readonly has = (text: string): boolean => this.#seen.has(text);

  /** The same pages; the ids of each are known before its first record is written. */
  async *in(pages: Pages): Pages {
    try {
      let step = await pages.next();
      while (step.done !== true) {
        const { value: page } = step;
        if (page.ok) {
          this.#add(page.value.records);
        }
        step = await pages.next(yield page);
      }
    } finally {
      await pages.return();
    }
  }

  #add(records: PageRecords): void {
    for (const [index, id] of records.ids.entries()) {
      this.#seen.add(id);
      this.#seen.add(textIn(records.at(index), recordFields.kycId) ?? id);
    }
  }
}
