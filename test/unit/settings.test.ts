import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import type * as settingsFile from '../../src/editor/window/settings.ts';
import { parseBaseUrl } from '../../src/api/address.ts';
import { asked, set } from './configuration.ts';
import { manifest } from './declared.ts';

const { properties } = manifest.contributes.configuration;

// The settings file imports `vscode`, which exists only inside VS Code.
async function load(): Promise<typeof settingsFile> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'vscode'
        ? { url: new URL('configuration.ts', import.meta.url).href, shortCircuit: true }
        : next(specifier, context),
  });
  try {
    return await import('../../src/editor/window/settings.ts');
  } finally {
    hooks.deregister();
  }
}

describe('the settings', () => {
  let readSettings: typeof settingsFile.readSettings;

  before(async () => {
    ({ readSettings } = await load());
  });

  beforeEach(() => {
    set.clear();
  });

  // The value that counts when a setting is set to this, and the names of the settings that are reported as wrong.
  function countedAs(name: string, value: unknown): { readonly counts: unknown; readonly wrong: readonly string[] } {
    const short = name.replace('faceauth.', '');
    set.set(short, value);
    const { settings, wrong } = readSettings();
    return {
      counts: new Map<string, unknown>(Object.entries(settings)).get(short),
      wrong: wrong.map((one) => one.name),
    };
  }

  it('are read as they are declared, with the same defaults', () => {
    asked.clear();
    assert.deepEqual(readSettings().wrong, []);
    assert.deepEqual(
      Object.fromEntries(asked),
      Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, one.default])),
    );
  });

  for (const [name, { type, enum: choices, minimum, maximum, anyOf = [], default: fallback }] of Object.entries(
    properties,
  )) {
    const starts = anyOf.flatMap((one) => one.minimum ?? []);
    const second = minimum === undefined || anyOf.length > 0 ? [] : [minimum + 1];
    const good = [
      fallback,
      ...(choices ?? []),
      minimum,
      maximum,
      ...second,
      ...starts,
      ...anyOf.map((one) => one.const),
    ].filter((value) => value !== undefined);
    const bad: unknown[] = [null, {}, type === 'boolean' ? 'true' : true];
    if (minimum !== undefined && maximum !== undefined) {
      bad.push(minimum - 1, maximum + 1, String(minimum));
    }
    bad.push(...starts.map((start) => start - 1));
    if (choices !== undefined) {
      bad.push('neither');
    }
    if (type === 'integer') {
      bad.push(1.5);
    }

    it(`take what is declared for ${name}`, () => {
      for (const value of good) {
        assert.deepEqual(countedAs(name, value), { counts: value, wrong: [] });
      }
    });

    it(`take the default of ${name} in the place of anything else, and tell so`, () => {
      for (const value of bad) {
        assert.deepEqual(countedAs(name, value), { counts: fallback, wrong: [name] });
      }
    });
  }

  it('say what they take when they are refused', () => {
    set.set('autoRefreshSeconds', 10);
    set.set('pageSize', 5000);
    assert.deepEqual(readSettings().wrong, [
      { name: 'faceauth.pageSize', value: '5000', allowed: 'a whole number from 1 to 2,000', used: '200' },
      {
        name: 'faceauth.autoRefreshSeconds',
        value: '10',
        allowed: '0, or a whole number from 30 to 86,400',
        used: '0',
      },
    ]);
  });

  it('let no workspace choose where the key is sent', () => {
    assert.equal(properties['faceauth.baseUrl']?.scope, 'application');
  });

  it('take an address in the settings editor where the code does', () => {
    const pattern = new RegExp(properties['faceauth.baseUrl']?.pattern ?? '$^', 'u');
    for (const text of [
      'https://host.example/v3',
      ' https://host.example/v3/faceauth/ ',
      'http://localhost:8080/v3',
      'http://127.0.0.1',
      'http://[::1]:80/',
      'http://host.example/v3',
      'http://localhost.example/v3',
      'http://127.0.0.10/v3',
      'ftp://host.example',
      'host.example/v3',
      '',
    ]) {
      assert.equal(pattern.test(text), parseBaseUrl(text).ok, text);
    }
  });

  it('that concern a person and not a project are the same in every window', () => {
    assert.equal(properties['faceauth.history']?.scope, 'application');
  });

  it('are all of the scopes that were decided on', () => {
    const scopes = Object.entries(properties).map(([name, { scope }]) => `${name} ${scope}`);
    assert.deepEqual(scopes, [
      'faceauth.baseUrl application',
      'faceauth.pageSize window',
      'faceauth.timeZone window',
      'faceauth.requestTimeoutSeconds window',
      'faceauth.history application',
      'faceauth.autoRefreshSeconds window',
      'faceauth.nearMissMargin window',
      'faceauth.rowLabel window',
      'faceauth.modelTools application',
    ]);
  });
});
