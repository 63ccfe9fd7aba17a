import { cursorLoop, repeatedPages, shrinkingPages } from '../../service/cursors.ts';
import type { Fault } from '../../service/exchange.ts';
import { encrypted, raw, shape } from '../../service/shapes.ts';
import { failures, html, rateLimited, status } from '../../service/statuses.ts';
import { drip, huge, redirect, resetMidBody, slowHeaders } from '../../service/transport.ts';
import type { Reason } from '../api/everyFailure.ts';
import type { Disturbance } from './disturbed.ts';
import type { Place } from './outcome.ts';

/** How a fault must show itself. */
export interface Failing {
  readonly reason: Reason;
  readonly tries: number;
  /** The words that a person reads, whichever view shows them. */
  readonly words: RegExp;
  /** Further words that a person reads there. */
  readonly details: RegExp;
  /** How many records remain; by default those that were there before the fault. */
  readonly kept?: number;
}

/** A fault that nobody is told of. `dropped` is how many records came again and are dropped. */
export interface Passing {
  readonly reason: 'none';
  readonly dropped: number;
}

/** A fault, and what must come of it at each place. */
export interface FaultCase extends Disturbance {
  /** Follows the word "with" in the title of a test. */
  readonly name: string;
  readonly expected: Readonly<Record<Place, Failing | Passing>>;
}

/** The same at all places. */
function everywhere<T>(expected: T): Readonly<Record<Place, T>> {
  return { 'first page': expected, 'later page': expected, 'look-up': expected, 'range export': expected };
}

const answering =
  (fault: () => Fault): Disturbance['begin'] =>
  (service) => {
    service.setFault(fault());
  };

/** A fault that a person is told of, everywhere alike. */
function failing(
  name: string,
  begin: Fault | Pick<Disturbance, 'begin' | 'end'>,
  reason: Reason,
  words: RegExp,
  { details = /./, tries = 1, ...rest }: Partial<Failing & Disturbance> = {},
): FaultCase {
  const disturbance = typeof begin === 'function' ? { begin: answering(() => begin) } : begin;
  return { name, ...rest, ...disturbance, expected: everywhere({ reason, tries, words, details }) };
}

/** A request is tried four times where the fault may pass by itself. */
const often = { tries: 4 };

const wrongKey = /did not accept the API key/;
const limited = /asks to wait/;
const down = /The service has a problem/;
const slow = /did not answer (in time|within 0\.3 seconds)/;
const impatient = { timeoutSeconds: 0.3 };
const trace = /trace ID 0199cb93-bdf1-77ef-8cd4-3d38dec61830/;
const passing: Passing = { reason: 'none', dropped: 0 };
const endless = {
  reason: 'endless',
  tries: 1,
  words: /sent the same next page twice/,
  details: /narrow the dates/,
} as const;

const transport: readonly FaultCase[] = [
  failing(
    'a refused connection',
    { begin: (service) => service.refuse(), end: (service) => service.reopen() },
    'unreachable.refused',
    /refused the connection/,
    { ...often, details: /ECONNREFUSED/ },
  ),
  failing('a reset in the body', resetMidBody(), 'unreachable.reset', /was cut off/, often),
  failing('headers that do not come', slowHeaders(60_000), 'tooSlow', slow, impatient),
  failing('a body that drips', drip(1, 10), 'tooSlow', slow, impatient),
  failing('a body of 65 MiB', huge({ declareLength: false }), 'unexpected.tooLarge', /too large|larger than 64 MiB/),
  failing(
    'a redirect',
    { begin: (service, elsewhere) => service.setFault(redirect(302, `${elsewhere.baseUrl}/faceauth`)) },
    'unexpected.redirect',
    /answered with a redirect.*It was not followed/,
    { details: /HTTP 302/ },
  ),
];

const statuses: readonly FaultCase[] = [
  failing('400, no project', failures.projectNotFound, 'keyNotAccepted', wrongKey, { details: trace }),
  failing('400, wrong request', failures.badRequest, 'refused', /refused the request/, { details: trace }),
  failing('403 Forbidden', failures.forbidden, 'keyNotAccepted', wrongKey, { details: /HTTP 403, Forbidden/ }),
  failing('403, explicit deny', failures.denied, 'addressNotAllowed', /does not allow requests from your/, {
    details: /HTTP 403, .*explicit deny/,
  }),
  failing('413', failures.tooLarge, 'refused', /refused the request/, { details: /HTTP 413, PAYLOAD_TOO_LARGE/ }),
  failing('429, wait an hour', rateLimited(3600), 'rateLimited', limited, {
    details: /Try again after (\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d UTC/,
  }),
  failing('429', rateLimited(), 'rateLimited', limited, { ...often, details: /Wait a minute/ }),
  failing('500', failures.broken, 'serviceDown', down, { ...often, details: trace }),
  failing('503, wait an hour', status(503, '', { 'retry-after': '3600' }), 'serviceDown', down, {
    details: /Try again after (\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d UTC/,
  }),
  failing('408', status(408, ''), 'serviceDown', down, often),
  failing('425', status(425, ''), 'serviceDown', down, often),
  failing('403 of a proxy', html(403, 'Blocked'), 'refused', /refused the request/, { details: /\(HTTP 403\)/ }),
  failing('502 in HTML', failures.badGateway, 'serviceDown', down, { ...often, details: /\(HTTP 502\)/ }),
];

const bodies: readonly FaultCase[] = [
  failing('torn JSON', raw('[{"data": [}]'), 'unexpected.notJson', /is not JSON/, { details: /position 11 of 13/ }),
  failing('another shape', shape([{ data: 5 }]), 'unexpected.wrongShape', /is not a list of submissions/, {
    details: /\[0\]\.data/,
  }),
  failing('a damaged body', status(200, '[]', { 'content-encoding': 'gzip' }), 'damaged', /is damaged/),
  failing(
    'a time-out inside',
    shape({ message: 'Endpoint request timed out' }),
    'errorAnswer',
    /answered with an error/,
    {
      ...often,
      details: /HTTP 200, Endpoint request timed out/,
    },
  ),
  failing('an encrypted body', encrypted(), 'unexpected.encrypted', /is encrypted/, { details: /\d+ bytes/ }),
];

const cursors: readonly FaultCase[] = [
  {
    name: 'a cursor that loops',
    begin: answering(cursorLoop),
    expected: {
      ...everywhere({ ...endless, kept: 60 }),
      // The second page already names itself as its next page, so one page fewer comes.
      'first page': { ...endless, kept: 40 },
      'look-up': passing,
    },
  },
  {
    name: 'pages that come twice',
    begin: answering(repeatedPages),
    expected: { ...everywhere({ ...passing, dropped: 80 }), 'look-up': passing },
  },
  { name: 'pages that shrink', begin: answering(shrinkingPages), expected: everywhere(passing) },
];

/** Every fault that a service, or what stands before it, can have. */
export const faults: readonly FaultCase[] = [...transport, ...statuses, ...bodies, ...cursors];
