import { noReadings, RecordReader, type Readings } from '../../api/record.ts';
import { isBefore, timeOf } from '../../api/timeReading.ts';
import type { Fields } from '../../api/values.ts';
import { jsonText } from '../../json/jsonText.ts';
import type { Where } from '../../api/where.ts';
import type { Source } from '../store/source.ts';

/** Where a record stands as received. */
export interface Place extends Where {
  readonly source: Source;
}

/** The service's own id of the project that a record came under; undefined where its answer names none. */
export function serviceProjectOf({ source, element }: Place): string | undefined {
  return source.projects[element];
}

/** Whether a record may belong to this project of the service. Answers need not name one, so undefined fits any. */
export function mayBeOf(place: Place, serviceProject: string | undefined): boolean {
  return mayBeSameProject(serviceProjectOf(place), serviceProject);
}

/** Whether two ids may name the same project of the service; undefined fits any. */
export function mayBeSameProject(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

/** What the rest of the extension knows of one submission. Its record as received stays at its place, untouched. */
export interface Submission extends Place {
  readonly id: string;
  /** As sent, the documented `approved` and `rejected` in small letters; empty when the service sent none. */
  readonly status: string;
  /** Milliseconds since 1970, UTC; undefined when the service sent no time or none that can be read. */
  readonly createdAt: number | undefined;
  readonly kycId: string | undefined;
  readonly submitType: string | undefined;
  readonly deleted: boolean;
  readonly policy: Readings;
  readonly measured: Readings;
  readonly failCodes: readonly string[];
  /** Whether its times contradict each other: a process that ends before it starts, a record older than its start. */
  readonly timesOutOfOrder: boolean;
  /** Whether a time of creation or deletion was sent that cannot be read. */
  readonly timeUnreadable: boolean;
  /** Whether a value in its record is not of the type of its field; `Detail` tells which. */
  readonly hasOddities: boolean;
}

/**
 * Reads every record into the same object, which then holds the last record: a page has thousands of records, and the
 * store copies each into columns. A policy object never changes, and successive records with equal policies share it.
 */
export function createReader(): (record: Fields, place: Place) => Submission {
  const reader = new RecordReader();
  let row: Row | undefined;
  return (record, place) => {
    reader.read(record);
    const createdAt = timeOf(reader.created);
    row ??= { ...emptyRow, ...place };
    row.id = reader.id;
    row.status = statusOf(reader.status);
    row.createdAt = createdAt;
    row.kycId = reader.kycId;
    row.submitType = reader.submitType;
    row.deleted = reader.deleted;
    row.policy = areSameReadings(row.policy, reader.thresholds) ? row.policy : { ...reader.thresholds };
    row.measured = reader.scores;
    row.failCodes = reader.failCodes;
    row.timesOutOfOrder = hasTimesOutOfOrder(reader);
    row.timeUnreadable = isUnreadable(reader.created, createdAt) || isUnreadable(reader.deletedAt);
    row.hasOddities = reader.hasOddities;
    row.source = place.source;
    row.element = place.element;
    row.position = place.position;
    return row;
  };
}

/** A submission that stays as it is, whatever its reader reads next. */
export function snapshotOf(row: Submission): Submission {
  return { ...row, measured: { ...row.measured } };
}

type Row = { -readonly [Name in keyof Submission]: Submission[Name] };

const emptyRow: Omit<Submission, keyof Place> = {
  id: '',
  status: '',
  createdAt: undefined,
  kycId: undefined,
  submitType: undefined,
  deleted: false,
  policy: noReadings(),
  measured: noReadings(),
  failCodes: [],
  timesOutOfOrder: false,
  timeUnreadable: false,
  hasOddities: false,
};

/** Whether two copies of a submission agree in all its fields but their place. */
export function isSameSubmission(one: Submission, other: Submission): boolean {
  return (
    one.status === other.status &&
    one.deleted === other.deleted &&
    one.createdAt === other.createdAt &&
    one.kycId === other.kycId &&
    one.submitType === other.submitType &&
    one.timesOutOfOrder === other.timesOutOfOrder &&
    one.timeUnreadable === other.timeUnreadable &&
    one.hasOddities === other.hasOddities &&
    areSameReadings(one.policy, other.policy) &&
    areSameReadings(one.measured, other.measured) &&
    areSameTexts(one.failCodes, other.failCodes)
  );
}

/**
 * Makes the function that tells whether two records agree in the fields that a `Submission` does not hold, such as
 * comments. Undocumented fields do not count: an address with a signature, for example, differs in every answer.
 */
export function createComparison(): (one: Fields, other: Fields) => boolean {
  const reader = new RecordReader();
  const beyondColumns = (record: Fields): string => {
    reader.read(record);
    const { comments, created, deletedAt, startClick, processes } = reader;
    return jsonText([comments, created, deletedAt, startClick, processes]);
  };
  return (one, other) => beyondColumns(one) === beyondColumns(other);
}

/** Whether two lists hold the same texts. */
export function areSameTexts(one: readonly string[], other: readonly string[]): boolean {
  let same = one.length === other.length;
  for (let index = 0; same && index < one.length; index++) {
    same = one[index] === other[index];
  }
  return same;
}

/** Whether all readings are the same. */
export function areSameReadings(one: Readings, other: Readings): boolean {
  return (
    one.faceSimilarity === other.faceSimilarity &&
    one.occlusion === other.occlusion &&
    one.faceCover === other.faceCover &&
    one.headCover === other.headCover &&
    one.passiveLiveness === other.passiveLiveness &&
    one.activeLiveness === other.activeLiveness
  );
}

function statusOf(status = ''): string {
  if (status === 'approved' || status === 'rejected') {
    return status;
  }
  // Fail codes compare without case, so the two documented statuses do.
  const small = status.trim().toLowerCase();
  return small === 'approved' || small === 'rejected' || small === '' ? small : status;
}

function hasTimesOutOfOrder({ created, startClick, processes }: RecordReader): boolean {
  for (const { start, end } of processes) {
    if (isBefore(end, start)) {
      return true;
    }
  }
  return isBefore(created, startClick);
}

function isUnreadable(text: string | undefined, time = timeOf(text)): boolean {
  return text !== undefined && time === undefined && text.trim() !== '';
}
