import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { discarded } from '../../src/editor/export/exportEnd.ts';
import { runExport } from '../../src/editor/export/exportRun.ts';
import { otherMachineText } from '../../src/editor/export/exportTarget.ts';
import type { Exported } from '../../src/export/range.ts';
import { unmasked } from '../../src/submissions/privacy/mask.ts';

const nothing = { records: 0, pages: 0, duplicates: 0, broken: 0, leftOut: 0, deleted: 0, deletedLater: 0, bytes: 1 };

describe('An export that is cancelled before anything came', () => {
  it('asks nothing and leaves nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'faceauth-'));
    await runExport({
      title: 'Export Range',
      uri: vscode.Uri.file(join(folder, 'all.json')),
      mask: () => unmasked,
      guard: async (work) => {
        await work();
      },
      done: () => {
        assert.fail('it is not complete');
      },
      work: async ({ sink }): Promise<Exported> => {
        await sink.write(new TextEncoder().encode('['));
        return { end: { kind: 'cancelled' }, report: nothing };
      },
    });
    assert.deepEqual(readdirSync(folder), []);
    rmSync(folder, { recursive: true });
  });
});

describe('What was written of an export', () => {
  const uri = vscode.Uri.file('/exports/all.json');

  it('is told where it cannot be deleted, and is no fault of ours', async () => {
    const busy = Object.assign(new Error('EBUSY: resource busy'), { code: 'EBUSY' });
    await discarded(uri, { discard: async () => await Promise.reject(busy) });
  });

  it('is still a fault where it is one', async () => {
    const fault = new TypeError('x is undefined');
    await assert.rejects(
      discarded(uri, { discard: async () => await Promise.reject(fault) }),
      (error) => error === fault,
    );
  });
});

describe('A place that is on another machine than the extension', () => {
  for (const [scheme, remote, words] of [
    ['vscode-local', 'wsl', 'This place is on your own computer, and FaceAuth Inspector runs on wsl.'],
    ['vscode-remote', 'wsl', 'This place is on wsl, and FaceAuth Inspector runs on your own computer.'],
    ['memfs', undefined, 'This place is not on the disk of this machine.'],
  ] as const) {
    it(`is named with both machines: ${scheme}`, () => {
      assert.equal(otherMachineText(scheme, remote), words);
    });
  }
});
