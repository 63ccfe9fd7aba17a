import { recordFields } from '../../api/fields.ts';
import { idFrom, kycIdFrom } from '../../api/values.ts';

/** Tells the id that a value says; undefined where it says none. */
export type ReadId = (value: unknown) => string | undefined;

const { id, kycId } = recordFields;

/** How an id is read that stands under a name, for every name of one. */
export const idReaders: ReadonlyMap<string, ReadId> = new Map<string, ReadId>([
  ...[...id.names, 'faceAuth_projectId'].map((name) => [name, idFrom] as const),
  ...kycId.names.map((name) => [name, kycIdFrom] as const),
]);
