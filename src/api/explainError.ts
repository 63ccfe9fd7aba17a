import * as l10n from '@vscode/l10n';
import { shortened } from './shortened.ts';
import type { Explanation } from './explanation.ts';
import type { Failure, Passing, ServiceError } from './failure.ts';
import { momentText, type Zone } from './moment.ts';

/** Words for what the service said about itself. */
export function explainError(failure: Extract<Failure, ServiceError>, zone: Zone, now: number): Explanation {
  switch (failure.kind) {
    case 'keyNotAccepted':
      return {
        summary: l10n.t('The service did not accept the API key ({0}).', ownWords(failure)),
        advice:
          failure.host === undefined
            ? l10n.t('Replace the key with the one of this FaceAuth project.')
            : l10n.t('Replace the key with the one of this FaceAuth project at {0}.', failure.host),
        remedies: ['replaceKey', 'tryAgain', 'switchProject', 'copyDetails', 'showLog'],
      };
    case 'addressNotAllowed':
      return {
        summary: l10n.t('The service does not allow requests from your network address ({0}).', ownWords(failure)),
        advice: l10n.t('Ask the owner of the FaceAuth project to add your address to its allow-list.'),
        remedies: ['tryAgain', 'copyDetails', 'showLog'],
      };
    case 'refused':
      return {
        summary: l10n.t('The service refused the request ({0}).', ownWords(failure)),
        advice: l10n.t('Check the request; the service’s support asks for the trace ID.'),
        remedies: ['copyDetails', 'tryAgain', 'showLog'],
      };
    case 'rateLimited':
      return {
        summary: l10n.t('The service asks to wait: too many requests ({0}).', ownWords(failure)),
        advice: whenToComeAgain(failure, zone, now) ?? l10n.t('Wait a minute, then try again.'),
        remedies: ['tryAgain', 'copyDetails', 'showLog'],
      };
    case 'serviceDown':
      return {
        summary: l10n.t('The service has a problem ({0}).', ownWords(failure)),
        advice: adviceForOutage(failure, zone, now),
        remedies: ['tryAgain', 'copyDetails', 'showLog'],
      };
    case 'errorAnswer':
      return {
        summary: l10n.t('The service answered with an error instead of submissions ({0}).', ownWords(failure)),
        advice: failure.timedOut
          ? l10n.t('It took too long. Try again, or ask for less at a time: lower the setting faceauth.pageSize.')
          : l10n.t('Try again; the service’s support asks for the details.'),
        remedies: failure.timedOut
          ? ['tryAgain', 'openPageSizeSetting', 'copyDetails', 'showLog']
          : ['tryAgain', 'copyDetails', 'showLog'],
      };
  }
}

function adviceForOutage(failure: Passing, zone: Zone, now: number): string {
  const advice = whenToComeAgain(failure, zone, now) ?? l10n.t('Try again in a while.');
  return failure.attempts === undefined ? advice : `${l10n.t('It was asked several times.')} ${advice}`;
}

/** When to try again; undefined where the service names no time. */
function whenToComeAgain({ retryAt }: Passing, zone: Zone, now: number): string | undefined {
  if (retryAt === undefined) {
    return undefined;
  }
  return retryAt > now ? l10n.t('Try again after {0}.', momentText(retryAt, zone, now)) : l10n.t('Try again.');
}

/** `HTTP 403, Forbidden, trace ID 0199…`: the service's own words, each kept short. */
function ownWords({ status, errorCode, message, traceId }: ServiceError): string {
  const words = message ?? errorCode;
  return [
    `HTTP ${status}`,
    words === undefined ? undefined : shortened(words),
    traceId === undefined ? undefined : l10n.t('trace ID {0}', shortened(traceId)),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
