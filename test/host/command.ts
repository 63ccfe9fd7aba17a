import { spawn } from 'node:child_process';
import { onEnd } from './ending.ts';

/** How a command is started: where, with which environment, and whether its output is shown as it comes. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly show?: boolean;
}

/** Runs a command to its end and returns what it printed; rejects with its last words when it fails. */
export function run(command: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    // npm is a .cmd file on Windows, which only a shell starts.
    shell: process.platform === 'win32',
  });
  const release = onEnd(() => child.kill());
  let output = '';
  let all = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    all += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (all += text));
  child.on('error', reject);
  child.on('close', (code, signal) => {
    release();
    if (code === 0) resolve(output);
    else reject(new Error(`${command} ${args.join(' ')} ended with ${code ?? signal}\n${lastLines(all)}`));
  });
  return promise;
}

function lastLines(text: string): string {
  return text.trimEnd().split('\n').slice(-20).join('\n');
}
