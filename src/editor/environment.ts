import process from 'node:process';

/** True in a window that was started to show demo data, as `npm start` does. */
export function openDemoAtStart(): boolean {
  return process.env['FACEAUTH_INSPECTOR_DEMO'] === '1';
}
