import { knownFields } from '../../api/fields.ts';
import { RecordReader } from '../../api/record.ts';
import { isFields, type Fields } from '../../api/values.ts';
import { checksOf, type Check } from './checks.ts';
import { jsonText } from '../../json/jsonText.ts';
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

/** Adds to a submission what its record, as parsed from JSON, says beyond it. */
export function detailOf(submission: Submission, record: Fields): Detail {
  const reader = new RecordReader();
  reader.read(record);
  return {
    submission,
    checks: checksOf(submission),
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
    unknownFields: unknownFieldsOf(record),
  };
}

function momentOf(text: string | undefined): Moment | undefined {
  return text === undefined || text.trim() === '' ? undefined : { text, time: timeOf(text) };
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
  return new Map<string, unknown>(isFields(value) ? Object.entries(value) : []);
}
