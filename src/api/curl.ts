import { addressOf, type Query } from './address.ts';

/** How a shell quotes: like sh (also bash, zsh, fish), PowerShell, or cmd. */
export type Shell = 'posix' | 'powershell' | 'cmd';

/** The environment variable in which the command expects the key. */
export const keyVariable = 'FACEAUTH_API_KEY';

/** Which shell a path or name of an executable means. */
export function shellOf(executable: string): Shell {
  const name = executable.toLowerCase().split(/[\\/]/).at(-1) ?? '';
  if (/^(pwsh|powershell)(\.exe)?$/.test(name)) {
    return 'powershell';
  }
  return /^cmd(\.exe)?$/.test(name) ? 'cmd' : 'posix';
}

/** The request as a command without the key: it names the variable that holds it. */
export function curlCommand(base: URL, query: Query, shell: Shell): string {
  const header = {
    posix: `"x-api-key: $${keyVariable}"`,
    powershell: `"x-api-key: $env:${keyVariable}"`,
    cmd: `"x-api-key: %${keyVariable}%"`,
  };
  const program = shell === 'powershell' ? 'curl.exe' : 'curl';
  return `${program} --header ${header[shell]} ${quoted(addressOf(base, query).href, shell)}`;
}

/** Inside quotes; an address holds no space, quote or backslash, but shells read more into it than those. */
function quoted(address: string, shell: Shell): string {
  switch (shell) {
    case 'posix':
      return `'${address.replaceAll("'", "'\\''")}'`;
    case 'powershell':
      return `'${address.replaceAll("'", "''")}'`;
    case 'cmd':
      return `"${address.replaceAll('"', '%22')}"`;
  }
}
