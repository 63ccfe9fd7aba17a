import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DocumentAddresses } from '../../src/editor/document/addresses.ts';
import type { Documents } from '../../src/editor/document/documents.ts';
import { LiveRecords } from '../../src/editor/record/liveRecords.ts';
import { RecordPanel } from '../../src/editor/record/panel.ts';
import { registerRecords } from '../../src/editor/record/recordCommands.ts';
import { referenceTo } from '../../src/editor/record/rowOfRecord.ts';
import { TargetRecords } from '../../src/editor/record/targetRecords.ts';
import type { RecordTarget } from '../../src/editor/record/targets.ts';
import type { RecordToPage } from '../../src/protocol/record.ts';
import type { Row } from '../../src/session/row.ts';
import { demoProject } from '../../src/sources/demo.ts';
import { everyRow } from '../unit/session/tree.ts';
import { openPage } from './support/page.ts';
import { openRooms, type Rooms } from './support/rooms.ts';
import { until } from './support/window.ts';

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

  /** Opens a panel on a record. Returns what it shows, its page, and what its arrows open. */
  const panelOf = async (reference: RecordTarget) => {
    const { core } = rooms;
    const live = new LiveRecords(core);
    const page = openPage<RecordToPage>();
    const opened: RecordTarget[] = [];
    const openOther = (target: RecordTarget): void => void opened.push(target);
    const target = { state: { ...reference, showDeleted: false } };
    const panel = new RecordPanel(page.panel, target, { core, live, openOther });
    rooms.open(() => vscode.Disposable.from(live, panel));
    const shown = (): string => {
      const last = page.posted.at(-1);
      return last?.kind === 'record' ? JSON.stringify(last.view) : '';
    };
    await until('the record is shown', () => shown() !== '');
    return { shown, page, opened };
  };

  const referenceOf = (status: string): RecordTarget => {
    const { projectId, submission } = rowOf(status);
    return referenceTo(rooms.core, projectId, submission);
  };

  it('each is shown in its panel, also once the list was left and read again', async () => {
    const references = ['approved', 'rejected'].map((status) => [status, referenceOf(status)] as const);
    for (const leave of [async () => undefined, async () => await rooms.core.shown.open(demoProject)]) {
      await leave();
      for (const [status, reference] of references) {
        const { shown } = await panelOf(reference);
        assert.match(shown(), new RegExp(`"${status}"`, 'i'));
      }
    }
  });

  it('the panel of one leads to that of the other', async () => {
    const { page, opened } = await panelOf(referenceOf('rejected'));
    const at = everyRow(rooms.core.session.state).findIndex(({ id }) => id === rowOf('rejected').id);
    const other = everyRow(rooms.core.session.state).findIndex(({ id }) => id === rowOf('approved').id);
    page.say({ kind: 'run', action: other < at ? 'previous' : 'next' });
    await until('another is opened', () => opened.length > 0);
    assert.deepEqual(
      opened.map(({ id, serviceProject }) => [id, serviceProject]),
      [['fa_1', undefined]],
    );
  });

  it('what is done in a panel is done with the one that it shows', async () => {
    for (const status of ['approved', 'rejected']) {
      await rooms.run('faceauth.copyRedacted', referenceOf(status));
      assert.match(await vscode.env.clipboard.readText(), new RegExp(`"auth_status": "${status}"`));
    }
  });
});
