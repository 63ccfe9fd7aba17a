import { recordFields } from '../../api/fields.ts';
import { isNothing } from '../../api/values.ts';

/** Every name under which an id stands. */
export const idNames: ReadonlySet<string> = new Set([
  ...recordFields.id.names,
  'faceAuth_projectId',
  ...recordFields.kycId.names,
]);

/** The name of an authId as people and programs write it, for a search without regard to case. */
export const authIdName = String.raw`(?:face[_-]?)?auth(?:entication)?[._-]?id`;

// Texts that are no ids: the name by which code asks for an id, a truth value, or signs alone.
const noId = new RegExp(
  String.raw`^(?:(?:[\w$?]+\.)*${authIdName}s?|(?:[\w$?]+\.)+ids?|true|false|(?:(?!\p{Extended_Pictographic})[\p{P}\p{S}])*)$`,
  'iu',
);

/** Whether what stands in the place of an id says that there is none. */
export function isNoId(text: string): boolean {
  return isNothing(text) || noId.test(text);
}
