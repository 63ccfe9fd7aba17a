import type * as vscode from 'vscode';
import type { Remedy } from '../../api/explanation.ts';
import type { Row } from '../../session/row.ts';
import { remedyCommand } from '../window/failureNotice.ts';

/** What a click on a row does. A failure does what helps most against it; the other remedies are the rows below it. */
export function rowCommand(row: Row): vscode.Command | undefined {
  switch (row.kind) {
    case 'submission':
      return { command: 'faceauth.openRecord', title: '', arguments: [row] };
    case 'broken':
      return { command: 'faceauth.openJson', title: '', arguments: [row] };
    case 'failure': {
      const [first] = row.remedies;
      return first && commandOf(first.action, row.projectId);
    }
    case 'remedy':
      return commandOf(row.remedy, row.projectId);
    default:
      return undefined;
  }
}

function commandOf(remedy: Remedy, projectId: string): vscode.Command {
  switch (remedy) {
    case 'tryAgain':
      return { command: 'faceauth.loadOlder', title: '' };
    case 'copyDetails':
      return { command: 'faceauth.copyFailure', title: '' };
    default: {
      const { command, given } = remedyCommand(remedy, { projectId });
      return { command, title: '', arguments: [...given] };
    }
  }
}
