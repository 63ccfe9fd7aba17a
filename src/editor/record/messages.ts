import * as z from 'zod/mini';
import type { RecordAction, RecordState, RecordToHost } from '../../protocol/record.ts';

const id = z.string().check(z.minLength(1));

// Keys and values are the same on purpose: a new action that is missing here does not compile.
const action = z.enum({
  openJson: 'openJson',
  compareWith: 'compareWith',
  copyCurl: 'copyCurl',
  copyId: 'copyId',
  replaceKey: 'replaceKey',
  tryAgain: 'tryAgain',
  showLog: 'showLog',
  copyDetails: 'copyDetails',
  openProxySettings: 'openProxySettings',
  openTimeoutSetting: 'openTimeoutSetting',
  openAddressSetting: 'openAddressSetting',
  switchProject: 'switchProject',
  pin: 'pin',
} satisfies { readonly [Action in RecordAction]: Action });

const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('run'), action }),
  z.object({ kind: z.literal('openAttempt'), id }),
  z.object({ kind: z.literal('showDeleted') }),
]);

const state = z.object({
  projectId: id,
  id,
  pinned: z.catch(z.boolean(), false),
  showDeleted: z.catch(z.boolean(), false),
});

/** A message of the page; throws when it is none, which only a fault of ours can cause. */
export function readMessage(value: unknown): RecordToHost {
  return message.parse(value);
}

/** What a page kept over a window reload; undefined when it kept nothing that names a record. */
export function readState(value: unknown): RecordState | undefined {
  return state.safeParse(value).data;
}
