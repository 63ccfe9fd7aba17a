import { remedies } from '../api/explanation.ts';
import { directions, recordButtons, type Labelled, type RecordView } from '../submissions/words/recordParts.ts';

/** The state of the page that VS Code keeps, so that the panel survives a window reload; it never holds a record. */
export interface RecordState {
  readonly projectId: string;
  readonly id: string;
  /**
   * The service's own id of the record's project. Set where the id alone leads to another project's record in the same
   * answer.
   */
  readonly serviceProject?: string | undefined;
  readonly showDeleted: boolean;
}

/** What a person can do about a record that cannot be shown. */
const help = [...remedies, 'otherProject'] as const;
export type Help = (typeof help)[number];

/** What the buttons of the page ask for. */
export const recordActions = [...recordButtons, ...help, ...directions] as const;
export type RecordAction = (typeof recordActions)[number];

/** What the page shows instead of a record. `heading` names the submission. */
export interface Notice {
  readonly badge: string;
  readonly heading: string;
  readonly summary: string;
  readonly advice: string;
  readonly remedies: readonly Labelled<Help>[];
}

/** From the panel to its page: always everything that the page shows. */
export type RecordToPage = { readonly state: RecordState } & (
  | { readonly kind: 'loading'; readonly text: string }
  | { readonly kind: 'record'; readonly view: RecordView }
  | { readonly kind: 'failed'; readonly notice: Notice }
  | { readonly kind: 'notFound'; readonly notice: Notice }
);

/** From the page to its panel. */
export type RecordToHost =
  | { readonly kind: 'ready' }
  | { readonly kind: 'run'; readonly action: RecordAction }
  | { readonly kind: 'openAttempt'; readonly id: string }
  | { readonly kind: 'showDeleted' };
