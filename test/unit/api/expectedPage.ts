/** What an answer holds: every value that stands where a record may, in order; or why it is no page. */
export type Expected = 'notJson' | 'wrongShape' | 'encrypted' | readonly ExpectedValue[];

/** A value in the place of a record; its id where it is a record that can be read. */
export interface ExpectedValue {
  readonly element: number;
  readonly position: number | undefined;
  readonly id: string | undefined;
  readonly deleted: boolean;
}

/** What of a page is there in the end, and how many of its records came again and were dropped. */
export interface ExpectedLoad {
  readonly loaded: readonly ExpectedValue[];
  readonly duplicates: number;
}

/** Each id once: the first of its copies, unless a later one says that it was deleted since. */
export function expectedLoad(values: readonly ExpectedValue[]): ExpectedLoad {
  const loaded = new Map<string, ExpectedValue>();
  let duplicates = 0;
  for (const value of values.filter(({ id }) => id !== undefined)) {
    const { id = '', deleted } = value;
    const earlier = loaded.get(id);
    if (earlier !== undefined && (earlier.deleted || !deleted)) {
      duplicates++;
    } else {
      loaded.set(id, value);
    }
  }
  return { loaded: [...loaded.values()], duplicates };
}

type Fields = Readonly<Record<string, unknown>>;

/** Judges an answer slowly and by itself: nothing here comes from the schemas or the reader that it is held against. */
export function expectedOf(bytes: Uint8Array): Expected {
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return 'notJson';
  }
  if (!Array.isArray(body)) {
    const isEncrypted = isFields(body) && Object.keys(body).join() === 'data' && typeof body['data'] === 'string';
    return isEncrypted ? 'encrypted' : 'wrongShape';
  }
  const found: ExpectedValue[] = [];
  for (const [element, value] of (body as unknown[]).entries()) {
    if (!isFields(value) || !isEnvelope(value)) {
      found.push({ element, position: undefined, ...read(value) });
      continue;
    }
    const { data, nextPage_key: key } = value;
    if (!Array.isArray(data) || !(isNothing(key) || key === '' || isKey(key))) {
      return 'wrongShape';
    }
    found.push(...data.map((item, position) => ({ element, position, ...read(item) })));
  }
  return found;
}

/** Of an envelope a key tells; data does where no id says that it is a record. */
function isEnvelope(value: Fields): boolean {
  const names = new Set(Object.keys(value));
  return names.has('nextPage_key') || (names.has('data') && (names.has('faceAuth_projectId') || !isNamed(value)));
}

function isNamed(value: Fields): boolean {
  const ids = ['auth_id', 'authentication_id', 'Authentication_id', 'authId'];
  return hold(value, ids.join(' '), isText) && ids.some((name) => !isNothing(value[name]) && value[name] !== '');
}

function read(value: unknown): Pick<ExpectedValue, 'id' | 'deleted'> {
  if (!isFields(value) || !isReadable(value)) {
    return { id: undefined, deleted: false };
  }
  const ids = [value['auth_id'], value['authentication_id'], value['Authentication_id'], value['authId']];
  const deleted =
    value['delete_check'] ?? value['deleteCheck'] ?? ![null, undefined, ''].includes(timeOfDeletion(value));
  return { id: ids.find((id): id is string => typeof id === 'string' && id !== ''), deleted: deleted === true };
}

function timeOfDeletion(record: Fields): string | null | undefined {
  return (record['delete_time'] ?? record['deleteTime']) as string | null | undefined;
}

function isReadable(record: Fields): boolean {
  const { policy, result, signals } = record;
  return (
    hold(record, 'auth_id authentication_id Authentication_id authId auth_status aurh_status', isText) &&
    hold(record, 'create_time createTime submit_type submitType kyc_submission_id kycSubmissionId', isText) &&
    hold(record, 'delete_time deleteTime', isText) &&
    hold(record, 'delete_check deleteCheck', (value) => typeof value === 'boolean') &&
    hold(record, 'reject_comment rejectComment rejected_comment fail_code failCode', isTextOrTexts) &&
    (isNothing(policy) || (isFields(policy) && hold(policy, policyNames, isMeasure))) &&
    (isNothing(result) || (isFields(result) && hold(result, resultNames, isMeasure))) &&
    (isNothing(signals) || (isFields(signals) && areSignals(signals)))
  );
}

const policyNames =
  'faceSimilarity_threshold occluded_threshold faceCover_threshold headCover_threshold liveness_threshold activeLiveness_threshold';

const resultNames =
  'face_similarity faceSimilarity face_similarity_score detectOccluded occluded occluded_score faceCover face_cover ' +
  'face_cover_score headCover head_cover head_cover_score livenessScore liveness_score activeLivenessScore ' +
  'active_liveness_score';

function areSignals(signals: Fields): boolean {
  const { cameraProcessInfo: processes } = signals;
  return (
    hold(signals, 'startButtonClickTime', isText) &&
    (isNothing(processes) ||
      (Array.isArray(processes) &&
        processes.every((one) => isFields(one) && hold(one, 'type processStartTime processEndTime', isText))))
  );
}

function isKey(key: unknown): boolean {
  return isFields(key) && hold(key, 'authId auth_id createTime create_time', isText);
}

/** Whether each of these fields is fit, null, or not there. */
function hold(fields: Fields, names: string, isFit: (value: unknown) => boolean): boolean {
  return names
    .split(' ')
    .every((name) => !Object.hasOwn(fields, name) || isNothing(fields[name]) || isFit(fields[name]));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isTextOrTexts(value: unknown): boolean {
  return isText(value) || (Array.isArray(value) && value.every(isText));
}

/** A number beyond all bounds, such as 1e400, is no measure. */
function isMeasure(value: unknown): boolean {
  return isText(value) || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}
