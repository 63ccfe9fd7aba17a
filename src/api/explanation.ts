/** What a person can do about a failure; the editor gives each a button. */
export const remedies = [
  'enterKey',
  'replaceKey',
  'switchProject',
  'addProject',
  'openDemo',
  'openFile',
  'tryAgain',
  'showLog',
  'copyDetails',
  'openJson',
  'openProxySettings',
  'openTimeoutSetting',
  'openPageSizeSetting',
] as const;
export type Remedy = (typeof remedies)[number];

/** A failure in words: what happened, and what helps. Both are plain text. */
export interface Explanation {
  readonly summary: string;
  readonly advice: string;
  /** What helps most first. */
  readonly remedies: readonly Remedy[];
}
