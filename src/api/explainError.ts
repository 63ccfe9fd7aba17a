import * as l10n from '@vscode/l10n';
import { shortened } from './shortened.ts';
import type { Explanation } from './explanation.ts';
import type { Failure, ServiceError } from './failure.ts';

/** Words for what the service said about itself. */
export function explainError(failure: Extract<Failure, ServiceError>): Explanation {
  switch (failure.kind) {
    case 'keyNotAccepted':
      return {
        summary: l10n.t('The service did not accept the API key ({0}).', said(failure)),
        advice: l10n.t('Replace the key with the one of this FaceAuth project.'),
        remedies: ['replaceKey', 'copyDetails', 'showLog'],
      };
    case 'addressNotAllowed':
      return {
        summary: l10n.t('The service does not allow requests from your network address ({0}).', said(failure)),
        advice: l10n.t('Ask the owner of the FaceAuth project to add your address to its allow-list.'),
        remedies: ['tryAgain', 'copyDetails', 'showLog'],
      };
    case 'refused':
      return {
        summary: l10n.t('The service refused the request ({0}).', said(failure)),
        advice: l10n.t('Check the request; the service’s support asks for the trace ID.'),
        remedies: ['copyDetails', 'tryAgain', 'showLog'],
      };
    case 'rateLimited':
      return {
        summary: l10n.t('The service asks to wait: too many requests ({0}).', said(failure)),
        advice:
          failure.retryAt === undefined
            ? l10n.t('Wait a minute, then try again.')
            : l10n.t('Try again after {0} UTC.', new Date(failure.retryAt).toISOString().slice(11, 19)),
        remedies: ['tryAgain', 'showLog'],
      };
    case 'serviceDown':
      return {
        summary: l10n.t('The service has a problem ({0}).', said(failure)),
        advice: l10n.t('It was asked several times. Try again in a while.'),
        remedies: ['tryAgain', 'copyDetails', 'showLog'],
      };
    case 'errorAnswer':
      return {
        summary: l10n.t('The service answered with an error instead of submissions ({0}).', said(failure)),
        advice: failure.timedOut
          ? l10n.t('It took too long. Try again, or ask for less at a time: lower the setting faceauth.pageSize.')
          : l10n.t('Try again; the service’s support asks for the details.'),
        remedies: ['tryAgain', 'copyDetails', 'showLog'],
      };
  }
}

/** `HTTP 403, Forbidden, trace 0199…`: the service's own words, each kept short. */
function said({ status, errorCode, message, traceId }: ServiceError): string {
  const words = message ?? errorCode;
  return [
    `HTTP ${status}`,
    words === undefined ? undefined : shortened(words),
    traceId === undefined ? undefined : l10n.t('trace ID {0}', shortened(traceId)),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
