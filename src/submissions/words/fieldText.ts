import * as l10n from '@vscode/l10n';
import type { Field, FieldType } from '../../api/fields.ts';

/** What a field is, its unit, and how it is read, one sentence each. */
export function fieldText({ meaning, type }: Field): readonly string[] {
  return [`${meaning()}.`, typeText(type)].filter((text) => text !== '');
}

function typeText(type: FieldType): string {
  switch (type) {
    case 'score':
      return l10n.t(
        'A number from 0 to 100. It passes at its threshold or above; that equality passes is our reading.',
      );
    case 'threshold':
      return l10n.t('A number from 0 to 100, or true or false. 0, false and none at all read as not enforced.');
    case 'truth':
      return l10n.t('True or false. Only the fail code of the service decides.');
    case 'time':
      return l10n.t('A time in UTC, as ISO 8601.');
    case 'flag':
      return l10n.t('True or false.');
    case 'texts':
      return l10n.t('A list of texts.');
    case 'text':
    case 'object':
    case 'objects':
    case 'anything':
      return '';
  }
}

/** Says if a field has another spelling than the usual one, and if another spelling is read in its place. */
export function otherSpelling({ names: [usual] }: Field, name: string, read: string | undefined): readonly string[] {
  return [
    name === usual ? '' : l10n.t('Another spelling of {0}.', usual),
    read === undefined || read === name ? '' : l10n.t('{0} is read in its place.', read),
  ].filter((text) => text !== '');
}
