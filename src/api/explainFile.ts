import * as l10n from '@vscode/l10n';
import type { Explanation } from './explanation.ts';
import type { Failure, FilePlace } from './failure.ts';
import { shortened } from './shortened.ts';

/** Words for a file that could not be read, or not to its end. */
export function explainFile(failure: Extract<Failure, { kind: 'file' }>): Explanation {
  const name = shortened(failure.name);
  return { summary: summaryOf(failure, name), advice: adviceFor(failure), remedies };
}

const remedies = ['openFile', 'tryAgain', 'switchProject', 'showLog'] as const;

function summaryOf(failure: Extract<Failure, { kind: 'file' }>, name: string): string {
  switch (failure.cause) {
    case 'missing':
      return l10n.t('The file {0} is not there.', name);
    case 'notAllowed':
      return l10n.t('There is no permission to read the file {0}.', name);
    case 'folder':
      return l10n.t('{0} is a folder.', name);
    case 'gone':
      return l10n.t('The text {0} was only in memory, and is gone.', name);
    case 'empty':
      return l10n.t('The file {0} is empty.', name);
    case 'html':
      return l10n.t('The file {0} is not JSON but a web page, as gateways and proxies send them.', name);
    case 'unreadable':
      return l10n.t('The file {0} could not be read ({1}).', name, shortened(failure.words));
    case 'binary':
      return failure.type === undefined
        ? l10n.t('The file {0} is not text.', name)
        : l10n.t('The file {0} is of the type {1}, not JSON.', name, failure.type);
    case 'tooLarge':
      return l10n.t('The file {0} is too large: {1}; at most {2}.', name, size(failure.bytes), size(failure.limit));
    case 'packed':
      return l10n.t('The file {0} cannot be unpacked: its gzip data are damaged or cut off.', name);
    case 'notJson':
      return failure.endsEarly
        ? l10n.t('The file {0} is cut off: its JSON ends too early, at {1}.', name, placeText(failure.where))
        : l10n.t('The file {0} is not JSON: it breaks at {1}.', name, placeText(failure.where));
    case 'noSubmissions':
      return failure.fields.length === 0
        ? l10n.t('The file {0} is JSON, but holds no submissions.', name)
        : l10n.t(
            'The file {0} is JSON, but holds no submissions: it begins with the fields {1}.',
            name,
            failure.fields.map(shortened).join(', '),
          );
    case 'serviceError':
      return failure.words === ''
        ? l10n.t('The file {0} holds an error of the service instead of submissions.', name)
        : l10n.t(
            'The file {0} holds an error of the service instead of submissions ({1}).',
            name,
            shortened(failure.words),
          );
  }
}

function adviceFor(failure: Extract<Failure, { kind: 'file' }>): string {
  switch (failure.cause) {
    case 'tooLarge':
      return l10n.t('Split it, or open it from a disk of this computer.');
    case 'notJson':
      return failure.endsEarly ? l10n.t('What stands before that place is shown.') : formats();
    case 'packed':
      return l10n.t('What could be unpacked is shown.');
    case 'missing':
    case 'notAllowed':
    case 'unreadable':
      return l10n.t('Check the file, then try again.');
    case 'gone':
      return l10n.t('Use Inspect This Document again.');
    case 'serviceError':
      return l10n.t('Capture it again with another request.');
    default:
      return formats();
  }
}

function formats(): string {
  return l10n.t('What can be opened: answers of the service, lists of records, and JSON with one record a line.');
}

function placeText(where: FilePlace): string {
  return 'line' in where ? l10n.t('line {0}, column {1}', where.line, where.column) : l10n.t('byte {0}', where.byte);
}

function size(bytes: number): string {
  return l10n.t('{0} MB', Math.round(bytes / 1_000_000));
}
