import type { Dice } from './random.ts';

type Names = Readonly<Record<string, string>>;

const camel: Names = {
  auth_id: 'authId',
  create_time: 'createTime',
  face_similarity: 'faceSimilarity',
  detectOccluded: 'occluded',
  face_cover: 'faceCover',
  head_cover: 'headCover',
  liveness_score: 'livenessScore',
  active_liveness_score: 'activeLivenessScore',
  reject_comment: 'rejectComment',
  fail_code: 'failCode',
};
const long: Names = {
  auth_id: 'authentication_id',
  face_similarity: 'face_similarity_score',
  detectOccluded: 'occluded_score',
  face_cover: 'face_cover_score',
  head_cover: 'head_cover_score',
  reject_comment: 'rejected_comment',
};
const capital: Names = { auth_id: 'Authentication_id' };

/** The record in the names that one of the service's versions uses; mostly unchanged, values and order always kept. */
export function inSomeDialect(record: Record<string, unknown>, dice: Dice): Record<string, unknown> {
  const chance = dice();
  if (chance >= 0.075) {
    return record;
  }
  const names = chance < 0.04 ? camel : chance < 0.07 ? long : capital;
  const renamed = rename(record, names);
  const result = renamed['result'];
  return isFields(result) ? { ...renamed, result: rename(result, names) } : renamed;
}

function rename(fields: Record<string, unknown>, names: Names): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [names[name] ?? name, value]));
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
