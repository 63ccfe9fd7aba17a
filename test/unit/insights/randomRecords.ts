import { between, diceFor, pick, type Dice } from '../../../src/demo/random.ts';

const thresholdKeys = [
  'faceSimilarity_threshold',
  'faceCover_threshold',
  'headCover_threshold',
  'liveness_threshold',
  'activeLiveness_threshold',
] as const;

const resultKeys = [
  ['face_similarity', 'faceSimilarity', 'face_similarity_score'],
  ['faceCover', 'face_cover', 'face_cover_score'],
  ['headCover', 'head_cover', 'head_cover_score'],
  ['livenessScore', 'liveness_score'],
  ['activeLivenessScore', 'active_liveness_score'],
] as const;

const codes = [
  'face_compare_underscore',
  'FACE_COMPARE_UNDERSCORE',
  'Face_Occluded_fail',
  'Face_cover_fail',
  'head_COVER_fail',
  'liveness_fail',
  'Zz_new_code_2027',
] as const;

/** Records in every way in which the service may write them, with scores near, at and far from thresholds. */
export function randomRecords(count: number, seed: number): readonly object[] {
  return Array.from({ length: count }, (_, index) => recordOf(index, diceFor(seed, index)));
}

function recordOf(index: number, dice: Dice): object {
  const sent = dice();
  return {
    [pick(dice, ['auth_id', 'authentication_id', 'Authentication_id', 'authId'])]: `id${index}`,
    ...(sent < 0.95 && { [pick(dice, ['auth_status', 'aurh_status'])]: statusOf(dice) }),
    ...(dice() < 0.9 && { create_time: new Date(Date.UTC(2026, 0, 1) + dice() * 3e10).toISOString() }),
    ...(dice() < 0.05 && { delete_check: true }),
    ...(dice() < 0.95 && { policy: policyOf(dice) }),
    ...(dice() < 0.95 && { result: resultOf(dice) }),
    ...(dice() < 0.6 && { [pick(dice, ['fail_code', 'failCode'])]: codesOf(dice) }),
  };
}

function statusOf(dice: Dice): string {
  return pick(dice, ['approved', 'approved', 'approved', 'rejected', 'rejected', 'rejected', 'pending', '']);
}

function policyOf(dice: Dice): object {
  const sent = thresholdKeys.filter(() => dice() < 0.8);
  const policy: Record<string, unknown> = Object.fromEntries(sent.map((key) => [key, thresholdOf(dice)]));
  return { ...policy, ...(dice() < 0.5 && { occluded_threshold: pick(dice, [true, false]) }) };
}

function thresholdOf(dice: Dice): unknown {
  return pick(dice, [60, 70, 85, '85', ' 60.5 ', 0, '0', false, true, 'false', 'high', '', null, 100, 120, -5]);
}

function resultOf(dice: Dice): object {
  const sent = resultKeys.filter(() => dice() < 0.85);
  const result: Record<string, unknown> = Object.fromEntries(sent.map((keys) => [pick(dice, keys), scoreOf(dice)]));
  return { ...result, ...(dice() < 0.7 && { detectOccluded: pick(dice, [true, false]) }) };
}

function scoreOf(dice: Dice): unknown {
  const score = pick(dice, [60, 70, 85, 0, 100, 60.5, between(dice, 0, 100), between(dice, 55, 90)]);
  return pick(dice, [score, score, score, score, String(score), null, 'high', '', true, -3, 140]);
}

function codesOf(dice: Dice): unknown {
  const some = Array.from({ length: Math.floor(dice() * 4) }, () => pick(dice, codes));
  return some.length === 1 && dice() < 0.5 ? some[0] : some;
}
