import type { Detail, Moment } from '../model/detail.ts';
import { checkKinds, type Reading, type Readings } from '../model/readings.ts';
import { IdSearch, ownIds } from './idSearch.ts';
import { isDocumented, literalsIn, type Literal } from './jsonLiterals.ts';
import { isFoundWithin } from './knownIds.ts';
import { longestShown, withAliases, type Mask } from './mask.ts';
import type { Submission } from '../model/submission.ts';

/** A submission as it may be shown. */
export function maskedSubmission(submission: Submission, mask: Mask): Submission {
  if (!mask.on) {
    return submission;
  }
  const text = ownText(submission, mask);
  return {
    ...submission,
    id: mask.id(submission.id),
    kycId: submission.kycId === undefined ? undefined : mask.id(submission.kycId),
    status: text(submission.status),
    submitType: submission.submitType === undefined ? undefined : text(submission.submitType),
    policy: maskedReadings(submission.policy, text),
    measured: maskedReadings(submission.measured, text),
    failCodes: submission.failCodes.map(text),
  };
}

/** A threshold or score that is a text may be any text. */
function maskedReadings(readings: Readings, text: (text: string) => string): Readings {
  return checkKinds.some((kind) => typeof readings[kind] === 'string')
    ? {
        faceSimilarity: maskedReading(readings.faceSimilarity, text),
        occlusion: maskedReading(readings.occlusion, text),
        faceCover: maskedReading(readings.faceCover, text),
        headCover: maskedReading(readings.headCover, text),
        passiveLiveness: maskedReading(readings.passiveLiveness, text),
        activeLiveness: maskedReading(readings.activeLiveness, text),
      }
    : readings;
}

function maskedReading<T extends Reading | undefined>(reading: T, text: (text: string) => string): T | string {
  return typeof reading === 'string' ? text(reading) : reading;
}

/** All that is known of a record as it may be shown. */
export function maskedDetail(detail: Detail, mask: Mask): Detail {
  if (!mask.on) {
    return detail;
  }
  const text = ownText(detail.submission, mask);
  const moment = (one: Moment | undefined): Moment | undefined => one && { ...one, text: text(one.text) };
  return {
    submission: maskedSubmission(detail.submission, mask),
    checks: detail.checks.map((check) => ({
      ...check,
      threshold: maskedReading(check.threshold, text),
      measured: maskedReading(check.measured, text),
      ...(check.sentThreshold !== undefined && { sentThreshold: text(check.sentThreshold) }),
      ...(check.sentScore !== undefined && { sentScore: text(check.sentScore) }),
      reported: check.reported === undefined ? undefined : text(check.reported),
    })),
    created: moment(detail.created),
    deletedAt: moment(detail.deletedAt),
    comments: detail.comments.map(text),
    startClick: moment(detail.startClick),
    processes: detail.processes.map(({ type, start, end, error }) => ({
      type: text(type),
      start: moment(start),
      end: moment(end),
      error: error === undefined ? undefined : text(error),
    })),
    unknownFields: detail.unknownFields.map(({ path, json }) => ({
      path: text(path),
      json: maskedJson(path, json, text, mask),
    })),
    oddValues: detail.oddValues.map(({ path, json, read }) => ({
      path,
      json: maskedJson(path, json, text, mask),
      read: read === undefined ? undefined : text(read),
    })),
  };
}

/** Masks the JSON of a value string by string, because escapes may hide an id. More than is ever shown is cut. */
function maskedJson(path: string, json: string, text: (text: string) => string, mask: Mask): string {
  let shown = '';
  let done = 0;
  for (const literal of literalsIn(json, path.slice(path.lastIndexOf('.') + 1))) {
    const { value, start, end } = literal;
    if (start >= longestShown) {
      return `${shown}…`;
    }
    const masked = maskedLiteral(literal, text, mask);
    shown += json.slice(done, start) + (masked === value ? json.slice(start, end) : JSON.stringify(masked));
    done = end;
  }
  return shown + json.slice(done);
}

function maskedLiteral(literal: Literal, text: (text: string) => string, mask: Mask): string {
  const { role, value } = literal;
  if (role === 'id' || role === 'idNumber') {
    return mask.id(value);
  }
  // A short number is as likely a score.
  return isDocumented(literal) || (role === 'number' && !isFoundWithin(value)) ? value : text(value);
}

/** Makes the function that masks a text of a record. It masks the record's own ids even if nothing else knows them. */
function ownText({ id, kycId }: Submission, mask: Mask): (text: string) => string {
  const own = ownIds([id, kycId ?? ''].filter((one) => one !== ''));
  const search = new IdSearch(() => false);
  const words = (text: string): string => {
    const shown = mask.text(text);
    return withAliases(shown, search.idsIn(shown, own), (one) => mask.id(one));
  };
  return (text) => maskedParts(text, words, mask);
}

/** A threshold or a score as it may be shown, where nothing is known of its record. */
export function maskedAlone<T extends Reading | undefined>(reading: T, mask: Mask): T | string {
  return mask.on ? maskedReading(reading, (text) => maskedParts(text, (one) => mask.text(one), mask)) : reading;
}

/** Masks a text of a record. A list or an object in the place of a text is JSON, and may have names of ids in it. */
function maskedParts(text: string, words: (text: string) => string, mask: Mask): string {
  // The whole is masked too, because it may be an id itself.
  return words(hasParts(text) ? maskedJson('', text, words, mask) : text);
}

/** Whether a text is the JSON of a list or an object. */
function hasParts(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) {
    return false;
  }
  try {
    JSON.parse(text);
    return true;
  } catch {
    // It only looks like JSON.
    return false;
  }
}
