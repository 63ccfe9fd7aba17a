import type { ProjectState } from '../../session/state.ts';
import type { TimeZone } from '../../submissions/model/days.ts';
import type { Submission } from '../../submissions/model/submission.ts';
import { maskWith, type Alias, type Mask } from '../../submissions/privacy/mask.ts';

/** What the tools for language models read from: what is loaded in this window, its ids always as aliases. */
export interface Reading {
  readonly shown: ProjectState;
  readonly alias: Alias;
  readonly isId: (text: string) => boolean;
  /** The submission with this id, if it is loaded or was looked up. */
  readonly known: (id: string) => Submission | undefined;
  readonly zone: TimeZone;
  /** The language of dates, as a BCP 47 tag. */
  readonly locale: string;
  /** In ms since 1970. */
  readonly now: number;
  readonly signal: AbortSignal;
}

/** Puts aliases in the place of ids, whether the screen is shared or not. */
export function maskOf({ alias, isId }: Reading): Mask {
  return maskWith(alias, isId);
}
