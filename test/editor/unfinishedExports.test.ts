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
import { Person } from './support/rooms.ts';

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

describe('An export that fails', () => {
  const refused = { kind: 'keyNotAccepted', status: 401, words: 'Forbidden', traceId: 't-1' } as const;
  let folder: string;
  let person: Person;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'faceauth-'));
    person = new Person();
  });

  afterEach(() => {
    person.restore();
    rmSync(folder, { recursive: true });
  });

  const run = async (isGone: () => boolean): Promise<readonly string[]> => {
    const decided: string[] = [];
    await runExport({
      title: 'Export Range',
      uri: vscode.Uri.file(join(folder, 'all.json')),
      mask: () => unmasked,
      guard: async (work) => {
        await work();
      },
      project: { id: 'a-1', isGone },
      done: () => {
        assert.fail('it is not complete');
      },
      work: async ({ onFailure }): Promise<Exported> => {
        decided.push(await onFailure(refused, nothing));
        return { end: refused, report: nothing };
      },
    });
    return decided;
  };

  it('offers what helps, and asks again after that', async () => {
    await vscode.env.clipboard.writeText('');
    const answers = ['Copy Details', 'Try Again'];
    person.answer = async () => await Promise.resolve(answers.shift());
    assert.deepEqual(await run(() => false), ['again']);
    assert.deepEqual(
      person.heard.map((text) => text.startsWith('The export stopped. Records so far: 0. ')),
      [true, true, false],
    );
    assert.match(await vscode.env.clipboard.readText(), /t-1/);
  });

  it('says so where its project is gone, and asks for no key', async () => {
    assert.deepEqual(await run(() => true), ['stop']);
    assert.deepEqual(person.heard, ['This project is no longer in VS Code, so no more of it can be read.']);
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
