/** A rejected submission as the service's own page shows it. */
export const documentedRecord = {
  policy: {
    faceSimilarity_threshold: 85,
    occluded_threshold: false,
    faceCover_threshold: 0,
    headCover_threshold: 0,
    liveness_threshold: 0,
    activeLiveness_threshold: 0,
  },
  auth_id: 'sampleId1',
  auth_status: 'rejected',
  create_time: '2025-10-02T02:15:17.554Z',
  submit_type: 'form',
  kyc_submission_id: 'sampleKycId1',
  delete_check: false,
  result: { active_liveness_score: 97.78668212890625, face_similarity: 100, detectOccluded: true },
  reject_comment: ['face is occluded and the confidence is higher than threshold.'],
  fail_code: ['Face_Occluded_fail'],
  signals: {
    cameraProcessInfo: [
      {
        processStartTime: 'YYYY-MM-DD-HH-MM-SS-ZZZ',
        processEndTime: 'YYYY-MM-DD-HH-MM-SS-ZZZ',
        type: 'faceAuth-active',
        error: null,
      },
    ],
    startButtonClickTime: 'YYYY-MM-DD-HH-MM-SS-ZZZ',
  },
};

/** The page's first sample. Its second record is deleted and yet complete. A comma that is missing there is added. */
export const documentedPage = [
  {
    faceAuth_projectId: 'sampleProjectId1',
    data: [
      documentedRecord,
      { ...documentedRecord, auth_id: 'sampleId2', delete_check: true, delete_time: '2025-10-09T03:18:18.046Z' },
    ],
    nextPage_key: { authId: 'sampleId2', createTime: '2025-10-02T02:15:17.554Z' },
  },
];

/** The page's second sample: a deleted record without an envelope, with a slip in `aurh_status`, less a stray comma. */
export const documentedDeleted = [
  {
    auth_id: 'sampleId1',
    aurh_status: 'approved',
    create_time: '2023-08-18T15:00:00.000Z',
    submit_type: 'sampleType',
    kyc_submission_id: 'sampleKycId1',
    policy: {
      faceSimilarity_threshold: 70,
      occluded_threshold: false,
      faceCover_threshold: 0,
      headCover_threshold: 50,
    },
    delete_check: true,
    delete_time: '2023-09-04T02:19:01.399Z',
    result: { active_liveness_score: 97.78668212890625, face_similarity: 100, detectOccluded: true },
  },
];

/** A record with the names in the page's table, for fields that the page's samples spell otherwise. */
export const documentedOthers = [
  {
    auth_id: 'sampleId3',
    auth_status: 'rejected',
    create_time: '2025-10-02T02:15:17.554Z',
    policy: {
      faceSimilarity_threshold: '85',
      faceCover_threshold: '0',
      headCover_threshold: '50',
      occluded_threshold: false,
      liveness_threshold: true,
      activeLiveness_threshold: false,
    },
    result: {
      faceSimilarity: 71,
      occluded: false,
      headCover: 60,
      faceCover: 1,
      livenessScore: 90,
      activeLivenessScore: 91,
    },
    rejectComment: ['too low'],
    failCode: ['face_compare_underscore'],
    signals: { startButtonClickTime: '2025-10-02T02:15:00Z', cameraProcessInfo: [] },
  },
];

/** A page of these records. Its next-page key also has a name of the table, `create_time`. */
export const documentedTable = [
  {
    faceAuth_projectId: 'sampleProjectId1',
    data: documentedOthers,
    nextPage_key: { authId: 'sampleId3', create_time: '2025-10-02T02:15:17.554Z' },
  },
];
