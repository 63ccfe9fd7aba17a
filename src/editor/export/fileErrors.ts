import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { safeText } from '../window/safeText.ts';

/**
 * Whether the error comes from a file system. Any other error is a bug of the extension, also one with a Node.js code
 * `ERR_…`.
 */
export function isFileError(error: unknown): error is Error & { readonly code: string } {
  return (
    error instanceof vscode.FileSystemError ||
    (error instanceof Error && 'code' in error && typeof error.code === 'string' && !error.code.startsWith('ERR_'))
  );
}

/** Why a place could not be written, and what helps, in one text. */
export function fileErrorText(error: Error & { readonly code: string }): string {
  const reason = safeText(error.message.replace(/\.?$/, '.'), 300);
  const advice = adviceOn(error.code);
  return advice === undefined ? reason : `${reason} ${advice}`;
}

function adviceOn(code: string): string | undefined {
  switch (code) {
    case 'EBUSY':
    case 'EPERM':
    case 'EACCES':
      return l10n.t(
        'It may be open in another program, or you may not write to it: close it there, or choose another place.',
      );
    case 'NoPermissions':
    case 'EROFS':
      return l10n.t('You may not write there: choose another place.');
    case 'ENOSPC':
    case 'EDQUOT':
      return l10n.t('The disk is full: make room, or choose another place.');
    default:
      return undefined;
  }
}
