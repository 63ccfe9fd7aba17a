import * as vscode from 'vscode';
import type { Core } from '../core.ts';
import { ModeSign } from './modeSign.ts';

/** The commands that switch the mode, and the sign that it is on. */
export function registerScreenShare({ commands, screenShare, shell }: Core): vscode.Disposable {
  const sign = new ModeSign();
  let wasOn = screenShare.mask.on;
  sign.show(wasOn);
  // Until something is used in a window, its menus offer to start the mode even if it is already on. The first use must
  // not stop it.
  let isStartOfMode = shell.startedBy === 'faceauth.toggleMask';
  return vscode.Disposable.from(
    sign,
    commands.register('faceauth.toggleMask', async () => {
      if (isStartOfMode && screenShare.mask.on) {
        sign.say(true);
      } else {
        await screenShare.toggle();
      }
      isStartOfMode = false;
    }),
    commands.register('faceauth.stopMask', async () => {
      if (screenShare.mask.on) {
        await screenShare.toggle();
      }
    }),
    screenShare.onDidChange(() => {
      const { on } = screenShare.mask;
      if (on !== wasOn) {
        wasOn = on;
        sign.show(on);
        sign.say(on);
        if (on) {
          // Close a list that is open: it was made with ids, and another window may have switched the mode.
          void vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        }
      }
    }),
  );
}
