import type * as vscode from 'vscode';
import type { Format } from '../../export/format.ts';
import { runFlow, type FlowStep } from '../window/flow.ts';
import { askForFormat, askForRedaction, type Redaction } from './choices.ts';
import type { ExportPlaces } from './exportPlaces.ts';
import { askForTarget } from './exportTarget.ts';
import { askForScope, type Scope, type ScopeQuestion } from './scope.ts';

/** What there is to ask about. */
export interface ExportQuestion {
  readonly title: string;
  /** The choice of what to export; absent where that is known already. */
  readonly scope?: ScopeQuestion;
  /** The name of the file without its ending. */
  readonly name: (scope: Scope | undefined) => string;
  /** Shown with the question for the format. */
  readonly note?: string | undefined;
  readonly isMasked: () => boolean;
  readonly places: ExportPlaces;
}

/** What a person decided on. */
export interface ExportAnswers {
  readonly scope: Scope | undefined;
  readonly format: Format;
  readonly redaction: Redaction;
  readonly uri: vscode.Uri;
}

/** Asks for all of it, step by step and with a way back; undefined when that was left. */
export async function askForExport(question: ExportQuestion): Promise<ExportAnswers | undefined> {
  const { title, scope: scopes, name, note, isMasked, places } = question;
  type Draft = Partial<ExportAnswers>;
  const scopeStep: FlowStep<Draft> = async (draft, steps) => {
    const scope = scopes && (await askForScope(title, scopes, steps));
    return typeof scope === 'object' ? { ...draft, scope } : scope;
  };
  const formatStep: FlowStep<Draft> = async (draft, steps) => {
    const format = await askForFormat(title, { steps, note });
    return format === undefined || format === 'back' ? format : { ...draft, format };
  };
  const redactionStep: FlowStep<Draft> = async (draft, steps) => {
    const redaction = await askForRedaction(title, isMasked(), steps);
    return redaction === undefined || redaction === 'back' ? redaction : { ...draft, redaction };
  };
  const fileStep: FlowStep<Draft> = async (draft) => {
    const { scope, format = 'json', redaction } = draft;
    const file = `${name(scope)}${redaction === 'redacted' ? '-redacted' : ''}`;
    const uri = await askForTarget(title, file, format, places);
    // The system's dialog has no Back button, so closing it leads back. It stays open when screen-share mode begins;
    // then the question about redaction is asked again.
    const isOutdated = isMasked() && redaction !== 'redacted';
    return uri === undefined || isOutdated ? 'back' : { ...draft, uri };
  };
  const asked = [...(scopes === undefined ? [] : [scopeStep]), formatStep, redactionStep, fileStep];
  const { scope, format, redaction, uri } = (await runFlow<Draft>({}, asked)) ?? {};
  return format && redaction && uri && { scope, format, redaction, uri };
}
