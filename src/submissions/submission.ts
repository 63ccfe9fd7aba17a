import type { Path } from '../api/page.ts';
import { wireId, type WireRecord } from '../api/wire.ts';
import type { Reading, Readings } from './readings.ts';

/** An answer of the service as received, shared by all records in it. */
export interface Source {
  readonly bytes: Uint8Array;
}

/** Where a record stands as received: the keys from the root of its answer. */
export interface Place {
  readonly source: Source;
  readonly path: Path;
}

/** What everything else knows of one submission; its record as received stays at its place, untouched. */
export interface Submission extends Place {
  readonly id: string;
  /** As sent: `approved`, `rejected` or anything else; `unknown` when the service sent none. */
  readonly status: string;
  /** Milliseconds since 1970, UTC; undefined when the service sent no time or none that can be read. */
  readonly createdAt: number | undefined;
  readonly kycId: string | undefined;
  readonly submitType: string | undefined;
  readonly deleted: boolean;
  readonly policy: Readings;
  readonly measured: Readings;
  readonly failCodes: readonly string[];
}

/** Turns a record into the model. Policies and codes repeat from record to record: equal ones become one object. */
export function createReader(): (record: WireRecord, place: Place) => Submission {
  const policies = sharing<Readings>(Object.values);
  const codes = sharing<readonly string[]>((all) => all);
  return (record, { source, path }) => ({
    id: wireId(record) ?? '',
    status: statusOf(record),
    createdAt: timeOf(record.create_time ?? record.createTime),
    kycId: record.kyc_submission_id ?? record.kycSubmissionId ?? undefined,
    submitType: record.submit_type ?? record.submitType ?? undefined,
    deleted: isDeleted(record),
    policy: policies(policyOf(record.policy)),
    measured: measuredOf(record.result),
    failCodes: codes(list(record.fail_code ?? record.failCode)),
    source,
    path,
  });
}

/** Milliseconds since 1970 for an ISO 8601 time, which without a zone is UTC; undefined for anything else. */
export function timeOf(text: string | null | undefined): number | undefined {
  if (text === null || text === undefined || !/^\d{4}-\d\d-\d\d/.test(text)) {
    return undefined;
  }
  const time = Date.parse(!text.endsWith('Z') && /\d[T ]\d\d:\d\d[^Z+-]*$/i.test(text) ? `${text}Z` : text);
  return Number.isNaN(time) ? undefined : time;
}

/** A bare string counts as a list of one. */
export function list(value: string | readonly string[] | null | undefined): readonly string[] {
  if (value === null || value === undefined || value === '') {
    return [];
  }
  return typeof value === 'string' ? [value] : value;
}

function statusOf(record: WireRecord): string {
  const status = record.auth_status ?? record.aurh_status ?? '';
  return status === '' ? 'unknown' : status;
}

function isDeleted(record: WireRecord): boolean {
  const said = record.delete_check ?? record.deleteCheck;
  const time = record.delete_time ?? record.deleteTime;
  return said ?? (time !== null && time !== undefined && time !== '');
}

interface Branch<T> {
  readonly below: Map<unknown, Branch<T>>;
  end?: T;
}

/** Gives the first of all that have equal parts, so that the others need not be kept. */
function sharing<T>(partsOf: (value: T) => readonly unknown[]): (value: T) => T {
  const root: Branch<T> = { below: new Map() };
  let last: { readonly parts: readonly unknown[]; readonly value: T } | undefined;
  return (value) => {
    const parts = partsOf(value);
    // Neighbours are mostly alike.
    if (last?.parts.length === parts.length && last.parts.every((part, index) => part === parts[index])) {
      return last.value;
    }
    let branch = root;
    for (const part of parts) {
      let next = branch.below.get(part);
      if (next === undefined) {
        next = { below: new Map() };
        branch.below.set(part, next);
      }
      branch = next;
    }
    branch.end ??= value;
    last = { parts, value: branch.end };
    return branch.end;
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
