import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { invisibleIn, trimmed } from '../../api/invisible.ts';
import type { Loaded } from '../../session/loaded.ts';
import { countText } from '../../submissions/words/countText.ts';
import { conditionsOf, type LoadedFilter } from '../../submissions/model/filter.ts';
import { findingValues, valuesIn, type FilterValue } from '../../submissions/words/filterValues.ts';
import { filterWords } from '../../submissions/words/filterWords.ts';
import { findingKinds } from '../../submissions/model/findings.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import type { IsKey } from '../lookUp/withoutKeys.ts';
import { safeText } from '../window/safeText.ts';

/** What a choice among loaded submissions is made from. */
export interface FilterView {
  readonly loaded: Loaded;
  readonly filter: LoadedFilter;
  readonly mask: () => Mask;
  /**
   * Whether a text is an API key or holds one. A key is no filter, because filters are shown and are part of what is
   * copied or saved.
   */
  readonly isKey: IsKey;
}

interface Criterion extends vscode.QuickPickItem {
  /** Asks for this criterion alone; undefined leaves the filter as it is. */
  readonly ask: () => Promise<LoadedFilter | undefined>;
}

/** Asks for one more criterion of the filter, or to change one; undefined when nothing was chosen. */
export async function askForFilter(view: FilterView): Promise<LoadedFilter | undefined> {
  const picked = await vscode.window.showQuickPick([...removals(view), ...criteria(view)], {
    title: l10n.t('Filter Loaded Submissions'),
    placeHolder: l10n.t(
      'Among the submissions that are loaded ({0}); the service is not asked',
      countText(view.loaded.count),
    ),
  });
  return await picked?.ask();
}

/** Offers to remove conditions that have no list of their own here, such as a bar of Insights that was clicked. */
function removals({ filter, mask }: FilterView): readonly Criterion[] {
  const { statuses, failCodes, nearMiss, findings, idPart, kycId, submitTypes, deleted, ...others } = filter;
  const listed = { statuses, failCodes, nearMiss, findings, idPart, kycId, submitTypes, deleted };
  return conditionsOf(others).map(({ condition, without }) => ({
    label: l10n.t('Remove: {0}', safeText(filterWords(condition, mask()).join(', '))),
    ask: async () => await Promise.resolve({ ...listed, ...without }),
  }));
}

function criteria({ loaded, filter, mask, isKey }: FilterView): readonly Criterion[] {
  const { status, failCodes, submitType } = valuesIn(loaded.store.tally, mask());
  const criterion = (label: string, part: LoadedFilter, ask: Criterion['ask']): Criterion => ({
    label,
    description: safeText(filterWords(part, mask()).join(', ')),
    ask,
  });
  const { statuses, idPart, kycId, deleted, nearMiss, findings } = filter;
  return [
    criterion(l10n.t('Status…'), { statuses }, async () =>
      changed(filter, await askForValues(l10n.t('Status'), status, statuses), (all) => ({ statuses: all })),
    ),
    criterion(l10n.t('Failure code…'), { failCodes: filter.failCodes }, async () =>
      changed(filter, await askForValues(l10n.t('Failure code'), failCodes, filter.failCodes), (all) => ({
        failCodes: all,
      })),
    ),
    criterion(l10n.t('Near misses only'), { nearMiss }, async () => ({
      ...filter,
      nearMiss: nearMiss === true ? undefined : true,
    })),
    criterion(l10n.t('Findings…'), { findings }, async () =>
      changed(filter, await askForValues(l10n.t('Findings'), findingValues(), findings), (all) => ({
        findings: findingKinds.filter((kind) => all?.includes(kind) === true),
      })),
    ),
    criterion(l10n.t('Id contains…'), { idPart }, async () =>
      changed(filter, await askForText(l10n.t('A part of the authId'), idPart, { mask, isKey }), (text) => ({
        idPart: text,
      })),
    ),
    criterion(l10n.t('KYC submission…'), { kycId }, async () =>
      changed(
        filter,
        await askForText(l10n.t('The whole id of the KYC submission'), kycId, { mask, isKey }),
        (text) => ({
          kycId: text,
        }),
      ),
    ),
    criterion(l10n.t('Submit type…'), { submitTypes: filter.submitTypes }, async () =>
      changed(filter, await askForValues(l10n.t('Submit type'), submitType, filter.submitTypes), (all) => ({
        submitTypes: all,
      })),
    ),
    criterion(l10n.t('Deleted…'), { deleted }, async () => {
      const picked = await askForDeleted();
      return picked === undefined ? undefined : { ...filter, deleted: picked.deleted };
    }),
  ];
}

/** The filter with the choice applied. Undefined when nothing was chosen; an empty choice removes the criterion. */
function changed<T extends { readonly length: number }>(
  filter: LoadedFilter,
  chosen: T | undefined,
  change: (chosen: T | undefined) => LoadedFilter,
): LoadedFilter | undefined {
  if (chosen === undefined) {
    return undefined;
  }
  return chosen.length === 0
    ? { ...filter, ...Object.fromEntries(Object.keys(change(chosen)).map((name) => [name, undefined])) }
    : { ...filter, ...change(chosen) };
}

async function askForValues(
  title: string,
  values: readonly FilterValue[],
  chosen: readonly string[] | undefined,
): Promise<readonly string[] | undefined> {
  const items = values.map(({ value, label, count }) => ({
    label: safeText(label),
    description: count === undefined ? '' : countText(count),
    picked: chosen?.includes(value) === true,
    value,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    canPickMany: true,
    placeHolder: l10n.t('One of those chosen is enough; none shows all'),
  });
  return picked?.map(({ value }) => value);
}

async function askForText(
  prompt: string,
  before: string | undefined,
  { mask, isKey }: Pick<FilterView, 'mask' | 'isKey'>,
): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title: l10n.t('Filter Loaded Submissions'),
    prompt: l10n.t('{0}. Leave it empty to show all.', prompt),
    // While the screen is shared, a text that was entered before must not be shown.
    value: mask().on ? '' : (before ?? ''),
    validateInput: invisibleWarning,
  });
  if (text !== undefined && (await isKey(text))) {
    void vscode.window.showWarningMessage(l10n.t('This is an API key, or holds one. It is not used as a filter.'));
    return undefined;
  }
  return text === undefined ? undefined : trimmed(text);
}

/**
 * Warns about an invisible character inside a text, which may be meant. Those that chats and wikis add at the ends are
 * removed anyway.
 */
function invisibleWarning(text: string): vscode.InputBoxValidationMessage | undefined {
  const invisible = invisibleIn(trimmed(text));
  return invisible === undefined
    ? undefined
    : {
        message: l10n.t('This text holds an invisible character, {0}.', invisible),
        severity: vscode.InputBoxValidationSeverity.Warning,
      };
}

async function askForDeleted(): Promise<{ readonly deleted: boolean | undefined } | undefined> {
  return await vscode.window.showQuickPick(
    [
      { label: l10n.t('Only deleted submissions'), deleted: true },
      { label: l10n.t('Without deleted submissions'), deleted: false },
      { label: l10n.t('Both'), deleted: undefined },
    ],
    { title: l10n.t('Deleted') },
  );
}
