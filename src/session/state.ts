import type { Failure } from '../api/failure.ts';
import type { Wait } from '../api/retry.ts';
import type { Submission } from '../submissions/model/submission.ts';
import type { Loaded } from './loaded.ts';
import type { Wish } from './wishes.ts';

/** A FaceAuth project by its name in this extension; the API key is stored elsewhere. */
export interface Project {
  readonly id: string;
  readonly name: string;
  /** The base URL of its service, such as `https://host/v3`; absent where no service is asked. */
  readonly address?: string | undefined;
  /** Where its file is, as a person reads it; absent where it is no file. */
  readonly file?: string | undefined;
}

/** The UTC days asked for, both inclusive as we read the service's page, as `yyyy-mm-dd`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** What the views show. Replaced as a whole, never changed. While something loads, `wish` says what: it can be stopped. */
export type State =
  | { readonly kind: 'idle' }
  | ({ readonly kind: 'loading'; readonly wish: Wish; readonly wait?: Wait } & Shown)
  | ({ readonly kind: 'ready' } & Shown)
  | ({ readonly kind: 'failed'; readonly failure: Failure } & Shown);

/** What stands on the screen whether more is being loaded or not. */
export interface Shown {
  readonly project: Project;
  readonly days: Days | undefined;
  readonly loaded: Loaded;
  /** Nothing was asked for yet: nobody has looked. */
  readonly unread: boolean;
  /** When the newest submissions were read last, in ms since 1970; undefined before the first page. */
  readonly readAt: number | undefined;
  /** How many loads were stopped or failed, of whatever project. */
  readonly unfinishedLoads: number;
  /** Looked up in this session, the latest first. */
  readonly lookedUp: readonly Submission[];
}

/** A state with a project. */
export type ProjectState = Exclude<State, { kind: 'idle' }>;
