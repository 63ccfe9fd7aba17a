import * as vscode from 'vscode';
import { headline } from '../../session/headline.ts';
import type { Core } from '../core.ts';
import { safeText } from '../window/safeText.ts';

/** Says in the status bar what the view shows by now, where nobody can see it: else a choice would seem to do nothing. */
export function tellUnseen({ shell, session, mask }: Core): void {
  const text = headline(session.state, mask());
  if (!shell.view.visible && text !== '') {
    vscode.window.setStatusBarMessage(safeText(text), 6000);
  }
}
