import type { Fault } from './exchange.ts';
import { send } from './exchange.ts';
import type { Service } from './service.ts';
import { encrypted, raw, shape } from './shapes.ts';
import { failures, html, rateLimited, status } from './statuses.ts';
import { huge, redirect, resetAtOnce } from './transport.ts';

/** What goes wrong with a page, and what must be read about it. */
export interface FailureCase {
  /** Goes on after "When ". */
  readonly name: string;
  readonly begin: (service: Service) => Promise<void> | void;
  readonly end?: (service: Service) => Promise<void>;
  /** The rows below the failure, in their order. */
  readonly remedies: readonly string[];
  /** The label of the row in the place of the page that did not come. `advice` is the row's description. */
  readonly row: RegExp;
  readonly advice: RegExp;
}

const again = 'Try Again';
const details = 'Copy Details';
const log = 'Show Log';
const key = 'Replace API Key…';
const project = 'Switch Project…';
const address = 'Add Project…';
const proxy = 'Open Proxy Settings';

const answering =
  (fault: Fault) =>
  (service: Service): void => {
    service.setFault(fault);
  };

const wrongKey = {
  remedies: [key, again, project, details, log],
  advice: /^Replace the key with the one of this FaceAuth project at 127\.0\.0\.1:\d+\.$/,
};

const refused = {
  remedies: [details, again, log],
  advice: /the service’s support asks for the trace ID/,
};

const down = {
  remedies: [again, details, log],
  advice: /^It was asked several times\. Try again in a while\.$/,
};

const limited = {
  remedies: [again, details, log],
};

/** The key comes back wherever an answer has room for it. */
const echo: Fault = async ({ arrival, reply }) => {
  const sent = arrival.headers['x-api-key'] ?? '';
  const body = { traceId: `trace-${sent}`, errorCode: sent, message: `nothing is known of ${sent}` };
  send(reply, 422, JSON.stringify(body), { 'content-type': `text/${sent}`, 'x-echo': sent });
};

/** The failures that the first page and a later one can meet alike. `elsewhere` is where a redirect points to. */
export function failureCases(elsewhere: () => string): readonly FailureCase[] {
  return [
    {
      name: 'the service knows no project for the key (400)',
      begin: answering(failures.projectNotFound),
      ...wrongKey,
      row: /HTTP 400, faceAuth_project not found, trace ID 0199cb93-bdf1-77ef-8cd4-3d38dec61830/,
    },
    {
      name: 'the network address is not on the allow-list (403, explicit deny)',
      begin: answering(failures.denied),
      remedies: [again, details, log],
      row: /^The service does not allow requests from your network address \(HTTP 403, .*explicit deny/,
      advice: /^Ask the owner of the FaceAuth project to add your address/,
    },
    {
      name: 'the key is not accepted (401)',
      begin: answering(failures.unauthorized),
      ...wrongKey,
      row: /did not accept the API key \(HTTP 401, Unauthorized\)/,
    },
    {
      name: 'the request is refused (400)',
      begin: answering(failures.badRequest),
      ...refused,
      row: /HTTP 400, date must be yyyy-mm-dd, trace ID 0199cb93-bdf1-77ef-8cd4-3d38dec61830/,
    },
    {
      name: 'the key is not accepted (403)',
      begin: answering(failures.forbidden),
      ...wrongKey,
      row: /did not accept the API key \(HTTP 403, Forbidden\)/,
    },
    {
      name: 'a proxy forbids it (403, HTML)',
      begin: answering(html(403, 'Blocked by policy')),
      ...refused,
      row: /^The service refused the request \(HTTP 403\)\.$/,
    },
    {
      name: 'a refusal repeats the key (422)',
      begin: answering(echo),
      ...refused,
      row: /HTTP 422, nothing is known of …, trace ID trace-…/,
    },
    {
      name: 'there were too many requests (429)',
      begin: answering(rateLimited()),
      ...limited,
      row: /HTTP 429, Too Many Requests/,
      advice: /^Wait a minute, then try again\.$/,
    },
    {
      name: 'the service breaks (500)',
      begin: answering(failures.broken),
      ...down,
      row: /HTTP 500, Internal server error, trace ID 0199cb93/,
    },
    {
      name: 'the service asks to wait for an hour (503)',
      begin: answering(status(503, { message: 'Service Unavailable' }, { 'retry-after': '3600' })),
      ...down,
      row: /^The service has a problem \(HTTP 503, Service Unavailable\)\.$/,
      advice: /^Try again after (\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d UTC\.$/,
    },
    {
      name: 'the service asks to wait for an hour (429)',
      begin: answering(rateLimited(3600)),
      ...limited,
      row: /HTTP 429, Too Many Requests/,
      advice: /^Try again after (\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d UTC\.$/,
    },
    {
      name: 'a gateway answers with its own page (502)',
      begin: answering(failures.badGateway),
      ...down,
      row: /^The service has a problem \(HTTP 502\)\.$/,
    },
    ...withoutAnswer,
    ...withOddAnswer(elsewhere),
  ];
}

const withoutAnswer: readonly FailureCase[] = [
  {
    name: 'the connection is cut off',
    begin: answering(resetAtOnce()),
    remedies: [again, proxy, log],
    row: /^The connection to 127\.0\.0\.1 was cut off \((ECONNRESET|UND_ERR_SOCKET)\)\.$/,
    advice: /^It was tried several times\. Check your network and your proxy/,
  },
  {
    name: 'nothing listens at the address',
    begin: (service) => service.refuse(),
    end: (service) => service.reopen(),
    remedies: [again, address, proxy, log],
    row: /^127\.0\.0\.1 refused the connection \(ECONNREFUSED\)\.$/,
    advice: /^Check the address of the project, your network and your proxy\.$/,
  },
];

function withOddAnswer(elsewhere: () => string): readonly FailureCase[] {
  const odd = [again, address, details, log];
  return [
    {
      name: 'the answer is not JSON',
      begin: answering(raw('[{"data": [}]', 'application/json')),
      remedies: odd,
      row: /^The answer is not JSON: it breaks at position 11 of 13 \(13 bytes of application\/json\)\.$/,
      advice: /^Check that the address of the project/,
    },
    {
      name: 'the answer has another shape',
      begin: answering(shape([{ data: 5 }])),
      remedies: odd,
      row: /^The answer is not a list of submissions: it breaks at \[0\]\.data /,
      advice: /^Check that the address of the project/,
    },
    {
      name: 'the answer is damaged',
      begin: answering(status(200, '[]', { 'content-encoding': 'gzip' })),
      remedies: [again, details, log],
      row: /^The answer is damaged: its bytes do not fit its encoding \(gzip, \d+ bytes\)\.$/,
      advice: /^Try again\. If it stays so, a proxy or gateway may have changed the answer/,
    },
    {
      name: 'an error stands in the place of submissions',
      begin: answering(shape([{ errorCode: 'X', message: 'in its own words', traceId: 'trace-7' }])),
      remedies: [again, details, log],
      row: /^The service answered with an error instead of submissions \(HTTP 200, in its own words, trace ID trace-7\)\.$/,
      advice: /^Try again; the service’s support asks for the details\.$/,
    },
    {
      name: 'the answer is encrypted',
      begin: answering(encrypted()),
      remedies: [again, details, log],
      row: /^The answer is encrypted \(\d+ bytes of application\/json\)\.$/,
      advice: /^Ask the owner of the FaceAuth project to switch payload encryption off/,
    },
    {
      name: 'the answer has 65 MiB',
      begin: answering(huge({ declareLength: false })),
      remedies: ['Open Page Size Setting', again, details, log],
      row: /^The answer is larger than 64 MiB and was not read to its end\.$/,
      advice: /lower the setting faceauth\.pageSize/,
    },
    {
      name: 'the service sends the client elsewhere',
      begin: (service) => service.setFault(redirect(302, elsewhere())),
      remedies: [address, again, details, log],
      row: /^The service answered with a redirect \(HTTP 302\)\.$/,
      advice: /^It was not followed, so that the key goes nowhere else\./,
    },
  ];
}
