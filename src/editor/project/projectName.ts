import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { invisibleIn, trimmed } from '../../api/invisible.ts';
import type { Project } from '../../session/state.ts';
import type { Core } from '../core.ts';
import { wrong } from '../window/textBox.ts';

/**
 * Whether the name or the address of a project holds an API key; says so if one does. A key that was pasted into the
 * wrong box would be shown, and kept where no secrets are.
 */
export async function holdsKey({ store }: Pick<Core, 'store'>, ...texts: readonly string[]): Promise<boolean> {
  const areKeys = await Promise.all(texts.map(async (text) => await store.isKey(text)));
  if (areKeys.includes(true)) {
    void vscode.window.showWarningMessage(
      l10n.t('This name or its address holds an API key. Both are shown and kept: enter them without it.'),
    );
  }
  return areKeys.includes(true);
}

/**
 * What is wrong with the name of a project beside these others. An invisible character is only a warning, because an
 * emoji or a Persian word may hold a joiner.
 */
export function checkName(text: string, others: readonly Project[]): vscode.InputBoxValidationMessage | undefined {
  const name = trimmed(text);
  if (name === '') {
    return wrong(l10n.t('Enter a name.'));
  }
  if (name.length > 60) {
    return wrong(l10n.t('Enter a name of at most 60 characters.'));
  }
  if (others.some((project) => project.name === name)) {
    return wrong(l10n.t('There is a project of this name already. To change its key, use Replace API Key.'));
  }
  const invisible = invisibleIn(name);
  return invisible === undefined
    ? undefined
    : {
        message: l10n.t('The name holds an invisible character, {0}.', invisible),
        severity: vscode.InputBoxValidationSeverity.Warning,
      };
}
