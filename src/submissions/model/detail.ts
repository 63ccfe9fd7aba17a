import { knownFields, type WireRecord } from '../../api/wire.ts';
import { checksOf, type Check } from './checks.ts';
import { jsonText } from '../../json/jsonText.ts';
import { list, type Submission } from './submission.ts';
import { timeOf } from './timeReading.ts';

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

/** A field that no page of the service names: where it stands, and its value as JSON. */
export interface UnknownField {
  readonly path: string;
  readonly json: string;
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
}

/** Adds to a submission what its record says beyond it. `raw` is the record as parsed from JSON, before any schema. */
export function detailOf(submission: Submission, record: WireRecord, raw: unknown): Detail {
  return {
    submission,
    checks: checksOf(submission),
    created: momentOf(record.create_time ?? record.createTime),
    deletedAt: momentOf(record.delete_time ?? record.deleteTime),
    comments: list(record.reject_comment ?? record.rejectComment ?? record.rejected_comment),
    startClick: momentOf(record.signals?.startButtonClickTime),
    processes: (record.signals?.cameraProcessInfo ?? []).map((process) => ({
      type: process.type ?? '',
      start: momentOf(process.processStartTime),
      end: momentOf(process.processEndTime),
      error: errorText(process.error),
    })),
    unknownFields: unknownFieldsOf(raw),
  };
}

function momentOf(text: string | null | undefined): Moment | undefined {
  return text === null || text === undefined || text.trim() === '' ? undefined : { text, time: timeOf(text) };
}

function errorText(error: unknown): string | undefined {
  if (error === null || error === undefined || error === '') {
    return undefined;
  }
  return typeof error === 'string' ? error : jsonText(error);
}

function unknownFieldsOf(raw: unknown): readonly UnknownField[] {
  const record = entriesOf(raw);
  const within = (name: string): unknown => record.get(name);
  const signals = within('signals');
  const processes = entriesOf(signals).get('cameraProcessInfo');
  return [
    ...unknownIn(raw, knownFields.record, ''),
    ...unknownIn(within('policy'), knownFields.policy, 'policy.'),
    ...unknownIn(within('result'), knownFields.result, 'result.'),
    ...unknownIn(signals, knownFields.signals, 'signals.'),
    ...(Array.isArray(processes) ? processes : []).flatMap((process, index) =>
      unknownIn(process, knownFields.cameraProcess, `signals.cameraProcessInfo[${index}].`),
    ),
  ];
}

function unknownIn(value: unknown, known: readonly string[], prefix: string): readonly UnknownField[] {
  return [...entriesOf(value)]
    .filter(([name]) => !known.includes(name))
    .map(([name, field]) => ({ path: `${prefix}${name}`, json: jsonText(field) }));
}

/** The own fields of an object as a map, so that a field named `__proto__` is a field like any other. */
function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return new Map<string, unknown>(isObject ? Object.entries(value) : []);
}
