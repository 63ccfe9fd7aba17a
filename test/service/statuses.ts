import { type Fault, send } from './exchange.ts';

const TRACE = '0199cb93-bdf1-77ef-8cd4-3d38dec61830';
const GATEWAY_PAGE = (title: string) =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;

// Answers with a status and a body: an object as JSON, a text as it is.
export function status(code: number, body: unknown, headers: Record<string, string> = {}): Fault {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return async ({ reply }) => send(reply, code, text, headers);
}

// Answers with the HTML page of a gateway.
export function html(code: number, title: string): Fault {
  return status(code, GATEWAY_PAGE(`${code} ${title}`), { 'content-type': 'text/html; charset=utf-8' });
}

// 429 with `Retry-After` when given: a number of seconds, or a Date written as HTTP writes dates.
export function rateLimited(retryAfter?: number | Date): Fault {
  const value = retryAfter instanceof Date ? retryAfter.toUTCString() : retryAfter?.toString();
  return status(429, { message: 'Too Many Requests' }, value === undefined ? {} : { 'retry-after': value });
}

// The refusals and breakdowns that the service's pages name, in each of the three body shapes that they show.
export const failures = {
  projectNotFound: status(400, { traceId: TRACE, errorCode: 'NOT_FOUND', message: 'faceAuth_project not found' }),
  badRequest: status(400, { traceId: TRACE, errorCode: 'INVALID_PARAMETER', message: 'date must be yyyy-mm-dd' }),
  unauthorized: status(401, { message: 'Unauthorized', statusCode: 401 }),
  forbidden: status(403, { message: 'Forbidden' }),
  denied: status(403, {
    message: 'User is not authorized to access this resource with an explicit deny',
    statusCode: 403,
  }),
  // Gateways write this one field with a capital.
  deniedByGateway: status(403, { Message: 'User is not authorized to access this resource with an explicit deny' }),
  notFound: status(404, { message: 'Not Found', statusCode: 404 }),
  tooLarge: status(413, { errorCode: 'PAYLOAD_TOO_LARGE' }),
  broken: status(500, { traceId: TRACE, errorCode: 'INTERNAL', message: 'Internal server error' }),
  brokenCodeOnly: status(500, { errorCode: 'INTERNAL' }),
  badGateway: html(502, 'Bad Gateway'),
  unavailable: status(503, { message: 'Service Unavailable', statusCode: 503 }),
  emptyBody: status(500, ''),
} satisfies Record<string, Fault>;
