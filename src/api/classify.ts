import * as z from 'zod/mini';
import type { Failure, ServiceError, UnreachableCause } from './failure.ts';

const said = z.catch(z.optional(z.string()), undefined);
// Gateways write their message with a capital.
const errorBody = z.object({ traceId: said, errorCode: said, message: said, Message: said });

/** Longer than this, in characters, nothing is kept of what the service says about itself. */
const longestSaid = 500;

/** An answer outside 2xx. `body` is its text, `hide` takes the key out of what is kept of it, `now` in ms since 1970. */
export interface Refusal {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly contentType: string;
  readonly body: string;
  readonly hide: (text: string) => string;
  readonly host: string;
  readonly now: number;
}

/** What an answer outside 2xx means. */
export function classifyStatus({ status, retryAfter, contentType, body, hide, host, now }: Refusal): Failure {
  // In a browser a redirect that is not followed has the status 0.
  if (status < 400) {
    return { kind: 'unexpected', cause: 'redirect', where: `HTTP ${status}`, bytes: body.length, contentType };
  }
  const error = { status, ...readErrorBody(body, hide) };
  if (status === 407) {
    return { kind: 'unreachable', cause: 'proxy', code: 'HTTP 407', host };
  }
  if (status === 429 || status >= 500) {
    const retryAt = retryTime(retryAfter, now);
    const kind = status === 429 ? 'rateLimited' : 'serviceDown';
    return { kind, ...error, ...(retryAt !== undefined && { retryAt }) };
  }
  const message = error.message?.toLowerCase() ?? '';
  if (status === 403 && message.includes('explicit deny')) {
    return { kind: 'addressNotAllowed', ...error };
  }
  const wrongKey =
    status === 401 ||
    (status === 403 && (message === '' || message === 'forbidden')) ||
    (status === 400 && message.includes('faceauth_project not found'));
  return { kind: wrongKey ? 'keyNotAccepted' : 'refused', ...error };
}

/** What a rejected fetch or a broken body stream means. */
export function classifyError(error: unknown, host: string): Failure {
  const code = codeOf(error);
  return { kind: 'unreachable', cause: causeOf(code), code, host };
}

function readErrorBody(body: string, hide: Refusal['hide']): Omit<ServiceError, 'status'> {
  const parsed = errorBody.safeParse(parseOrUndefined(body));
  if (!parsed.success) {
    return {};
  }
  const { traceId, errorCode, Message, message = Message } = parsed.data;
  return Object.fromEntries(
    Object.entries({ traceId, errorCode, message }).flatMap(([name, text]) =>
      // Hidden only now: in the body the key may be spelled with escapes.
      text === undefined ? [] : [[name, hide(text).slice(0, longestSaid)]],
    ),
  );
}

function parseOrUndefined(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // A gateway answers in HTML; the status alone says enough.
    return undefined;
  }
}

/** `Retry-After` is seconds or an HTTP date; anything else is as good as absent. */
function retryTime(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') {
    return undefined;
  }
  const seconds = Number(header);
  const time = Number.isFinite(seconds) ? now + Math.max(0, seconds) * 1000 : Date.parse(header);
  return Number.isNaN(time) || Math.abs(time) > 8.64e15 ? undefined : time;
}

/** The system's own code, which fetch hides one to three causes deep. */
function codeOf(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 4) {
    return 'unknown error';
  }
  if ('code' in error && typeof error.code === 'string') {
    return error.code;
  }
  const inner: unknown =
    'errors' in error && Array.isArray(error.errors) ? error.errors[0] : 'cause' in error ? error.cause : undefined;
  if (inner !== undefined) {
    return codeOf(inner, depth + 1);
  }
  return 'name' in error && typeof error.name === 'string' ? error.name : 'unknown error';
}

const causes: readonly (readonly [RegExp, UnreachableCause])[] = [
  [/^(ENOTFOUND|EAI_)/, 'name'],
  [/^ECONNREFUSED$/, 'refused'],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES|HPE_|ERR_STREAM)/, 'reset'],
  [/CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH/, 'certificate'],
  [/PROXY|PRX|UND_ERR_ABORTED/, 'proxy'],
];

function causeOf(code: string): UnreachableCause {
  return causes.find(([pattern]) => pattern.test(code))?.[1] ?? 'network';
}
