import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { addressOf, type Query } from '../../../src/api/address.ts';
import { curlCommand, keyVariable, shellOf } from '../../../src/api/curl.ts';

const base = new URL('https://host.example/v3');

const all = ['posix', 'csh', 'nu', 'elvish', 'xonsh', 'pwsh', 'powershell', 'cmd'] as const;

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

// The arguments that the shell hands to curl. A shell function named `curl` takes the place of the program.
function argumentsIn(command: string, shell: string): readonly string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const env = { [keyVariable]: 'the key $(x) "y"' };
  // If its input were a pipe, bash would think that it was started over a network, and read the person's own .bashrc.
  const stdout = execFileSync(shell, ['-c', script], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return stdout.split('\0').slice(0, -1);
}

function queries(): readonly Query[] {
  return hostile.flatMap((text) => [{ authId: text }, { after: { id: text, date: text }, count: 2 }]);
}

for (const shell of ['sh', 'bash']) {
  describe(`the cURL command, run by ${shell},`, () => {
    for (const query of queries()) {
      it(`hands curl the header and the very address of ${JSON.stringify(query)}`, () => {
        assert.deepEqual(argumentsIn(curlCommand(base, query, 'posix'), shell), [
          '--header',
          'x-api-key: the key $(x) "y"',
          addressOf(base, query).href,
        ]);
      });
    }

    it('hands curl the very address of a base with quotes in it', () => {
      const odd = new URL("https://host.example/it's/$(id)/`id`");
      const [, , address] = argumentsIn(curlCommand(odd, { count: 1 }, 'posix'), shell);
      assert.equal(address, addressOf(odd, { count: 1 }).href);
    });
  });
}

describe('the cURL command', () => {
  for (const shell of all) {
    it(`for ${shell} is one line of visible ASCII, whatever the id`, () => {
      for (const query of queries()) {
        assert.match(curlCommand(base, query, shell), /^[\x20-\x7e]+$/);
      }
    });
  }

  for (const [shell, program] of [
    ['pwsh', 'curl'],
    ['powershell', 'curl.exe'],
  ] as const) {
    it(`for ${shell} calls ${program}, not an alias, and closes no quote`, () => {
      assert.equal(
        curlCommand(new URL("https://host.example/it's"), { authId: "a'$(x)‘b" }, shell),
        `${program} --header "x-api-key: $env:FACEAUTH_API_KEY" 'https://host.example/it''s/faceauth?authId=a%27%24%28x%29%E2%80%98b'`,
      );
    });
  }

  for (const [shell, header, address] of [
    ['csh', '"x-api-key: $FACEAUTH_API_KEY"', "'https://host.example/it%27s%21/%24x/faceauth?authId=a%27b'"],
    ['nu', '$"x-api-key: ($env.FACEAUTH_API_KEY)"', "'https://host.example/it%27s%21/%24x/faceauth?authId=a%27b'"],
    ['elvish', '"x-api-key: "$E:FACEAUTH_API_KEY', "'https://host.example/it''s!/$x/faceauth?authId=a%27b'"],
    ['xonsh', '"x-api-key: $FACEAUTH_API_KEY"', "r'https://host.example/it%27s%21/%24x/faceauth?authId=a%27b'"],
  ] as const) {
    it(`for ${shell} reads the variable and quotes the address as that shell does`, () => {
      const odd = new URL("https://host.example/it's!/$x");
      assert.equal(curlCommand(odd, { authId: "a'b" }, shell), `curl --header ${header} ${address}`);
    });
  }

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
    ['/usr/bin/pwsh', 'pwsh'],
    ['/opt/homebrew/bin/pwsh-preview', 'pwsh'],
    [String.raw`C:\Program Files\PowerShell\7\pwsh.exe`, 'pwsh'],
    ['/usr/bin/nu', 'nu'],
    [String.raw`C:\tools\nu.exe`, 'nu'],
    ['/usr/bin/elvish', 'elvish'],
    ['/usr/bin/xonsh', 'xonsh'],
    ['/bin/tcsh', 'csh'],
    ['/bin/csh', 'csh'],
    ['/bin/dash', 'posix'],
    [String.raw`C:\WINDOWS\System32\CMD.EXE`, 'cmd'],
    ['/opt/cmd/bin/bash', 'posix'],
  ] as const) {
    it(`is ${shell} for ${JSON.stringify(executable)}`, () => {
      assert.equal(shellOf(executable), shell);
    });
  }
});
