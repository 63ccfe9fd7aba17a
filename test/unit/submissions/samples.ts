const policy = {
  faceSimilarity_threshold: 85,
  occluded_threshold: false,
  faceCover_threshold: 0,
  headCover_threshold: 0,
  liveness_threshold: 0,
  activeLiveness_threshold: 0,
};

const result = { active_liveness_score: 97.786_682_128_906_25, face_similarity: 100, detectOccluded: true };

const placeholder = 'YYYY-MM-DD-HH-MM-SS-ZZZ';

/** The first sample of the service's page: rejected for occlusion alone. */
export const occluded = {
  policy,
  auth_id: 'sampleId1',
  auth_status: 'rejected',
  create_time: '2025-10-02T02:15:17.554Z',
  submit_type: 'form',
  kyc_submission_id: 'sampleKycId1',
  delete_check: false,
  result,
  reject_comment: ['face is occluded and the confidence is higher than threshold.'],
  fail_code: ['Face_Occluded_fail'],
  signals: {
    cameraProcessInfo: [
      { processStartTime: placeholder, processEndTime: placeholder, type: 'faceAuth-active', error: null },
    ],
    startButtonClickTime: placeholder,
  },
};

/** The second one: the same, deleted a week later. */
export const deleted = {
  ...occluded,
  auth_id: 'sampleId2',
  delete_check: true,
  delete_time: '2025-10-09T03:18:18.046Z',
};

/** The third one: older, deleted, with the page's own misspelling and without two of the thresholds. */
export const misspelt = {
  auth_id: 'sampleId1',
  aurh_status: 'approved',
  create_time: '2023-08-18T15:00:00.000Z',
  submit_type: 'sampleType',
  kyc_submission_id: 'sampleKycId1',
  policy: { faceSimilarity_threshold: 70, occluded_threshold: false, faceCover_threshold: 0, headCover_threshold: 50 },
  delete_check: true,
  delete_time: '2023-09-04T02:19:01.399Z',
  result,
};
