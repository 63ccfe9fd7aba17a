import * as l10n from '@vscode/l10n';
import { unknownError } from './connectionFailure.ts';
import type { Explanation, Remedy } from './explanation.ts';
import type { Failure } from './failure.ts';

/** Words for a connection that could not be made or kept. */
export function explainUnreachable({
  cause,
  host,
  code: sentCode,
  attempts,
}: Extract<Failure, { kind: 'unreachable' }>): Explanation {
  const code = sentCode === unknownError ? l10n.t('unknown error') : sentCode;
  const remedies: readonly Remedy[] = ['tryAgain', 'openProxySettings', 'showLog'];
  switch (cause) {
    case 'name':
      return {
        summary: l10n.t('The name {0} could not be found ({1}).', host, code),
        advice: l10n.t('Check your network and the address of the project.'),
        remedies: ['tryAgain', 'addProject', 'openProxySettings', 'showLog'],
      };
    case 'refused':
      return {
        summary: l10n.t('{0} refused the connection ({1}).', host, code),
        advice: l10n.t('Check the address of the project, your network and your proxy.'),
        remedies: ['tryAgain', 'addProject', 'openProxySettings', 'showLog'],
      };
    case 'reset':
      return {
        summary: l10n.t('The connection to {0} was cut off ({1}).', host, code),
        advice:
          attempts === undefined
            ? l10n.t('Check your network and your proxy, then try again.')
            : l10n.t('It was tried several times. Check your network and your proxy, then try again.'),
        remedies,
      };
    case 'certificate':
      return {
        summary: l10n.t('The certificate of {0} is not trusted ({1}).', host, code),
        advice: l10n.t('A proxy may stand between: add its certificate to your system, or check the proxy settings.'),
        remedies,
      };
    case 'tls':
      return {
        summary: l10n.t('No encrypted connection to {0} could be made ({1}).', host, code),
        advice: l10n.t(
          'The port may be one without encryption, or a proxy stands between. Check the address of the project and your proxy.',
        ),
        remedies: ['tryAgain', 'addProject', 'openProxySettings', 'showLog'],
      };
    case 'proxy':
      return {
        summary: l10n.t('The proxy did not let the request to {0} through ({1}).', host, code),
        advice: l10n.t('Check the proxy settings.'),
        remedies,
      };
    case 'browser':
      return {
        summary: l10n.t('The browser got no answer of {0} that it may pass on.', host),
        advice: l10n.t(
          'A service must allow requests of pages in the browser (CORS), and this one may not. Use VS Code on your computer.',
        ),
        remedies: ['tryAgain', 'addProject', 'showLog'],
      };
    case 'network':
      return {
        summary: l10n.t('{0} could not be reached ({1}).', host, code),
        advice: l10n.t('Check your network and your proxy, then try again.'),
        remedies,
      };
  }
}
