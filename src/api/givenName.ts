import { isTime, readingOf } from './fieldReader.ts';
import { recordFields, type Field } from './fields.ts';
import { flagFrom, idFrom, isBlank, isEmpty, saidFrom, saidIn, type Fields } from './values.ts';

/** The spelling from which a field is read: the first that can be read, else the first that is not empty. */
export function givenName(fields: Fields, field: Field): string | undefined {
  const { names } = field;
  return (
    names.find((name) => isRead(fields[name], field)) ??
    names.find((name) => !isEmpty(fields[name]) && !isBlank(fields[name])) ??
    names.find((name) => !isEmpty(fields[name]))
  );
}

/** Whether the reader of records takes this value and tries no later spelling. */
function isRead(value: unknown, field: Field): boolean {
  if (isEmpty(value) || isBlank(value)) {
    return false;
  }
  switch (field.type) {
    case 'score':
    case 'threshold':
    case 'truth':
      return readingOf(value, field.type) !== undefined;
    case 'flag':
      return flagFrom(value) !== undefined;
    case 'text':
      return textReaderOf(field)(value) !== undefined;
    case 'time':
      return isTime(value);
    case 'texts':
      return saidIn(value).length > 0;
    default:
      return true;
  }
}

function textReaderOf(field: Field): (value: unknown) => string | undefined {
  return field === recordFields.id || field === recordFields.kycId ? idFrom : saidFrom;
}
