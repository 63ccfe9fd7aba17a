import type { TimeZone } from './days.ts';
import type { Detail } from './detail.ts';
import { plain } from './plain.ts';
import type { Submission } from './submission.ts';

/** What a record's page depends on besides the record. */
export interface RecordContext {
  readonly projectName: string;
  readonly zone: TimeZone;
  /** The language of dates and ages, as a BCP 47 tag. */
  readonly locale: string;
  /** Milliseconds since 1970, for the age. */
  readonly now: number;
  /** The loaded submissions of the same KYC submission. */
  readonly attempts: readonly Submission[];
  /** Whether a deleted record shows what deletion should have taken away. */
  readonly showDeleted: boolean;
  readonly pinned: boolean;
  /** How an id is shown, e.g. as an alias; as it is when absent. */
  readonly shownId?: (id: string) => string;
}

/** Makes remote text fit to be shown: one line, bounded, nothing unseen, ids as they are shown everywhere else. */
export type Remote = (text: string, limit?: number) => string;

/** The way in which the texts of one record are shown. */
export function remoteOf({ submission }: Detail, { shownId }: RecordContext): Remote {
  if (shownId === undefined) {
    return plain;
  }
  const ids = [submission.id, submission.kycId ?? ''].filter((id) => id !== '');
  return (text, limit) =>
    plain(
      ids.reduce((shown, id) => withoutId(shown, id, shownId), text),
      limit,
    );
}

/** A very short id stands in many texts that do not mean it. */
function withoutId(text: string, id: string, shownId: (id: string) => string): string {
  return text === id || id.length > 3 ? text.replaceAll(id, () => shownId(id)) : text;
}
