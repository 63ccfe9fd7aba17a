import * as l10n from '@vscode/l10n';
import type { Failure, ServiceError, UnexpectedCause, UnreachableCause } from './failure.ts';

/** What a person can do about a failure; the editor gives each a button. */
export type Remedy =
  | 'replaceKey'
  | 'tryAgain'
  | 'showLog'
  | 'copyDetails'
  | 'openProxySettings'
  | 'openTimeoutSetting'
  | 'openAddressSetting';

/** A failure in words: what happened, and what helps. Both are plain text. */
export interface Explanation {
  readonly summary: string;
  readonly advice: string;
  readonly remedies: readonly Remedy[];
}

/** Says in words what happened and what helps. */
export function explain(failure: Failure): Explanation {
  switch (failure.kind) {
    case 'cancelled':
      return { summary: l10n.t('Cancelled.'), advice: '', remedies: ['tryAgain'] };
    case 'noKey':
      return {
        summary: l10n.t('No API key is stored for this project.'),
        advice: l10n.t('Enter the key again.'),
        remedies: ['replaceKey'],
      };
    case 'badAddress':
      return {
        summary: l10n.t('The base URL “{0}” cannot be used.', brief(failure.address)),
        advice: l10n.t('Use an https address in the setting faceauth.baseUrl; http is for this machine only.'),
        remedies: ['openAddressSetting'],
      };
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
    case 'unreachable':
      return explainUnreachable(failure.cause, failure.host, failure.code);
    case 'tooSlow':
      return {
        summary: l10n.t('The service did not answer within {0} seconds.', failure.seconds),
        advice: l10n.t('Try again, or allow more time in the setting faceauth.requestTimeoutSeconds.'),
        remedies: ['tryAgain', 'openTimeoutSetting', 'showLog'],
      };
    case 'unexpected':
      return explainUnexpected(failure.cause, failure);
    case 'endless':
      return {
        summary: l10n.t('The service sent the same next page twice, after {0} pages.', failure.pages),
        advice: l10n.t(
          'Loading stopped so that it does not run for ever. What was loaded stays; narrow the dates to see the rest.',
        ),
        remedies: ['tryAgain', 'showLog'],
      };
  }
}

function explainUnreachable(cause: UnreachableCause, host: string, code: string): Explanation {
  const remedies: readonly Remedy[] = ['tryAgain', 'openProxySettings', 'showLog'];
  switch (cause) {
    case 'name':
      return {
        summary: l10n.t('The name {0} could not be found ({1}).', host, code),
        advice: l10n.t('Check your network and the setting faceauth.baseUrl.'),
        remedies: ['tryAgain', 'openAddressSetting', 'openProxySettings', 'showLog'],
      };
    case 'refused':
      return {
        summary: l10n.t('{0} refused the connection ({1}).', host, code),
        advice: l10n.t('Check the setting faceauth.baseUrl, your network and your proxy.'),
        remedies: ['tryAgain', 'openAddressSetting', 'openProxySettings', 'showLog'],
      };
    case 'reset':
      return {
        summary: l10n.t('The connection to {0} was cut off ({1}).', host, code),
        advice: l10n.t('It was tried several times. Check your network and your proxy, then try again.'),
        remedies,
      };
    case 'certificate':
      return {
        summary: l10n.t('The certificate of {0} is not trusted ({1}).', host, code),
        advice: l10n.t('A proxy may stand between: add its certificate to your system, or check the proxy settings.'),
        remedies,
      };
    case 'proxy':
      return {
        summary: l10n.t('The proxy did not let the request to {0} through ({1}).', host, code),
        advice: l10n.t('Check the proxy settings.'),
        remedies,
      };
    case 'network':
      return {
        summary: l10n.t('{0} could not be reached ({1}).', host, code),
        advice: l10n.t('Check your network and your proxy, then try again.'),
        remedies,
      };
  }
}

function explainUnexpected(
  cause: UnexpectedCause,
  { where, bytes, contentType }: { readonly where: string; readonly bytes: number; readonly contentType: string },
): Explanation {
  const remedies: readonly Remedy[] = ['tryAgain', 'copyDetails', 'showLog'];
  const received = l10n.t('{0} bytes of {1}', bytes, contentType);
  const address = l10n.t('Check that the setting faceauth.baseUrl is the service’s address.');
  switch (cause) {
    case 'notJson':
      return {
        summary: l10n.t('The answer is not JSON: it breaks at {0} ({1}).', where, received),
        advice: address,
        remedies: [...remedies, 'openAddressSetting'],
      };
    case 'wrongShape':
      return {
        summary: l10n.t('The answer is not a list of submissions: it breaks at {0} ({1}).', where, received),
        advice: address,
        remedies: [...remedies, 'openAddressSetting'],
      };
    case 'encrypted':
      return {
        summary: l10n.t('The answer is encrypted ({0}).', received),
        advice: l10n.t('Ask the owner of the FaceAuth project to switch payload encryption off for this call.'),
        remedies,
      };
    case 'tooLarge':
      return {
        summary: l10n.t('The answer is larger than {0} and was not read to its end.', where),
        advice: l10n.t('Ask for less at a time: lower the setting faceauth.pageSize.'),
        remedies,
      };
    case 'redirect':
      return {
        summary: l10n.t('The service answered with a redirect ({0}).', where),
        advice: l10n.t(
          'It was not followed, so that the key goes nowhere else. Set faceauth.baseUrl to the final address.',
        ),
        remedies: ['openAddressSetting', 'tryAgain', 'showLog'],
      };
  }
}

/** `HTTP 403, Forbidden, trace 0199…`: the service's own words, each kept short. */
function said({ status, errorCode, message, traceId }: ServiceError): string {
  const words = message ?? errorCode;
  return [
    `HTTP ${status}`,
    words === undefined ? undefined : brief(words),
    traceId === undefined ? undefined : l10n.t('trace ID {0}', brief(traceId)),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** Cut between words: half an id would be shown where a whole one is replaced by its alias. */
function brief(text: string): string {
  return text.length > 200 ? `${text.slice(0, 201).replace(/\S*$/, '')}…` : text;
}
