import {
  keptOfDeleted,
  processFields,
  recordFields,
  resultFields,
  signalFields,
  thresholdFields,
  type CheckKind,
  type Field,
} from './fields.ts';
import { FieldReader, type Oddity, type Reading } from './fieldReader.ts';
import { flagFrom, idFrom, isBlank, isEmpty, isFields, isNothing, type Fields } from './values.ts';

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

/** Reads records one after another, as the table of fields describes them. It holds the values of the last record. */
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
  /** Reused: a new object for every record would cost more than reading the record. */
  readonly thresholds: Record<CheckKind, Reading | undefined> = noReadings();
  readonly scores: Record<CheckKind, Reading | undefined> = noReadings();
  readonly #record = new FieldReader(recordFields);
  readonly #policy = new FieldReader(thresholdFields);
  readonly #result = new FieldReader(resultFields);
  readonly #signals = new FieldReader(signalFields);
  readonly #process = new FieldReader(processFields);
  #processOddities: Oddity[] = [];

  /** Whether the record has oddities. */
  get hasOddities(): boolean {
    const some =
      this.#record.oddities.length +
      this.#policy.oddities.length +
      this.#result.oddities.length +
      this.#signals.oddities.length +
      this.#processOddities.length;
    return some > 0 && this.oddities.length > 0;
  }

  /**
   * The values that are not of their field's type. For a deleted record, only those in the fields that deletion keeps.
   */
  get oddities(): readonly Oddity[] {
    const oddities = this.#record.oddities;
    return this.deleted
      ? oddities.filter(({ path }) => keptOfDeleted.has(path))
      : [
          ...oddities,
          ...within('policy', this.#policy.oddities),
          ...within('result', this.#result.oddities),
          ...within('signals', this.#signals.oddities),
          ...this.#processOddities,
        ];
  }

  /** Reads a record as parsed from JSON. */
  read(record: Fields): void {
    this.#readRecord(record);
    this.#readChecks();
    this.#readSignals();
  }

  #readRecord(record: Fields): void {
    const reader = this.#record;
    const { fields } = reader;
    reader.take(record);
    this.id = reader.text(fields.id, idFrom) ?? '';
    this.status = reader.text(fields.status);
    this.created = reader.time(fields.created);
    this.submitType = reader.text(fields.submitType);
    this.kycId = reader.text(fields.kycId, idFrom);
    const flag = reader.flag(fields.deleted);
    this.deletedAt = reader.time(fields.deletedAt);
    // The flag decides where the service sent one; otherwise a time of deletion does.
    this.deleted = flag ?? (this.deletedAt !== undefined && isDeleted(record));
    this.failCodes = distinct(reader.texts(fields.failCodes));
    this.comments = distinct(reader.texts(fields.comments));
    this.#policy.take(reader.object(fields.policy));
    this.#result.take(reader.object(fields.result));
    this.#signals.take(reader.object(fields.signals));
  }

  // Each check by name: a loop over the kinds would take as long as reading all other fields.
  #readChecks(): void {
    const { thresholds, scores } = this;
    const policy = this.#policy;
    const required = policy.fields;
    thresholds.faceSimilarity = policy.reading(required.faceSimilarity);
    thresholds.occlusion = policy.reading(required.occlusion);
    thresholds.faceCover = policy.reading(required.faceCover);
    thresholds.headCover = policy.reading(required.headCover);
    thresholds.passiveLiveness = policy.reading(required.passiveLiveness);
    thresholds.activeLiveness = policy.reading(required.activeLiveness);
    const result = this.#result;
    const measured = result.fields;
    scores.faceSimilarity = result.reading(measured.faceSimilarity);
    scores.occlusion = result.reading(measured.occlusion);
    scores.faceCover = result.reading(measured.faceCover);
    scores.headCover = result.reading(measured.headCover);
    scores.passiveLiveness = result.reading(measured.passiveLiveness);
    scores.activeLiveness = result.reading(measured.activeLiveness);
  }

  #readSignals(): void {
    const signals = this.#signals;
    this.startClick = signals.time(signals.fields.startClick);
    const items = signals.objects(signals.fields.processes);
    const processes: Process[] = [];
    const reader = this.#process;
    const { fields } = reader;
    if (this.#processOddities.length > 0) {
      this.#processOddities = [];
    }
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      if (isFields(item)) {
        reader.take(item);
        processes.push({
          type: reader.text(fields.type) ?? '',
          start: reader.time(fields.start),
          end: reader.time(fields.end),
          error: reader.values[fields.error.first],
        });
        if (reader.oddities.length > 0) {
          const list = `signals.${signalFields.processes.names[0]}[${index}]`;
          this.#processOddities.push(...within(list, reader.oddities));
        }
      }
    }
    this.processes = processes;
  }
}

function within(part: string, oddities: readonly Oddity[]): readonly Oddity[] {
  return oddities.map((oddity) => ({ ...oddity, path: `${part}.${oddity.path}` }));
}

/** The id of a record in any of its spellings; undefined when it has none. */
export function idOf(record: Fields): string | undefined {
  const usual = record[recordFields.id.names[0]];
  return typeof usual === 'string' && !isNothing(usual) && !isBlank(usual) ? usual : idIn(record, recordFields.id);
}

/** The first id that a field has in any of its spellings; undefined where it has none. */
export function idIn(record: Fields, { names }: Field): string | undefined {
  for (const name of names) {
    const id = idFrom(record[name]);
    if (id !== undefined) {
      return id;
    }
  }
  return undefined;
}

/** Whether a record says that its data was deleted. */
export function isDeleted(record: Fields): boolean {
  const flags = saidIn(record, recordFields.deleted).map(flagFrom);
  return (
    flags.find((flag) => flag !== undefined) ??
    // `null` as a text, 0 or false is no time.
    saidIn(record, recordFields.deletedAt).some((value) => flagFrom(value) === true)
  );
}

/** The values of a field that are not empty, in any of its spellings. */
function saidIn(record: Fields, { names }: Field): readonly unknown[] {
  return names.map((name) => record[name]).filter((value) => !isEmpty(value) && !isBlank(value));
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

/** The texts without repetitions. Of texts that differ only in case or in the spaces around them, the first stays. */
function distinct(texts: readonly string[]): readonly string[] {
  if (texts.length < 2) {
    return texts;
  }
  const met = new Set<string>();
  return texts.filter((text) => met.size < met.add(text.trim().toLowerCase()).size);
}

const noTexts: readonly string[] = [];
