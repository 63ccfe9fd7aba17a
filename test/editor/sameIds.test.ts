import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DocumentAddresses } from '../../src/editor/document/addresses.ts';
import type { Documents } from '../../src/editor/document/documents.ts';
import { LiveRecords } from '../../src/editor/record/liveRecords.ts';
import { registerRecords } from '../../src/editor/record/recordCommands.ts';
import { TargetRecords } from '../../src/editor/record/targetRecords.ts';
import type { Row } from '../../src/session/row.ts';
import { everyRow } from '../unit/session/tree.ts';
import { openRooms, type Rooms } from './support/rooms.ts';

const record = (status: string): object => ({ auth_id: 'fa_1', auth_status: status });
const answer = [
  { faceAuth_projectId: 'p', data: [record('approved')] },
  { faceAuth_projectId: 'q', data: [record('rejected')] },
];

describe('Of two submissions of one id, of two projects in one answer,', () => {
  let rooms: Rooms;
  let found: TargetRecords;

  beforeEach(async () => {
    rooms = openRooms();
    const { core } = rooms;
    const live = new LiveRecords(core);
    rooms.open(() => live);
    const addresses = new DocumentAddresses(core);
    found = new TargetRecords(core, addresses, live);
    rooms.open(() => registerRecords(core, { addresses } as Documents, live, found));
    await core.shown.open(core.files.openText(JSON.stringify(answer), 'both.json', 'in memory'));
  });

  afterEach(() => {
    rooms.dispose();
  });

  const rowOf = (status: string): Row & { kind: 'submission' } => {
    const row = everyRow(rooms.core.session.state).find(
      (one) => one.kind === 'submission' && one.submission.status === status,
    );
    assert.ok(row?.kind === 'submission');
    return row;
  };

  it('the one whose row is chosen is copied', async () => {
    for (const status of ['approved', 'rejected']) {
      await rooms.run('faceauth.copyRedacted', rowOf(status));
      assert.match(await vscode.env.clipboard.readText(), new RegExp(`"auth_status": "${status}"`));
      await rooms.run('faceauth.copySummary', rowOf(status));
      assert.match(await vscode.env.clipboard.readText(), new RegExp(status, 'i'));
    }
  });

  it('both are copied where both are chosen', async () => {
    const rows = [rowOf('approved'), rowOf('rejected')];
    await rooms.run('faceauth.copyRedacted', rows[0], rows);
    const copied = await vscode.env.clipboard.readText();
    assert.ok(copied.includes('approved') && copied.includes('rejected'), copied);
  });

  it('each has a JSON document of its own', () => {
    const uris = ['approved', 'rejected'].map((status) => {
      const { projectId, submission } = rowOf(status);
      return found.uriOf({ kind: 'submission', projectId, id: submission.id, submission }).toString();
    });
    assert.equal(new Set(uris).size, 2);
  });
});
