import { recordFields } from '../api/fields.ts';
import type { Page } from '../api/page.ts';
import { idIn } from '../api/record.ts';
import { IdSearch } from '../submissions/privacy/idSearch.ts';
import type { IsId } from '../submissions/privacy/knownIds.ts';
import type { Alias } from '../submissions/privacy/mask.ts';
import { redactedRecord } from '../submissions/privacy/redaction.ts';
import { IdSet } from '../submissions/store/idSet.ts';
import type { Redact } from './encoder.ts';

/**
 * Redacts the records of an export. A comment may name another submission of the same file, so the ids of each page are
 * collected before its first record is redacted. They are known in addition to the ids that `isId` knows.
 */
export class PageRedaction implements Redact {
  readonly #alias: Alias;
  readonly #met = new IdSet();
  readonly #ids: IdSearch;

  constructor(alias: Alias, isId: IsId = () => false) {
    this.#alias = alias;
    this.#ids = new IdSearch((text) => this.#met.has(text) || isId(text));
  }

  begin({ records }: Page): void {
    for (const [index, id] of records.ids.entries()) {
      this.#met.add(id);
      const kycId = idIn(records.at(index), recordFields.kycId);
      if (kycId !== undefined) {
        this.#met.add(kycId);
      }
    }
    this.#ids.renew();
  }

  record(raw: unknown, json: () => string): object {
    return redactedRecord(raw, this.#alias, this.#ids, json);
  }

  projectId(id: string): string {
    return this.#alias(id);
  }
}
