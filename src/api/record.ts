import {
  checks,
  keptOfDeleted,
  processFields,
  recordFields,
  signalFields,
  type CheckKind,
  type Field,
} from './fields.ts';
import { FieldReader, type Oddity, type Reading } from './fieldReader.ts';
import { textFrom, unwrapped, type Fields } from './values.ts';

export type { Oddity, Reading } from './fieldReader.ts';

/** One reading per check; undefined where the service sent none. */
export type Readings = Readonly<Record<CheckKind, Reading | undefined>>;

/** One run of the camera. Times are texts as sent. */
export interface Process {
  readonly type: string;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly error: unknown;
}

/** Reads records by the table, one after another: what it holds is that of the last one. */
export class RecordReader {
  /** Empty for a record without an id, which cannot be told from others. */
  id = '';
  status: string | undefined;
  /** Times are ISO 8601 in UTC, or a placeholder, or whatever else was sent. */
  created: string | undefined;
  submitType: string | undefined;
  kycId: string | undefined;
  deleted = false;
  deletedAt: string | undefined;
  failCodes: readonly string[] = noTexts;
  comments: readonly string[] = noTexts;
  startClick: string | undefined;
  processes: readonly Process[] = [];
  /** Another object for every record would cost more than reading it. */
  readonly thresholds: Record<CheckKind, Reading | undefined> = noReadings();
  readonly scores: Record<CheckKind, Reading | undefined> = noReadings();
  readonly #fields = new FieldReader();
  readonly #process = (process: Fields): Process => ({
    type: this.#fields.text(process, processFields.type) ?? '',
    start: this.#fields.time(process, processFields.start),
    end: this.#fields.time(process, processFields.end),
    error: process[processFields.error.names[0]],
  });

  /** What in the record is not of its field's type; of a deleted one only in what deletion keeps. */
  get oddities(): readonly Oddity[] {
    const { oddities } = this.#fields;
    return this.deleted ? oddities.filter(({ path }) => keptOfDeleted.has(path)) : oddities;
  }

  /** Reads a record as parsed from JSON. */
  read(record: Fields): void {
    const fields = this.#fields;
    fields.begin();
    this.id = fields.text(record, recordFields.id, idFrom) ?? '';
    this.status = fields.text(record, recordFields.status);
    this.created = fields.time(record, recordFields.created);
    this.submitType = fields.text(record, recordFields.submitType);
    this.kycId = fields.text(record, recordFields.kycId);
    const flag = fields.flag(record, recordFields.deleted);
    this.deletedAt = fields.time(record, recordFields.deletedAt);
    // What the service says outright decides; where it says nothing, a time of deletion does.
    this.deleted = flag ?? this.deletedAt !== undefined;
    this.failCodes = distinct(fields.texts(record, recordFields.failCodes));
    this.comments = distinct(fields.texts(record, recordFields.comments));
    const policy = fields.object(record, recordFields.policy);
    const result = fields.object(record, recordFields.result);
    const signals = fields.object(record, recordFields.signals);
    fields.part = 'policy.';
    const { thresholds, scores } = this;
    // By name: a loop over the kinds would take as long as all other fields.
    thresholds.faceSimilarity = fields.reading(policy, checks.faceSimilarity.threshold);
    thresholds.occlusion = fields.reading(policy, checks.occlusion.threshold);
    thresholds.faceCover = fields.reading(policy, checks.faceCover.threshold);
    thresholds.headCover = fields.reading(policy, checks.headCover.threshold);
    thresholds.passiveLiveness = fields.reading(policy, checks.passiveLiveness.threshold);
    thresholds.activeLiveness = fields.reading(policy, checks.activeLiveness.threshold);
    fields.part = 'result.';
    scores.faceSimilarity = fields.reading(result, checks.faceSimilarity.result);
    scores.occlusion = fields.reading(result, checks.occlusion.result);
    scores.faceCover = fields.reading(result, checks.faceCover.result);
    scores.headCover = fields.reading(result, checks.headCover.result);
    scores.passiveLiveness = fields.reading(result, checks.passiveLiveness.result);
    scores.activeLiveness = fields.reading(result, checks.activeLiveness.result);
    fields.part = 'signals.';
    this.startClick = fields.time(signals, signalFields.startClick);
    this.processes = fields.objects(signals, signalFields.processes, this.#process);
  }
}

/** The id of a record in any of its spellings; undefined when it has none. */
export function idOf(record: Fields): string | undefined {
  const usual = record[recordFields.id.names[0]];
  return typeof usual === 'string' && usual !== '' ? usual : textIn(record, recordFields.id, idFrom);
}

/** A truth value tells no record from another. */
function idFrom(value: unknown): string | undefined {
  return typeof unwrapped(value) === 'boolean' ? undefined : textFrom(value);
}

/** The first text that a field has in any of its spellings; undefined where it has none. */
export function textIn(record: Fields, { names }: Field, from = textFrom): string | undefined {
  for (const name of names) {
    const text = from(record[name]);
    if (text !== undefined) {
      return text;
    }
  }
  return undefined;
}

/** Whether a record says that its data was deleted. */
export function isDeleted(record: Fields): boolean {
  const fields = new FieldReader();
  return fields.flag(record, recordFields.deleted) ?? fields.time(record, recordFields.deletedAt) !== undefined;
}

/** No reading of any check. */
export function noReadings(): Record<CheckKind, Reading | undefined> {
  return {
    faceSimilarity: undefined,
    occlusion: undefined,
    faceCover: undefined,
    headCover: undefined,
    passiveLiveness: undefined,
    activeLiveness: undefined,
  };
}

/** Of texts that differ in case alone, the first. */
function distinct(texts: readonly string[]): readonly string[] {
  if (texts.length < 2) {
    return texts;
  }
  const met = new Set<string>();
  return texts.filter((text) => met.size < met.add(text.toLowerCase()).size);
}

const noTexts: readonly string[] = [];
