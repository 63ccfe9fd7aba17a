/** The tools for language models, as the manifest declares them. */
export const toolNames = [
  'faceauth_findSubmissions',
  'faceauth_getSubmission',
  'faceauth_explainVerdict',
  'faceauth_summarizeInsights',
  'faceauth_tryThresholds',
] as const;

/** One of them. */
export type ToolName = (typeof toolNames)[number];
