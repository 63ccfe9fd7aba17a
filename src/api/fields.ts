import * as l10n from '@vscode/l10n';

/**
 * What the value of a field is, and so how it is read. `text`, `time` (ISO 8601 in UTC), `flag` (true or false), `texts`
 * (a list of texts), `threshold` (a number or a truth value), `score` (a number from 0 to 100), `truth` (true or false, in
 * the place of a score), `object`, `objects` (a list of objects), `anything` (shown as sent).
 */
export type FieldType =
  'text' | 'time' | 'flag' | 'texts' | 'threshold' | 'score' | 'truth' | 'object' | 'objects' | 'anything';

/** One field: its spellings (the first with a value counts), its type, and its meaning in words. */
export interface Field {
  readonly names: readonly [string, ...string[]];
  readonly type: FieldType;
  readonly meaning: () => string;
}

function field(type: FieldType, meaning: () => string, ...names: readonly [string, ...string[]]): Field {
  return { names, type, meaning };
}

/**
 * The six checks of the service, in the order in which its policy lists them. For two of them no fail code is
 * documented.
 */
export const checks = {
  faceSimilarity: {
    threshold: field(
      'threshold',
      () => l10n.t('The least similarity of the two faces that passes'),
      'faceSimilarity_threshold',
    ),
    result: field(
      'score',
      () => l10n.t('How similar the two faces are, 0 to 100'),
      'face_similarity',
      'faceSimilarity',
      'face_similarity_score',
    ),
    failCode: 'face_compare_underscore',
  },
  occlusion: {
    threshold: field('threshold', () => l10n.t('Whether a covered face is looked for'), 'occluded_threshold'),
    result: field(
      'truth',
      () => l10n.t('Whether hands or objects cover the face'),
      // The service's documentation page describes `occluded`, but its sample has `detectOccluded`.
      'detectOccluded',
      'occluded',
      'occluded_score',
    ),
    failCode: 'Face_Occluded_fail',
  },
  faceCover: {
    threshold: field(
      'threshold',
      () => l10n.t('The least score for protective equipment on the face'),
      'faceCover_threshold',
    ),
    result: field(
      'score',
      () => l10n.t('How sure the service is of protective equipment on the face, 0 to 100'),
      'faceCover',
      'face_cover',
      'face_cover_score',
    ),
    failCode: 'Face_cover_fail',
  },
  headCover: {
    threshold: field(
      'threshold',
      () => l10n.t('The least score for protective equipment on the head'),
      'headCover_threshold',
    ),
    result: field(
      'score',
      () => l10n.t('How sure the service is of protective equipment on the head, 0 to 100'),
      'headCover',
      'head_cover',
      'head_cover_score',
    ),
    failCode: 'Head_cover_fail',
  },
  passiveLiveness: {
    threshold: field('threshold', () => l10n.t('The least passive liveness that passes'), 'liveness_threshold'),
    result: field('score', () => l10n.t('Passive liveness, 0 to 100'), 'livenessScore', 'liveness_score'),
    failCode: undefined,
  },
  activeLiveness: {
    threshold: field('threshold', () => l10n.t('The least active liveness that passes'), 'activeLiveness_threshold'),
    result: field('score', () => l10n.t('Active liveness, 0 to 100'), 'activeLivenessScore', 'active_liveness_score'),
    failCode: undefined,
  },
} as const satisfies Record<string, { threshold: Field; result: Field; failCode: string | undefined }>;

/** One of the six checks. */
export type CheckKind = keyof typeof checks;

/** The six checks, in the order in which the service's policy lists them. */
export const checkKinds = namesIn(checks);

/** The fields of `policy`: the thresholds of the checks. */
export const thresholdFields = {
  faceSimilarity: checks.faceSimilarity.threshold,
  occlusion: checks.occlusion.threshold,
  faceCover: checks.faceCover.threshold,
  headCover: checks.headCover.threshold,
  passiveLiveness: checks.passiveLiveness.threshold,
  activeLiveness: checks.activeLiveness.threshold,
} as const satisfies Record<CheckKind, Field>;

/** The fields of `result`: what was measured for the checks. */
export const resultFields = {
  faceSimilarity: checks.faceSimilarity.result,
  occlusion: checks.occlusion.result,
  faceCover: checks.faceCover.result,
  headCover: checks.headCover.result,
  passiveLiveness: checks.passiveLiveness.result,
  activeLiveness: checks.activeLiveness.result,
} as const satisfies Record<CheckKind, Field>;

/** The fields of a record, in the order in which a table shows them. */
export const recordFields = {
  id: field(
    'text',
    () => l10n.t('The id of the submission'),
    'auth_id',
    'authentication_id',
    'Authentication_id',
    'authId',
  ),
  // The service's documentation page has the second spelling in its sample of a deleted record.
  status: field('text', () => l10n.t('What the service decided: approved or rejected'), 'auth_status', 'aurh_status'),
  created: field('time', () => l10n.t('When the submission was made'), 'create_time', 'createTime'),
  submitType: field('text', () => l10n.t('How the submission was made'), 'submit_type', 'submitType'),
  kycId: field(
    'text',
    () => l10n.t('The KYC submission that this is an attempt of'),
    'kyc_submission_id',
    'kycSubmissionId',
  ),
  deleted: field('flag', () => l10n.t('Whether the data was deleted'), 'delete_check', 'deleteCheck'),
  deletedAt: field('time', () => l10n.t('When the data was deleted'), 'delete_time', 'deleteTime'),
  policy: field('object', () => l10n.t('The thresholds that applied to this submission'), 'policy'),
  result: field('object', () => l10n.t('What the service measured'), 'result'),
  failCodes: field('texts', () => l10n.t('Which checks failed'), 'fail_code', 'failCode'),
  comments: field('texts', () => l10n.t('Why it was rejected'), 'reject_comment', 'rejectComment', 'rejected_comment'),
  signals: field('object', () => l10n.t('What happened on the device, and when'), 'signals'),
} as const satisfies Record<string, Field>;

/** The fields of `signals`. */
export const signalFields = {
  startClick: field('time', () => l10n.t('When the start button was clicked'), 'startButtonClickTime'),
  processes: field('objects', () => l10n.t('The runs of the camera'), 'cameraProcessInfo'),
} as const satisfies Record<string, Field>;

/** The fields of a run of the camera. */
export const processFields = {
  type: field('text', () => l10n.t('What the camera ran for'), 'type'),
  start: field('time', () => l10n.t('When the run began'), 'processStartTime'),
  end: field('time', () => l10n.t('When the run ended'), 'processEndTime'),
  error: field('anything', () => l10n.t('What went wrong in the run'), 'error'),
} as const satisfies Record<string, Field>;

/** All spellings of the fields, part by part; whatever else a record carries is shown as unknown. */
export const knownFields = {
  record: namesOf(Object.values(recordFields)),
  policy: namesOf(Object.values(thresholdFields)),
  result: namesOf(Object.values(resultFields)),
  signals: namesOf(Object.values(signalFields)),
  cameraProcess: namesOf(Object.values(processFields)),
} as const;

const { id, status, created, deleted, deletedAt } = recordFields;

/** All spellings of the fields that deletion promises to keep. */
export const keptOfDeleted: ReadonlySet<string> = new Set(namesOf([id, status, created, deleted, deletedAt]));

/** The keys of a table, in their order. */
export function namesIn<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(table).filter((name): name is Name => name in table);
}

function namesOf(fields: readonly Field[]): readonly string[] {
  return fields.flatMap(({ names }) => names);
}
