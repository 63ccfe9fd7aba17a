import * as vscode from 'vscode';
import { headline, subtitle } from '../../session/headline.ts';
import type { Core } from '../core.ts';
import { safeText } from '../window/safeText.ts';

/**
 * Says in the status bar what the view shows now, or why it failed, while the view is out of sight: otherwise a choice
 * would seem to do nothing.
 */
export function tellUnseen({ shell, session, mask }: Core): void {
  // The subtitle of an empty list is empty.
  const text = subtitle(session.state, mask()) || headline(session.state, mask());
  if (!shell.view.visible && text !== '') {
    vscode.window.setStatusBarMessage(safeText(text), 6000);
  }
}
