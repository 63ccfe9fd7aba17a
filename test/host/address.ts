import { pathToFileURL } from 'node:url';
import type { Server } from './server.ts';

/** What a page of the workbench opens: all paths are absolute. */
export interface Opening {
  readonly folder?: string | undefined;
  /** Extensions to run from their source folders. */
  readonly extensionPaths?: readonly string[];
  /** A module whose `run` is called in the extension host. */
  readonly testsPath?: string | undefined;
}

/** A path as VS Code's addresses have it: with slashes, also one before a drive. */
export function uriPath(path: string): string {
  return decodeURIComponent(pathToFileURL(path).pathname);
}

/** The address of a workbench that shows the folder and runs the extensions that are in development. */
export function addressOf(server: Server, opening: Opening): string {
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${server.port}${pathToFileURL(path).pathname}`;
  const payload = (opening.extensionPaths ?? []).map((path) => ['extensionDevelopmentPath', remote(path)]);
  if (opening.testsPath) payload.push(['extensionTestsPath', remote(opening.testsPath)]);
  const address = new URL(server.url);
  if (opening.folder) address.searchParams.set('folder', uriPath(opening.folder));
  else address.searchParams.set('ew', 'true');
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
