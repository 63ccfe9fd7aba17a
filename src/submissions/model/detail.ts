import { withExactIds } from '../../api/exactId.ts';
import { resultFields, thresholdFields } from '../../api/fields.ts';
import { RecordReader } from '../../api/record.ts';
import { flagFrom, isFields, sentText } from '../../api/values.ts';
import { checksOf, type Check } from './checks.ts';
import { fromUtf8 } from '../../json/bytes.ts';
import { jsonText } from '../../json/jsonText.ts';
import { longNumbersIn } from './longNumbers.ts';
import { digitsIn, unknownFieldsIn, type UnknownField } from './sentFields.ts';
import type { Submission } from './submission.ts';
import { timeOf } from '../../api/timeReading.ts';

/** A time as sent; `time` in ms since 1970 where the text could be read, e.g. not for `YYYY-MM-DD-…`. */
export interface Moment {
  readonly text: string;
  readonly time: number | undefined;
}

/** One run of the camera. */
export interface CameraProcess {
  readonly type: string;
  readonly start: Moment | undefined;
  readonly end: Moment | undefined;
  readonly error: string | undefined;
}

/** A value of another type than its field: its path, its JSON, and what it is read as; undefined if unreadable. */
export interface OddValue {
  readonly path: string;
  readonly json: string;
  readonly read: string | undefined;
}

/** A submission, and those parts of its record that only its own page shows. */
export interface Detail {
  readonly submission: Submission;
  readonly checks: readonly Check[];
  readonly created: Moment | undefined;
  readonly deletedAt: Moment | undefined;
  readonly comments: readonly string[];
  readonly startClick: Moment | undefined;
  readonly processes: readonly CameraProcess[];
  readonly unknownFields: readonly UnknownField[];
  readonly oddValues: readonly OddValue[];
}

/** Reads the rest of a submission's record. `json` is the record as received, without space around it. */
export function detailOf(submission: Submission, json: Uint8Array): Detail {
  const reader = new RecordReader();
  const digitsAt = digitsIn(json);
  const longNumber = longNumbersIn(json);
  const record: unknown = JSON.parse(fromUtf8(json));
  reader.read(isFields(record) ? withExactIds(record, () => json, 0, undefined) : {});
  return {
    submission,
    checks: checksOf(submission).map((check) => withLongNumbers(check, longNumber)),
    created: momentOf(reader.created),
    deletedAt: momentOf(reader.deletedAt),
    comments: reader.comments,
    startClick: momentOf(reader.startClick),
    processes: reader.processes.map(({ type, start, end, error }) => ({
      type,
      start: momentOf(start),
      end: momentOf(end),
      error: errorText(error),
    })),
    unknownFields: unknownFieldsIn(json),
    oddValues: reader.oddities.map(({ path, sent, read }) => ({
      path,
      json: digitsAt(path) ?? (typeof sent === 'string' ? JSON.stringify(sent) : sentText(sent)),
      read: read === undefined ? undefined : sentText(read),
    })),
  };
}

/** Adds the digits as sent: of the threshold, and of a score that may equal its threshold only because of rounding. */
function withLongNumbers(check: Check, longNumber: ReturnType<typeof longNumbersIn>): Check {
  const { kind, margin } = check;
  const sentThreshold = longNumber('policy', thresholdFields[kind]);
  const sentScore = margin === 0 ? longNumber('result', resultFields[kind]) : undefined;
  return {
    ...check,
    ...(sentThreshold !== undefined && { sentThreshold }),
    ...(sentScore !== undefined && { sentScore }),
  };
}

function momentOf(text: string | undefined): Moment | undefined {
  return text === undefined || text.trim() === '' ? undefined : { text, time: timeOf(text) };
}

function errorText(error: unknown): string | undefined {
  if (!isError(error)) {
    return undefined;
  }
  return typeof error === 'string' ? error : jsonText(error);
}

/** How many levels of an error's value are searched for something that reports an error. */
const deepestError = 4;

/**
 * Whether the value of an error field reports an error. `false`, 0 and words for no or nothing do not, and neither do
 * lists or objects of such values alone.
 */
function isError(error: unknown, depth = 0): boolean {
  return typeof error === 'object' && error !== null && depth < deepestError
    ? Object.values(error).some((part) => isError(part, depth + 1))
    : flagFrom(error ?? null) === true;
}
