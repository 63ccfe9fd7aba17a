import type { Where } from '../../api/where.ts';
import { wireId, type WireRecord } from '../../api/wire.ts';
import { checkKinds, type Reading, type Readings } from './readings.ts';
import type { Source } from '../store/source.ts';
import { isBefore, timeOf } from './timeReading.ts';

/** Where a record stands as received. */
export interface Place extends Where {
  readonly source: Source;
}

/** What everything else knows of one submission; its record as received stays at its place, untouched. */
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
}

/** Turns a record into the model. Policies and codes repeat from record to record: equal ones become one object. */
export function createReader(): (record: WireRecord, place: Place) => Submission {
  const policies = sharing<Readings>(Object.values, (one, other) =>
    checkKinds.every((kind) => one[kind] === other[kind]),
  );
  const codes = sharing<readonly string[]>(
    (all) => all,
    (one, other) => one.length === other.length && one.every((code, index) => code === other[index]),
  );
  return (record, { source, element, position }) => ({
    id: wireId(record) ?? '',
    status: statusOf(record),
    createdAt: timeOf(record.create_time ?? record.createTime),
    kycId: kycIdOf(record),
    submitType: record.submit_type ?? record.submitType ?? undefined,
    deleted: isDeleted(record),
    policy: policies(policyOf(record.policy)),
    measured: measuredOf(record.result),
    failCodes: codes(distinct(list(record.fail_code ?? record.failCode))),
    timesOutOfOrder: hasTimesOutOfOrder(record),
    timeUnreadable:
      isUnreadable(record.create_time ?? record.createTime) || isUnreadable(record.delete_time ?? record.deleteTime),
    source,
    element,
    position,
  });
}

const noTexts: readonly string[] = [];

/** A bare string counts as a list of one; texts without a letter are none. */
export function list(value: string | readonly string[] | null | undefined): readonly string[] {
  if (value === null || value === undefined || value.length === 0) {
    return noTexts;
  }
  const texts = typeof value === 'string' ? [value] : value;
  return texts.some(isBlank) ? texts.filter((text) => !isBlank(text)) : texts;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Fail codes compare without case: of those that are the same, the first. */
function distinct(codes: readonly string[]): readonly string[] {
  if (codes.length < 2) {
    return codes;
  }
  const met = new Set<string>();
  return codes.filter((code) => met.size < met.add(code.toLowerCase()).size);
}

function statusOf(record: WireRecord): string {
  const status = record.auth_status ?? record.aurh_status ?? '';
  if (status === 'approved' || status === 'rejected') {
    return status;
  }
  // Fail codes compare without case, so the two documented statuses do.
  const small = status.trim().toLowerCase();
  return small === 'approved' || small === 'rejected' || small === '' ? small : status;
}

/** An empty one names no KYC submission. */
function kycIdOf(record: WireRecord): string | undefined {
  const id = record.kyc_submission_id ?? record.kycSubmissionId ?? '';
  return id === '' ? undefined : id;
}

/** What the service says outright decides; where it says nothing, a time of deletion does. */
export function isDeleted(record: WireRecord): boolean {
  const said = record.delete_check ?? record.deleteCheck;
  const time = record.delete_time ?? record.deleteTime;
  return said ?? (time !== null && time !== undefined && time !== '');
}

function hasTimesOutOfOrder(record: WireRecord): boolean {
  const { signals } = record;
  if (signals === null || signals === undefined) {
    return false;
  }
  for (const { processStartTime, processEndTime } of signals.cameraProcessInfo ?? []) {
    if (isBefore(processEndTime, processStartTime)) {
      return true;
    }
  }
  return isBefore(record.create_time ?? record.createTime, signals.startButtonClickTime);
}

function isUnreadable(time: string | null | undefined): boolean {
  return time !== null && time !== undefined && time.trim() !== '' && timeOf(time) === undefined;
}

interface Branch<T> {
  readonly below: Map<unknown, Branch<T>>;
  end?: T;
}

/** Gives the first of all that have equal parts, so that the others need not be kept. */
function sharing<T>(
  partsOf: (value: T) => readonly unknown[],
  isEqual: (one: T, other: T) => boolean,
): (value: T) => T {
  const root: Branch<T> = { below: new Map() };
  let last: T | undefined;
  return (value) => {
    // Neighbours are mostly alike.
    if (last !== undefined && isEqual(last, value)) {
      return last;
    }
    let branch = root;
    for (const part of partsOf(value)) {
      let next = branch.below.get(part);
      if (next === undefined) {
        next = { below: new Map() };
        branch.below.set(part, next);
      }
      branch = next;
    }
    branch.end ??= value;
    last = branch.end;
    return last;
  };
}

function policyOf(policy: WireRecord['policy']): Readings {
  return {
    faceSimilarity: readingOf(policy?.faceSimilarity_threshold),
    occlusion: readingOf(policy?.occluded_threshold),
    faceCover: readingOf(policy?.faceCover_threshold),
    headCover: readingOf(policy?.headCover_threshold),
    passiveLiveness: readingOf(policy?.liveness_threshold),
    activeLiveness: readingOf(policy?.activeLiveness_threshold),
  };
}

function measuredOf(sent: WireRecord['result']): Readings {
  const result = sent ?? nothingSent;
  return {
    faceSimilarity: readingOf(result.face_similarity ?? result.faceSimilarity ?? result.face_similarity_score),
    occlusion: readingOf(result.detectOccluded ?? result.occluded ?? result.occluded_score),
    faceCover: readingOf(result.faceCover ?? result.face_cover ?? result.face_cover_score),
    headCover: readingOf(result.headCover ?? result.head_cover ?? result.head_cover_score),
    passiveLiveness: readingOf(result.livenessScore ?? result.liveness_score),
    activeLiveness: readingOf(result.activeLivenessScore ?? result.active_liveness_score),
  };
}

const nothingSent: NonNullable<WireRecord['result']> = {};

/** Numbers and truth values also arrive as text. */
function readingOf(value: Reading | null | undefined): Reading | undefined {
  if (typeof value !== 'string') {
    return value ?? undefined;
  }
  const trimmed = value.trim();
  if (trimmed === '') {
    return undefined;
  }
  const number = Number(trimmed);
  if (Number.isFinite(number)) {
    return number;
  }
  return trimmed === 'true' ? true : trimmed === 'false' ? false : value;
}
