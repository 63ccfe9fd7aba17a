import type * as vscode from 'vscode';
import type { Session } from '../../session/session.ts';
import type { LoadedFilter } from '../../submissions/model/filter.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import type { InsightsAction } from '../../protocol/insights.ts';

/** What the panel leaves to the rest of the extension. */
export type DelegatedAction = Exclude<InsightsAction, 'copyMarkdown' | 'saveCsv' | 'resetThresholds' | 'showMoreFlips'>;

/** What the insights need from outside. */
export interface InsightsNeeds {
  readonly extensionUri: vscode.Uri;
  readonly session: Session;
  /** Through which ids and remote texts are shown. */
  readonly mask: () => Mask;
  readonly openRecord: (projectId: string, id: string) => void;
  /** Shows in the tree what a filter lets through. */
  readonly showFiltered: (filter: LoadedFilter) => Promise<void>;
  readonly run: (action: DelegatedAction) => Promise<void>;
  /** The funnel for unexpected errors. */
  readonly guard: (work: () => Promise<void>) => void | Promise<void>;
}
