import { recordFields } from '../../api/fields.ts';

/** Every name under which an id stands. */
export const idNames: ReadonlySet<string> = new Set([
  ...recordFields.id.names,
  'faceAuth_projectId',
  ...recordFields.kycId.names,
]);
