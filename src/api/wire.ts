import * as z from 'zod/mini';

// Every field may be null, and null says as little as absence does.
const text = z.nullish(z.string());
const strings = z.nullish(z.union([z.string(), z.array(z.string())]));
const measure = z.nullish(z.union([z.number(), z.boolean(), z.string()]));

const policy = z.object({
  faceSimilarity_threshold: measure,
  occluded_threshold: measure,
  faceCover_threshold: measure,
  headCover_threshold: measure,
  liveness_threshold: measure,
  activeLiveness_threshold: measure,
});

const result = z.object({
  face_similarity: measure,
  faceSimilarity: measure,
  face_similarity_score: measure,
  detectOccluded: measure,
  occluded: measure,
  occluded_score: measure,
  faceCover: measure,
  face_cover: measure,
  face_cover_score: measure,
  headCover: measure,
  head_cover: measure,
  head_cover_score: measure,
  livenessScore: measure,
  liveness_score: measure,
  activeLivenessScore: measure,
  active_liveness_score: measure,
});

const cameraProcess = z.object({
  type: text,
  processStartTime: text,
  processEndTime: text,
  error: z.optional(z.unknown()),
});

const signals = z.object({
  startButtonClickTime: text,
  cameraProcessInfo: z.nullish(z.array(cameraProcess)),
});

const ids = z.object({
  auth_id: text,
  authentication_id: text,
  Authentication_id: text,
  authId: text,
});

const fields = z.extend(ids, {
  auth_status: text,
  // The service's own page spells it so in its sample of a deleted record.
  aurh_status: text,
  create_time: text,
  createTime: text,
  submit_type: text,
  submitType: text,
  kyc_submission_id: text,
  kycSubmissionId: text,
  delete_check: z.nullish(z.boolean()),
  deleteCheck: z.nullish(z.boolean()),
  delete_time: text,
  deleteTime: text,
  policy: z.nullish(policy),
  result: z.nullish(result),
  reject_comment: strings,
  rejectComment: strings,
  rejected_comment: strings,
  fail_code: strings,
  failCode: strings,
  signals: z.nullish(signals),
});

/** The id in any of its spellings, of which an empty one says nothing; undefined when there is none. */
export function wireId(record: z.infer<typeof ids>): string | undefined {
  return (
    given(record.auth_id) ?? given(record.authentication_id) ?? given(record.Authentication_id) ?? given(record.authId)
  );
}

function given(id: string | null | undefined): string | undefined {
  return id === null || id === '' ? undefined : id;
}

/** All spellings of the field of the id. */
export const idNames = Object.keys(ids.shape);

/** Whether a value has an id, whatever else is wrong with it. */
export function hasId(value: unknown): boolean {
  const parsed = ids.safeParse(value);
  return parsed.success && wireId(parsed.data) !== undefined;
}

/** One record as the service sends it, in all its spellings. Times are ISO 8601 in UTC, or placeholders. */
export const wireRecord = fields.check(
  z.refine((record) => wireId(record) !== undefined, { path: ['auth_id'], error: 'missing' }),
);

/** One record as the service sends it. */
export type WireRecord = z.infer<typeof wireRecord>;

/** The fields we know, level by level; whatever else a record carries is shown as unknown. */
export const knownFields = {
  record: Object.keys(fields.shape),
  policy: Object.keys(policy.shape),
  result: Object.keys(result.shape),
  signals: Object.keys(signals.shape),
  cameraProcess: Object.keys(cameraProcess.shape),
} as const;

/** One project's part of a page. */
export const wireEnvelope = z.object({
  faceAuth_projectId: z.catch(text, undefined),
  data: z.array(z.unknown()),
  nextPage_key: z.nullish(
    z.union([z.literal(''), z.object({ authId: text, auth_id: text, createTime: text, create_time: text })]),
  ),
});

/** One project's part of a page. */
export type WireEnvelope = z.infer<typeof wireEnvelope>;

/** What an encrypted payload looks like: recognised, never decrypted. */
export const wireEncrypted = z.strictObject({ data: z.string() });
