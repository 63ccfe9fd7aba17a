/** Every command of the extension, as the manifest declares them. */
export const commandNames = [
  'faceauth.addProject',
  'faceauth.switchProject',
  'faceauth.replaceKey',
  'faceauth.removeProject',
  'faceauth.removeAllKeys',
  'faceauth.openDemo',
  'faceauth.lookup',
  'faceauth.refresh',
  'faceauth.loadOlder',
  'faceauth.loadAll',
  'faceauth.filterDates',
  'faceauth.filterLoaded',
  'faceauth.clearFilters',
  'faceauth.groupBy',
  'faceauth.openRecord',
  'faceauth.openJson',
  'faceauth.compareWith',
  'faceauth.compareSelected',
  'faceauth.copyId',
  'faceauth.copyCurl',
  'faceauth.copyRedacted',
  'faceauth.copyFailure',
  'faceauth.exportPage',
  'faceauth.exportRange',
  'faceauth.exportSelection',
  'faceauth.toggleMask',
  'faceauth.clearHistory',
  'faceauth.showLog',
] as const;

/** The name of a command of the extension. */
export type CommandName = (typeof commandNames)[number];
