import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { addressOf, baseText, parseBaseUrl } from '../../../src/api/address.ts';
import { explain } from '../../../src/api/explain.ts';
import { failureOf, valueOf } from './asking.ts';

describe('the base URL', () => {
  for (const text of [
    'https://rest-api.argosidentity.com/v3',
    'https://192.0.2.7:8443/',
    ' https://host.example/v3 \n',
    'HTTPS://HOST.EXAMPLE',
    'https://host.example/v3/faceauth',
    'https://host.example/caf%C3%A9/%ff',
    'http://localhost:8080/v3',
    'http://127.0.0.1',
    'http://[::1]:9000/v3/',
  ]) {
    it(`may be ${JSON.stringify(text)}`, () => {
      assert.equal(valueOf(parseBaseUrl(text)).href, new URL(text).href);
    });
  }

  for (const text of [
    'https://host.example/v3',
    'https://host.example/v3/',
    'https://host.example/v3/faceauth',
    'https://host.example/v3//FaceAuth/',
    ' https://HOST.example:443/v3/faceauth// ',
  ]) {
    it(`is kept in one form, whatever is pasted: ${JSON.stringify(text)}`, () => {
      assert.equal(baseText(valueOf(parseBaseUrl(text))), 'https://host.example/v3');
    });
  }

  it('leads to the same place once it was kept', () => {
    const parts = fc.constantFrom('/', '/faceauth', '/FACEAUTH', '/v3', '/stage', 'faceauth', '/a%20b');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 6 }), (path) => {
        const base = valueOf(parseBaseUrl(`https://host.example${path.join('').replace(/^(?!\/)/, '/')}`));
        const kept = valueOf(parseBaseUrl(baseText(base)));
        assert.equal(addressOf(kept, { count: 1 }).href, addressOf(base, { count: 1 }).href);
        assert.equal(baseText(kept), baseText(base));
      }),
    );
  });

  for (const text of [
    'https://host.example/v3?',
    'https://host.example/v3#',
    'https://host.example/v3?#',
    'https://host.example/v3\u200b',
    '\u2060\ufeffhttps://host.example/v3 \u00ad\u202c',
    '\u2066https://host.example/v3\u2069\n',
  ]) {
    it(`is cleaned at its ends: ${JSON.stringify(text)}`, () => {
      assert.equal(valueOf(parseBaseUrl(text)).href, 'https://host.example/v3');
    });
  }

  for (const [text, name] of [
    ['https://host.example/\u200bv3', 'U+200B'],
    ['https://ho\u00adst.example/v3', 'U+00AD'],
    ['https://host\u2060.example/v3\u200b', 'U+2060'],
    ['https://host.example/v\t3', 'U+0009'],
    ['https://host.example/v3\u{e0001}/x', 'U+E0001'],
    ['https://host.example/v3%E2%80%8B', 'U+200B'],
    ['https://host.example/%ef%bb%bfv3', 'U+FEFF'],
  ] as const) {
    it(`may not hold an invisible character, and says which: ${name}`, () => {
      const failure = failureOf(parseBaseUrl(text));
      assert.equal(failure.kind === 'badAddress' && failure.invisible, name);
      assert.ok(explain(failure).advice.includes(name));
    });
  }

  for (const text of [
    'http://rest-api.argosidentity.com/v3',
    'http://localhost.example/',
    'http://127.0.0.1.example/',
    'http://192.168.0.1/',
    'http://0.0.0.0/',
    'ftp://host.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://host.example/v3?stage=1',
    'https://host.example/v3#part',
    'https://user@host.example/',
    'host.example/v3',
    'https://',
    '',
    'no address',
  ]) {
    it(`may not be ${JSON.stringify(text)}`, () => {
      assert.equal(failureOf(parseBaseUrl(text)).kind, 'badAddress');
    });
  }

  for (const text of [
    'https://user:PASSWORD@host.example/v3',
    'https://user:PASS/WORD@host.example/v3',
    'https:user:PASSWORD@host.example',
    String.raw`https:\\user:PASSWORD@host.example`,
    'http://a@b:PASSWORD@host.example',
    'https://host.example/v3?key=PASSWORD',
    'https://host.example/v3#PASSWORD',
  ]) {
    it(`never comes back with the secret in ${text}`, () => {
      const failure = failureOf(parseBaseUrl(text));
      assert.equal(failure.kind, 'badAddress');
      assert.doesNotMatch(JSON.stringify([failure, explain(failure)]), /PASS|WORD/);
    });
  }

  it('comes back in the failure as far as it is harmless', () => {
    const failure = failureOf(parseBaseUrl('http://host.example/v3'));
    assert.deepEqual(failure, { kind: 'badAddress', address: 'http://host.example/v3' });
  });
});

describe('the address of a question', () => {
  for (const base of [
    'https://h.example/v3',
    'https://h.example/v3/',
    'https://h.example/v3///',
    'https://h.example/v3?',
    'https://h.example/v3/?',
    'https://h.example/v3#',
    'https://h.example/v3/#',
    'https://h.example/v3/faceauth',
    'https://h.example/v3/faceauth/',
    'https://h.example/v3//faceauth//?',
    'https://h.example/v3/FaceAuth',
  ]) {
    it(`is the same under ${base}`, () => {
      assert.equal(addressOf(new URL(base), { count: 1 }).href, 'https://h.example/v3/faceauth?count=1');
    });
  }

  it('lies at the root of a base without a path', () => {
    assert.equal(addressOf(new URL('https://h.example'), {}).href, 'https://h.example/faceauth');
  });

  it('keeps a port, and a path that only begins or ends alike', () => {
    assert.equal(
      addressOf(new URL('https://h.example:8443/a/faceauth2'), {}).href,
      'https://h.example:8443/a/faceauth2/faceauth',
    );
    assert.equal(addressOf(new URL('https://h.example/myfaceauth'), {}).href, 'https://h.example/myfaceauth/faceauth');
    assert.equal(addressOf(new URL('https://h.example/faceauth'), {}).href, 'https://h.example/faceauth');
  });

  it('stays on the host whatever the id', () => {
    const { host, pathname } = addressOf(new URL('https://h.example/v3'), { authId: '/../../@evil.example/?#' });
    assert.deepEqual([host, pathname], ['h.example', '/v3/faceauth']);
  });
});
