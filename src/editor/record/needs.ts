import type * as vscode from 'vscode';
import type { Failure, Result } from '../../api/failure.ts';
import type { Help, RecordAction } from '../../protocol/record.ts';
import type { TimeZone } from '../../submissions/model/days.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import type { Detail } from '../../submissions/model/detail.ts';
import type { Submission } from '../../submissions/model/submission.ts';

/** Which record: the project it is asked from, and its id. */
export interface RecordTarget {
  readonly projectId: string;
  readonly id: string;
}

/** What the panel leaves to the rest of the extension; it pins and tries again by itself. */
export type DelegatedAction = Exclude<RecordAction | Help, 'pin' | 'tryAgain'>;

/** What record panels need from outside. */
export interface RecordNeeds {
  readonly extensionUri: vscode.Uri;
  /** The record with this id: a loaded one at once, else the service is asked. Undefined: the project has none. */
  readonly load: (projectId: string, id: string, signal: AbortSignal) => Promise<Result<Detail | undefined>>;
  readonly project: (projectId: string) => { readonly name: string } | undefined;
  /** The loaded submissions of the same KYC submission, this one included. */
  readonly attempts: (detail: Detail, projectId: string) => readonly Submission[];
  readonly zone: () => TimeZone;
  /** Through which ids and remote texts are shown. */
  readonly mask: () => Mask;
  /** The submission as it is loaded now, if it is. */
  readonly known: (projectId: string, id: string) => Submission | undefined;
  /** Does what a button asks for; `failure` is the one on the page, if there is one. */
  readonly run: (action: DelegatedAction, target: RecordTarget, failure?: Failure) => void | Promise<void>;
  /** The funnel for unexpected errors. */
  readonly guard: (work: () => Promise<void>) => void | Promise<void>;
}
