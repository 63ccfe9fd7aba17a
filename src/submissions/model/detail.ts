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

/** A value that is not of its field's type: where it stands, its JSON, and as what it is read, if as anything. */
export interface OddValue {
  readonly path: string;
  readonly json: string;
  readonly read: string | undefined;
}

/** A submission with what only its own page shows. */
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

/** Adds to a submission what its record says beyond it. `json` is the record as received, without space around it. */
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

/** A threshold is shown as sent; a score where it may equal its threshold only because it was rounded. */
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

/** How deep an error is looked into for something that says that there was one. */
const deepestError = 4;

/** Whether an error says that there was one: not `false`, 0, a word for no or for nothing, or parts that all say so. */
function isError(error: unknown, depth = 0): boolean {
  return typeof error === 'object' && error !== null && depth < deepestError
    ? Object.values(error).some((part) => isError(part, depth + 1))
    : flagFrom(error ?? null) === true;
}
