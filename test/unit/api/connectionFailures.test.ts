import assert from 'node:assert/strict';
import { createClient } from '../../../src/api/client.ts';
import { reasonOf } from '../../../src/api/failure.ts';
import { asking, brisk, failureOf, KEY } from './asking.ts';

const page = '<html></html>';

describe('an error of the connection', () => {
  for (const [code, reason] of [
    ['ENOTFOUND', 'unreachable.name'],
    ['EAI_AGAIN', 'unreachable.name'],
    ['ECONNREFUSED', 'unreachable.refused'],
    ['ECONNRESET', 'unreachable.reset'],
    ['EPIPE', 'unreachable.reset'],
    ['UND_ERR_SOCKET', 'unreachable.reset'],
    ['HPE_INVALID_CONSTANT', 'unreachable.reset'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'unreachable.certificate'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'unreachable.certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unreachable.certificate'],
    ['CERT_HAS_EXPIRED', 'unreachable.certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'unreachable.certificate'],
    ['INVALID_CA', 'unreachable.certificate'],
    ['INVALID_PURPOSE', 'unreachable.certificate'],
    ['PATH_LENGTH_EXCEEDED', 'unreachable.certificate'],
    ['CRL_HAS_EXPIRED', 'unreachable.certificate'],
    ['ERR_OSSL_EVP_UNSUPPORTED', 'unreachable.tls'],
    ['ERR_PROXY_CONNECTION_FAILED', 'unreachable.proxy'],
    ['UND_ERR_ABORTED', 'unreachable.proxy'],
    ['ENETUNREACH', 'unreachable.network'],
    ['ETIMEDOUT', 'unreachable.network'],
    ['EPROTO', 'unreachable.tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'unreachable.tls'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'unreachable.tls'],
    ['UND_ERR_CONNECT_TIMEOUT', 'unreachable.network'],
    ['ECONNABORTED', 'unreachable.reset'],
    ['UND_ERR_PRX_TLS', 'unreachable.proxy'],
  ] as const) {
    it(`with the code ${code} is ${reason}, however deep the code is`, async () => {
      for (const error of [
        Object.assign(new Error(KEY), { code }),
        new TypeError('fetch failed', { cause: Object.assign(new Error(KEY), { code }) }),
        new TypeError('fetch failed', { cause: new AggregateError([Object.assign(new Error(KEY), { code })]) }),
      ]) {
        const { ask } = asking('https://host.example', { send: async () => await Promise.reject(error) });
        const failure = failureOf(await ask());
        assert.equal(reasonOf(failure), reason);
        assert.equal(failure.kind === 'unreachable' && failure.code, code);
        assert.ok(!JSON.stringify(failure).includes(KEY));
      }
    });
  }

  it('of an answer that is no HTTP is a matter of whoever answers: the address was reached', async () => {
    const error = new TypeError('fetch failed', {
      cause: Object.assign(new Error('bad'), { name: 'HTTPParserError' }),
    });
    const { ask } = asking('https://host.example', { send: async () => await Promise.reject(error) });
    assert.equal(reasonOf(failureOf(await ask())), 'unreachable.reset');
  });

  it('without a code is named by its kind', async () => {
    const { ask } = asking('https://host.example', { send: async () => await Promise.reject(new RangeError(KEY)) });
    const failure = failureOf(await ask());
    assert.deepEqual(failure, { kind: 'unreachable', cause: 'network', code: 'RangeError', host: 'host.example' });
  });
});

describe('an error of Electron, whose code stands in its message', () => {
  for (const [code, reason] of [
    ['ERR_NAME_NOT_RESOLVED', 'unreachable.name'],
    ['ERR_CONNECTION_REFUSED', 'unreachable.refused'],
    ['ERR_CONNECTION_RESET', 'unreachable.reset'],
    ['ERR_CONNECTION_CLOSED', 'unreachable.reset'],
    ['ERR_EMPTY_RESPONSE', 'unreachable.reset'],
    ['ERR_INCOMPLETE_CHUNKED_ENCODING', 'unreachable.reset'],
    ['ERR_CERT_AUTHORITY_INVALID', 'unreachable.certificate'],
    ['ERR_CERT_COMMON_NAME_INVALID', 'unreachable.certificate'],
    ['ERR_SSL_PROTOCOL_ERROR', 'unreachable.tls'],
    ['ERR_PROXY_CONNECTION_FAILED', 'unreachable.proxy'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'unreachable.proxy'],
    ['ERR_PAC_SCRIPT_FAILED', 'unreachable.proxy'],
    ['ERR_NO_SUPPORTED_PROXIES', 'unreachable.proxy'],
    ['ERR_PROXY_CERTIFICATE_INVALID', 'unreachable.proxy'],
    ['ERR_INTERNET_DISCONNECTED', 'unreachable.network'],
    ['ERR_CONNECTION_TIMED_OUT', 'unreachable.network'],
    ['ERR_TIMED_OUT', 'tooSlow'],
    ['ERR_CONTENT_DECODING_FAILED', 'damaged'],
  ] as const) {
    it(`is ${reason} for net::${code}, also behind a cause`, async () => {
      const plain = new Error(`net::${code} at https://host.example`);
      for (const error of [plain, new TypeError('fetch failed', { cause: plain })]) {
        const { ask } = asking('https://host.example', { send: async () => await Promise.reject(error) });
        const failure = failureOf(await ask());
        assert.equal(reasonOf(failure), reason);
        assert.ok(failure.kind !== 'unreachable' || failure.code === code);
      }
    });
  }
});

describe('the time-outs of the platform itself', () => {
  for (const code of ['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']) {
    it(`are told as too slow, like the one of the setting: ${code}`, async () => {
      const error = new TypeError('fetch failed', { cause: Object.assign(new Error('slow'), { code }) });
      const { ask } = asking('https://host.example', { send: async () => await Promise.reject(error) });
      assert.deepEqual(failureOf(await ask()), { kind: 'tooSlow', seconds: 20 });
    });
  }
});

describe('an error of ours', () => {
  it('rejects and is not told as one of the network, nor tried again', async () => {
    let answers = 0;
    const client = createClient({
      base: new URL('https://host.example'),
      key: KEY,
      send: async () => await Promise.resolve(new Response('[]')),
      timeoutSeconds: 20,
      patience: brisk,
      onExchange: () => {
        answers++;
        throw new TypeError('Cannot read properties of undefined');
      },
    });
    await assert.rejects(async () => await client({}, new AbortController().signal), /Cannot read properties/);
    assert.equal(answers, 1);
  });
});

describe('a proxy that wants to know who asks', () => {
  it('is told from the service, also where it answers by itself', async () => {
    const { ask } = asking('https://host.example', { send: async () => new Response(page, { status: 407 }) });
    const failure = failureOf(await ask());
    assert.deepEqual(failure, { kind: 'unreachable', cause: 'proxy', code: 'HTTP 407', host: 'host.example' });
  });
});
