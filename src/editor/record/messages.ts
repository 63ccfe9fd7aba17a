import * as z from 'zod/mini';
import { recordActions, type RecordState, type RecordToHost } from '../../protocol/record.ts';

const id = z.string().check(z.minLength(1));

const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('run'), action: z.enum(recordActions) }),
  z.object({ kind: z.literal('openAttempt'), id }),
  z.object({ kind: z.literal('showDeleted') }),
]);

const state = z.object({
  projectId: id,
  id,
  serviceProject: z.optional(id),
  showDeleted: z.catch(z.boolean(), false),
});

/** Reads a message of the page. Throws when it is not a valid one, which only a bug of the extension can cause. */
export function readMessage(value: unknown): RecordToHost {
  return message.parse(value);
}

/** What a page kept over a window reload, also one of an earlier version; undefined when it kept nothing that names a record. */
export function readState(value: unknown): RecordState | undefined {
  return state.safeParse(value).data;
}
