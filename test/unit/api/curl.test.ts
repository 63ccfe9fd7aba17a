import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { addressOf, type Query } from '../../../src/api/address.ts';
import { curlCommand, keyVariable, shellOf } from '../../../src/api/curl.ts';

const base = new URL('https://host.example/v3');

const hostile = [
  "a'b",
  'a"b',
  '$(touch /tmp/x)',
  '`id`',
  '$HOME',
  '%PATH%',
  '!history!',
  'a\nb',
  'a\\b',
  'a & b | c > d ; e',
  '^caret',
  '{1,2}[3-4]',
  '‘curly’ “quotes”',
  '-o /tmp/x',
  '\u0000\u001b[31m',
];

// What the shell hands to curl: the command runs with a function of that name in its place.
function argumentsIn(command: string): readonly string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const env = { [keyVariable]: 'the key $(x) "y"' };
  const stdout = execFileSync('sh', ['-c', script], { env, encoding: 'utf8' });
  return stdout.split('\0').slice(0, -1);
}

function queries(): readonly Query[] {
  return hostile.flatMap((text) => [{ authId: text }, { after: { id: text, date: text }, count: 2 }]);
}

describe('the cURL command for sh', () => {
  for (const query of queries()) {
    it(`hands curl the header and the very address of ${JSON.stringify(query)}`, () => {
      assert.deepEqual(argumentsIn(curlCommand(base, query, 'posix')), [
        '--header',
        'x-api-key: the key $(x) "y"',
        addressOf(base, query).href,
      ]);
    });
  }

  it('hands curl the very address of a base with quotes in it', () => {
    const odd = new URL("https://host.example/it's/$(id)/`id`");
    const [, , address] = argumentsIn(curlCommand(odd, { count: 1 }, 'posix'));
    assert.equal(address, addressOf(odd, { count: 1 }).href);
  });
});

describe('the cURL command', () => {
  for (const shell of ['posix', 'powershell', 'cmd'] as const) {
    it(`for ${shell} is one line of visible ASCII, whatever the id`, () => {
      for (const query of queries()) {
        assert.match(curlCommand(base, query, shell), /^[\x20-\x7e]+$/);
      }
    });
  }

  it('for PowerShell calls the program, not the alias, and closes no quote', () => {
    assert.equal(
      curlCommand(new URL("https://host.example/it's"), { authId: "a'$(x)‘b" }, 'powershell'),
      `curl.exe --header "x-api-key: $env:FACEAUTH_API_KEY" 'https://host.example/it''s/faceauth?authId=a%27%24%28x%29%E2%80%98b'`,
    );
  });

  it('for cmd lets no quote and no percent sign of the id through as such', () => {
    assert.equal(
      curlCommand(base, { authId: 'a"&calc&%PATH%' }, 'cmd'),
      `curl --header "x-api-key: %FACEAUTH_API_KEY%" "https://host.example/v3/faceauth?authId=a%22%26calc%26%25PATH%25"`,
    );
  });

  it('leaves the globbing of curl nothing to expand', () => {
    for (const query of queries()) {
      assert.doesNotMatch(curlCommand(base, query, 'posix'), /[[\]{}]/);
    }
  });
});

describe('the shell of a terminal', () => {
  for (const [executable, shell] of [
    ['/bin/bash', 'posix'],
    ['/usr/bin/fish', 'posix'],
    ['zsh', 'posix'],
    ['', 'posix'],
    [String.raw`C:\Program Files\Git\bin\bash.exe`, 'posix'],
    [String.raw`C:\WINDOWS\System32\WindowsPowerShell\v1.0\powershell.exe`, 'powershell'],
    ['/usr/bin/pwsh', 'powershell'],
    [String.raw`C:\WINDOWS\System32\CMD.EXE`, 'cmd'],
    ['/opt/cmd/bin/bash', 'posix'],
  ] as const) {
    it(`is ${shell} for ${JSON.stringify(executable)}`, () => {
      assert.equal(shellOf(executable), shell);
    });
  }
});
