import type { Field } from '../api/fields.ts';
import { flagFrom, isBlank, isEmpty, readingFrom, textsIn, type Fields } from '../api/values.ts';

/** The spelling that a field is read of: the first that can be read, else the first that is not empty. */
export function givenName(fields: Fields, { names, type }: Field): string | undefined {
  return (
    names.find((name) => isRead(fields[name], type)) ??
    names.find((name) => !isEmpty(fields[name]) && !isBlank(fields[name])) ??
    names.find((name) => !isEmpty(fields[name]))
  );
}

function isRead(value: unknown, type: Field['type']): boolean {
  if (isEmpty(value) || isBlank(value)) {
    return false;
  }
  switch (type) {
    case 'score':
    case 'threshold':
    case 'truth':
      return readingFrom(value) !== undefined;
    case 'flag':
      return flagFrom(value) !== undefined;
    case 'text':
    case 'time':
    case 'texts':
      return typeof value !== 'object' || textsIn(value).length > 0;
    default:
      return true;
  }
}
