import * as vscode from 'vscode';
import type { Failure } from '../../api/failure.ts';
import type { RecordAction } from '../../protocol/record.ts';
import type { Direction } from '../../submissions/words/recordParts.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import { applyRemedy } from '../window/failureNotice.ts';
import type { RecordTarget } from './targets.ts';

/**
 * Does what a button of the panel asks for, with the same commands as elsewhere. The panel does the other actions
 * itself.
 */
export async function runAction(
  action: Exclude<RecordAction, 'tryAgain' | 'otherProject' | Direction>,
  target: RecordTarget,
  mask: () => Mask,
  failure?: Failure,
): Promise<void> {
  switch (action) {
    case 'openJson':
    case 'copyId':
    case 'copyCurl':
    case 'copySummary':
    case 'copyLink':
    case 'copyRedacted':
    case 'compareWith':
    case 'exportSelection':
    case 'revealInTree':
      await vscode.commands.executeCommand(`faceauth.${action}`, target);
      break;
    case 'showLog':
    case 'switchProject':
      await vscode.commands.executeCommand(`faceauth.${action}`);
      break;
    default:
      if (failure !== undefined) {
        const { projectId } = target;
        await applyRemedy(action, failure, { mask, again: async () => undefined, projectId, target });
      }
  }
}
