/** One submission each of what looks different in the panel; the first has everything that a panel can show. */
export const ids = { rejected: 'fa_rejected01', approved: 'fa_approved01', deleted: 'fa_deleted001' } as const;

const policy = {
  faceSimilarity_threshold: 85,
  occluded_threshold: false,
  faceCover_threshold: 60,
  headCover_threshold: 0,
  liveness_threshold: 70,
  activeLiveness_threshold: 70,
};

const result = {
  face_similarity: 91.2,
  detectOccluded: false,
  faceCover: 60,
  headCover: 12,
  livenessScore: 88,
  activeLivenessScore: 93.5,
};

const signals = {
  startButtonClickTime: '2027-01-15T09:59:20.000Z',
  cameraProcessInfo: [
    {
      type: 'faceAuth-passive',
      processStartTime: '2027-01-15T09:59:22.000Z',
      processEndTime: '2027-01-15T09:59:31.000Z',
      error: null,
    },
  ],
};

const approved = {
  auth_id: ids.approved,
  auth_status: 'approved',
  create_time: '2027-01-15T10:00:00.000Z',
  submit_type: 'form',
  kyc_submission_id: 'kyc_0001',
  delete_check: false,
  policy,
  result,
  fail_code: [],
  reject_comment: [],
  signals,
};

const rejected = {
  ...approved,
  auth_id: ids.rejected,
  auth_status: 'rejected',
  create_time: '2027-01-15T11:00:00.000Z',
  result: { ...result, face_similarity: 71.4, activeLivenessScore: undefined },
  fail_code: ['face_compare_underscore', 'Face_Occluded_fail', 'Face_cover_fail', 'Zz_new_code'],
  reject_comment: ['face similarity is lower than the threshold.', 'face is occluded.'],
  signals: {
    startButtonClickTime: '2027-01-15T11:00:30.000Z',
    cameraProcessInfo: [
      ...signals.cameraProcessInfo,
      {
        type: 'faceAuth-active',
        processStartTime: '2027-01-15T10:59:50.000Z',
        processEndTime: '2027-01-15T10:59:40.000Z',
        error: 'camera was lost',
      },
      { type: 'faceAuth-active', processStartTime: 'YYYY-MM-DD-HH-MM-SS-ZZZ', processEndTime: '', error: '' },
    ],
  },
  device: { os: 'Demo OS', camera: 'front' },
};

const deleted = {
  ...approved,
  auth_id: ids.deleted,
  create_time: '2027-01-14T10:00:00.000Z',
  delete_check: true,
  delete_time: '2027-01-15T08:00:00.000Z',
};

/** The page that holds them, as the service sends it. */
export const pageOfThree = JSON.stringify([
  { faceAuth_projectId: 'demo_project', data: [rejected, approved, deleted] },
]);
