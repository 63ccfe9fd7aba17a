import { BrokenBody } from './body.ts';
import type { Failure, UnreachableCause } from './failure.ts';

/** The code of an error that names no code. */
export const unknownError = 'unknown error';

/** What was asked, and what is known of its answer. */
export interface Connection {
  readonly host: string;
  /** How long the request could take, in seconds. */
  readonly seconds: number;
  /** The content encoding of the answer; empty when it has none or did not come. */
  readonly encoding: string;
}

/** What a rejected fetch or a broken body stream means. */
export function connectionFailure(error: unknown, { host, seconds, encoding }: Connection): Failure {
  const code = codeOf(error);
  if (timeOuts.test(code)) {
    return { kind: 'tooSlow', seconds };
  }
  if (decoding.test(code)) {
    return { kind: 'damaged', bytes: error instanceof BrokenBody ? error.bytes : 0, encoding };
  }
  const cause = causes.find(([pattern]) => pattern.test(code))?.[1] ?? 'network';
  return { kind: 'unreachable', cause, code, host };
}

/** The platform's own time-outs, beside the one of the setting: its fetch waits at most 300 s for an answer. */
const timeOuts = /^(UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|ERR_TIMED_OUT|TimeoutError)$/;

/** What zlib, brotli, zstd and Chromium say when the bytes do not fit the encoding. */
const decoding = /^(Z_[A-Z]+_ERROR|ERR_BROTLI_|ERR__|ZSTD_error_|ERR_ZSTD_|ERR_CONTENT_DECODING_|ERR_TRAILING_JUNK)/;

/** By the codes of Node, undici, llhttp and OpenSSL, and of Chromium without its `net::`. The first that fits counts. */
const causes: readonly (readonly [RegExp, UnreachableCause])[] = [
  [/^(ENOTFOUND|EAI_|ERR_NAME_|ERR_DNS_|ERR_ICANN_)/, 'name'],
  [/PROX(Y|IES)|PRX|TUNNEL|ERR_PAC_|ERR_SOCKS|UND_ERR_ABORTED/, 'proxy'],
  [/^(ECONNREFUSED|ERR_CONNECTION_REFUSED)$/, 'refused'],
  [
    /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_RES|UND_ERR_HEADERS_OVERFLOW|HTTPParserError|HPE_|ERR_STREAM)/,
    'reset',
  ],
  [/^ERR_(CONNECTION_(RESET|CLOSED|ABORTED|FAILED)|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)$/, 'reset'],
  [/^ERR_(INCOMPLETE_|CONTENT_LENGTH_|INVALID_(CHUNKED|HTTP)|RESPONSE_HEADERS_|HTTP2_|QUIC_)/, 'reset'],
  [/^(EPROTO$|ERR_SSL_|ERR_OSSL_)/, 'tls'],
  [/CERT|CRL_|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)$|PATH_LENGTH_EXCEEDED/, 'certificate'],
  [/^ERR_TLS_/, 'tls'],
  // In a browser fetch says nothing more, whether the network failed or the service allows no requests of web pages.
  // Any other fetch names a cause.
  [/^TypeError$/, 'browser'],
];

/**
 * The code of an error. Fetch hides the system's code one to three causes deep; Electron has its code in the message.
 */
function codeOf(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 5) {
    return unknownError;
  }
  if ('code' in error && typeof error.code === 'string') {
    return error.code;
  }
  const message = 'message' in error && typeof error.message === 'string' ? error.message : '';
  const named = /\bnet::(ERR_[A-Z\d_]+)/.exec(message)?.[1];
  if (named !== undefined) {
    return named;
  }
  if (/content-?encoding/i.test(message)) {
    return 'ERR_CONTENT_DECODING_FAILED';
  }
  const inner: unknown =
    'errors' in error && Array.isArray(error.errors) ? error.errors[0] : 'cause' in error ? error.cause : undefined;
  if (inner !== undefined) {
    return codeOf(inner, depth + 1);
  }
  return 'name' in error && typeof error.name === 'string' ? error.name : unknownError;
}
