import { addressOf, type Query } from './address.ts';

/** How a shell quotes. `posix` is like sh: also bash, zsh, ksh and fish. `powershell` is Windows PowerShell, up to 5.1. */
export type Shell = 'posix' | 'csh' | 'nu' | 'elvish' | 'xonsh' | 'pwsh' | 'powershell' | 'cmd';

/** The environment variable in which the command expects the key. */
export const keyVariable = 'FACEAUTH_API_KEY';

const shells: readonly (readonly [RegExp, Shell])[] = [
  [/^t?csh$/, 'csh'],
  [/^nu$/, 'nu'],
  [/^elvish$/, 'elvish'],
  [/^xonsh$/, 'xonsh'],
  [/^pwsh/, 'pwsh'],
  [/^powershell/, 'powershell'],
  [/^cmd$/, 'cmd'],
];

/** Which shell a path or name of an executable means; one that is not known is taken to be like sh. */
export function shellOf(executable: string): Shell {
  const file = executable.toLowerCase().split(/[\\/]/).at(-1) ?? '';
  const name = file.replace(/\.exe$/, '');
  return shells.find(([pattern]) => pattern.test(name))?.[1] ?? 'posix';
}

/**
 * The request as a command for the prompt of a shell, without the key: it names the variable that holds it. In a `.bat`
 * file percent signs must be doubled, which would be wrong at the prompt of cmd.
 */
export function curlCommand(base: URL, query: Query, shell: Shell): string {
  const address = addressOf(base, query).href;
  switch (shell) {
    case 'posix':
      return `curl --header "x-api-key: $${keyVariable}" '${address.replaceAll("'", String.raw`'\''`)}'`;
    case 'csh':
      return `curl --header "x-api-key: $${keyVariable}" '${withoutSigns(address)}'`;
    case 'nu':
      return `curl --header $"x-api-key: ($env.${keyVariable})" '${withoutSigns(address)}'`;
    case 'elvish':
      return `curl --header "x-api-key: "$E:${keyVariable} '${address.replaceAll("'", "''")}'`;
    case 'xonsh':
      return `curl --header "x-api-key: $${keyVariable}" r'${withoutSigns(address)}'`;
    case 'pwsh':
      return `curl --header "x-api-key: $env:${keyVariable}" '${address.replaceAll("'", "''")}'`;
    case 'powershell':
      // In Windows PowerShell `curl` alone is an alias of another command.
      return `curl.exe --header "x-api-key: $env:${keyVariable}" '${address.replaceAll("'", "''")}'`;
    case 'cmd':
      return `curl --header "x-api-key: %${keyVariable}%" "${address}"`;
  }
}

/** Percent-encodes what some shells read even in single quotes. Only the path of the base can have such signs. */
function withoutSigns(address: string): string {
  return address.replaceAll(/['!$]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
