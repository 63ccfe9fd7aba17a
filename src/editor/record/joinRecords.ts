import * as vscode from 'vscode';
import type { Failure, Result } from '../../api/failure.ts';
import { success } from '../../api/failure.ts';
import type { Session } from '../../session/session.ts';
import type { Project } from '../../session/state.ts';
import type { Detail } from '../../submissions/model/detail.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import { openDetail } from '../../submissions/store/openDetail.ts';
import type { Submission } from '../../submissions/model/submission.ts';
import { apply } from '../failureNotice.ts';
import type { DelegatedAction, RecordTarget } from './needs.ts';

/** The record of a submission, from the session. Undefined when the project has none of this id, or is gone. */
export async function loadDetail(
  session: Session,
  project: Project | undefined,
  id: string,
  signal: AbortSignal,
): Promise<Result<Detail | undefined>> {
  const found = project === undefined ? success(undefined) : await session.records.find(project, id, signal);
  return found.ok ? success(found.value === undefined ? undefined : await openDetail(found.value)) : found;
}

/** The submission as it is loaded or was looked up. */
export function knownIn(session: Session, project: Project | undefined, id: string): Submission | undefined {
  return project === undefined ? undefined : session.records.known(project, id);
}

/** Does what a button of the panel asks for: the same commands as everywhere else. */
export async function runAction(
  action: DelegatedAction,
  target: RecordTarget,
  mask: Mask,
  failure?: Failure,
): Promise<void> {
  switch (action) {
    case 'openJson':
    case 'copyId':
    case 'copyCurl':
    case 'compareWith':
      await vscode.commands.executeCommand(`faceauth.${action}`, target);
      break;
    case 'switchProject':
    case 'showLog':
      await vscode.commands.executeCommand(`faceauth.${action}`);
      break;
    default:
      if (failure !== undefined) {
        await apply(action, failure, mask, async () => undefined);
      }
  }
}
