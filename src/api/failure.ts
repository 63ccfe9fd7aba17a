import type { ErrorWords } from './errorWords.ts';
import type { RecordProblem } from './pageRecords.ts';
import type { Where } from './where.ts';

/** Why a connection could not be made or kept. */
export type UnreachableCause = 'name' | 'refused' | 'reset' | 'certificate' | 'tls' | 'proxy' | 'browser' | 'network';

/** Why an answer that did arrive could not be used, and where it broke. */
export type Unexpected =
  /** The text breaks at the character `position` (undefined where that is not known); `of` is its length. */
  | { readonly cause: 'notJson'; readonly where: { readonly position: number | undefined; readonly of: number } }
  /** The path of the value that cannot be used, e.g. `[0, 'data']`; empty for the whole answer. */
  | { readonly cause: 'wrongShape' | 'encrypted'; readonly where: { readonly path: readonly (string | number)[] } }
  /** The limit, in bytes, that the answer exceeds. */
  | { readonly cause: 'tooLarge'; readonly where: { readonly limit: number } }
  /** The HTTP status of the redirect. */
  | { readonly cause: 'redirect'; readonly where: { readonly status: number } };

/** Whether a text breaks only at its end, because the rest of it is missing. */
export function endsEarly({ position, of }: Extract<Unexpected, { cause: 'notJson' }>['where']): boolean {
  return position === of;
}

/** A status and what the service said about itself; every text is remote and shown as plain text. */
export interface ServiceError extends ErrorWords {
  readonly status: number;
}

/** The host that the stored key is sent to. */
export interface OfKey {
  readonly host?: string;
}

/** What is known of a failure that may pass by itself. */
export interface Passing {
  /** When to come again, as the service says; in ms since 1970. */
  readonly retryAt?: number;
  /** How often it was tried, where that was more than once. */
  readonly attempts?: number;
}

/** Where the text of a file breaks: line and column count from 1; of a very long line only the byte is known. */
export type FilePlace = { readonly line: number; readonly column: number } | { readonly byte: number };

/** Why a file could not be read, or not to its end. */
export type FileProblem =
  | { readonly cause: 'missing' | 'notAllowed' | 'folder' | 'empty' | 'html' | 'gone' }
  /** The file system's own words. */
  | { readonly cause: 'unreadable'; readonly words: string }
  /** Not a text; `type` is what it is where that is known, such as `PNG`. */
  | { readonly cause: 'binary'; readonly type: string | undefined }
  /** More than can be read at once; both in bytes. */
  | { readonly cause: 'tooLarge'; readonly bytes: number; readonly limit: number }
  /** What was packed with gzip breaks off or is damaged. */
  | { readonly cause: 'packed' }
  | { readonly cause: 'notJson'; readonly where: FilePlace; readonly endsEarly: boolean }
  /** JSON of something else. `fields` are the first fields of its object; empty where it is no object. */
  | { readonly cause: 'noSubmissions'; readonly fields: readonly string[] }
  /** The words of an error that the service sent; empty where it has none. */
  | { readonly cause: 'serviceError'; readonly words: string };

/** A failure that may pass by itself. */
export type PassingFailure = Extract<Failure, { kind: 'rateLimited' | 'serviceDown' | 'unreachable' | 'errorAnswer' }>;

/** Everything that is expected to go wrong between a question to the service and its answer. */
export type Failure =
  | { readonly kind: 'cancelled' }
  | ({ readonly kind: 'noKey' } & OfKey)
  /** The keyring of this machine did not give the key: it refused, or did not answer within a few seconds. */
  | ({ readonly kind: 'keyring'; readonly cause: 'refused' | 'silent' } & OfKey)
  /** `invisible` names a character in the address that cannot be seen, such as `U+200B`. */
  | { readonly kind: 'badAddress'; readonly address: string; readonly invisible?: string }
  | ({ readonly kind: 'keyNotAccepted' } & OfKey & ServiceError)
  | ({ readonly kind: 'addressNotAllowed' } & ServiceError)
  | ({ readonly kind: 'refused' } & ServiceError)
  | ({ readonly kind: 'rateLimited' } & Passing & ServiceError)
  | ({ readonly kind: 'serviceDown' } & Passing & ServiceError)
  | ({
      readonly kind: 'unreachable';
      readonly cause: UnreachableCause;
      readonly code: string;
      readonly host: string;
    } & Passing)
  | { readonly kind: 'tooSlow'; readonly seconds: number }
  | ({ readonly kind: 'unexpected'; readonly bytes: number; readonly contentType: string } & Unexpected)
  /** The body does not fit the encoding that its header names (empty for none). `bytes` counts the decoded bytes. */
  | { readonly kind: 'damaged'; readonly bytes: number; readonly encoding: string }
  /**
   * The status means success, but an error came in the place of records. `timedOut` when the service says that it took
   * too long.
   */
  | ({ readonly kind: 'errorAnswer'; readonly timedOut: boolean } & Passing & ServiceError)
  /** The id holds half a character, which no address can hold: the service cannot be asked for it. */
  | { readonly kind: 'unaskableId' }
  /** The answer has records (`records` is their number), but not the one that was asked for. */
  | { readonly kind: 'idIgnored'; readonly records: number }
  /**
   * None of `answers` answers had the record. Then the walk could not go on although the service has more pages, so the
   * id may exist or not.
   */
  | { readonly kind: 'idNotReached'; readonly answers: number }
  | {
      /** The record that was asked for came, and cannot be read. */
      readonly kind: 'unreadableRecord';
      readonly at: Where;
      readonly problem: RecordProblem;
      /** The answer as received; a function, so that a failure written as text never holds a body. */
      readonly answer: () => Uint8Array;
    }
  /** The same next-page key came twice, after `pages` pages. */
  | { readonly kind: 'endless'; readonly pages: number }
  /** `answers` answers in a row brought no new record, although there is a next page. */
  | { readonly kind: 'nothingNew'; readonly answers: number }
  | ({ readonly kind: 'file'; readonly name: string } & FileProblem)
  /** There is a next page, but its key cannot be read; `where` it stands, e.g. `[0].nextPage_key`. */
  | { readonly kind: 'noWayOn'; readonly where: string };

/** Either what was asked for or the failure in its place. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** The result of a success. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** The result of an expected failure. */
export function failed<T>(failure: Failure): Result<T> {
  return { ok: false, failure };
}

/** Whether the service itself said that the key is not the right one; any other failure says nothing about the key. */
export function refusesKey(failure: Failure): boolean {
  return failure.kind === 'keyNotAccepted';
}

/** One name per kind and cause of failure, as the log has them: `unreachable.refused`. */
export function reasonOf(failure: Failure): string {
  return 'cause' in failure ? `${failure.kind}.${failure.cause}` : failure.kind;
}
