import * as l10n from '@vscode/l10n';
import type { Explanation, Remedy } from './explanation.ts';
import { endsEarly, type Failure } from './failure.ts';
import { recordFields } from './fields.ts';
import type { RecordProblem } from './pageRecords.ts';
import { pathText, whereText } from './where.ts';

/** Words for an answer that could not be used, and for an id that the service cannot be asked for. */
export function explainAnswer(
  failure: Extract<
    Failure,
    { kind: 'unexpected' | 'damaged' | 'unaskableId' | 'idIgnored' | 'idNotReached' | 'unreadableRecord' }
  >,
): Explanation {
  switch (failure.kind) {
    case 'unexpected':
      return explainUnexpected(failure);
    case 'damaged':
      return {
        summary: l10n.t(
          'The answer is damaged: its bytes do not fit its encoding ({0}, {1}).',
          failure.encoding === '' ? l10n.t('none') : failure.encoding,
          failure.bytes === 1 ? l10n.t('1 byte') : l10n.t('{0} bytes', failure.bytes),
        ),
        advice: l10n.t('Try again. If it stays so, a proxy or gateway may have changed the answer on its way.'),
        remedies: ['tryAgain', 'copyDetails', 'showLog'],
      };
    case 'unaskableId':
      return {
        summary: l10n.t('The service cannot be asked for this id: it holds half a character.'),
        advice: l10n.t('Load the days of the submission and open it from there.'),
        remedies: ['showLog'],
      };
    case 'idIgnored':
      return {
        summary:
          failure.records === 1
            ? l10n.t('The service did not look for the id: another submission came.')
            : l10n.t('The service did not look for the id: {0} other submissions came.', failure.records),
        advice: l10n.t('Load the days of the submission and filter by a part of its id.'),
        remedies: ['tryAgain', 'showLog'],
      };
    case 'idNotReached':
      return {
        summary:
          failure.answers === 1
            ? l10n.t('No submission of this id was found in the answer, though the service says that there is more.')
            : l10n.t(
                'No submission of this id was found in {0} answers, though the service says that there is more.',
                failure.answers,
              ),
        advice: l10n.t('Check the id. If it is right, load the days of the submission and open it from there.'),
        remedies: ['tryAgain', 'showLog'],
      };
    case 'unreadableRecord':
      return {
        summary: l10n.t(
          'The record came but cannot be read: {0}, at {1}.',
          problemText(failure.problem),
          whereText(failure.at),
        ),
        advice: l10n.t('Open it as JSON to see what the service sent.'),
        remedies: ['openJson', 'tryAgain', 'showLog'],
      };
  }
}

/** Why a record cannot be read. */
export function problemText(problem: RecordProblem): string {
  switch (problem) {
    case 'noObject':
      return l10n.t('{0} is not of the type {1}', l10n.t('the root'), 'object');
    case 'dataIsNoList':
      return l10n.t('{0} is not of the type {1}', 'data', 'array');
    case 'notJson':
      return l10n.t('not JSON');
    case 'noId':
      return l10n.t('{0} is missing', recordFields.id.names[0]);
  }
}

function explainUnexpected(failure: Extract<Failure, { kind: 'unexpected' }>): Explanation {
  const remedies: readonly Remedy[] = ['tryAgain', 'copyDetails', 'showLog'];
  const type = failure.contentType || l10n.t('unknown type');
  const received =
    failure.bytes === 1 ? l10n.t('1 byte of {0}', type) : l10n.t('{0} bytes of {1}', failure.bytes, type);
  const address = l10n.t('Check that the address of the project is the service’s.');
  switch (failure.cause) {
    case 'notJson':
      return {
        summary: l10n.t('The answer is not JSON: it breaks at {0} ({1}).', positionText(failure.where), received),
        advice: endsEarly(failure.where) ? l10n.t('It may have been cut off on its way. Try again.') : address,
        remedies: ['tryAgain', 'addProject', 'copyDetails', 'showLog'],
      };
    case 'wrongShape':
      return {
        summary: l10n.t(
          'The answer is not a list of submissions: it breaks at {0} ({1}).',
          pathText(failure.where.path) || l10n.t('the root'),
          received,
        ),
        advice: address,
        remedies: ['tryAgain', 'addProject', 'copyDetails', 'showLog'],
      };
    case 'encrypted':
      return {
        summary: l10n.t('The answer is encrypted ({0}).', received),
        advice: l10n.t('Ask the owner of the FaceAuth project to switch payload encryption off for this call.'),
        remedies,
      };
    case 'tooLarge':
      return {
        summary: l10n.t(
          'The answer is larger than {0} and was not read to its end.',
          `${failure.where.limit / 1024 / 1024} MiB`,
        ),
        advice: l10n.t('Ask for less at a time: lower the setting faceauth.pageSize.'),
        remedies: ['openPageSizeSetting', ...remedies],
      };
    case 'redirect':
      return {
        summary: l10n.t('The service answered with a redirect ({0}).', `HTTP ${failure.where.status}`),
        advice: l10n.t(
          'It was not followed, so that the key goes nowhere else. Add the project with its final address.',
        ),
        remedies: ['addProject', 'tryAgain', 'copyDetails', 'showLog'],
      };
  }
}

function positionText({ position, of }: { readonly position: number | undefined; readonly of: number }): string {
  return position === undefined ? l10n.t('an unknown place') : l10n.t('position {0} of {1}', position, of);
}
