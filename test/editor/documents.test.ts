import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { registerDocuments, type Documents } from '../../src/editor/document/documents.ts';
import { LiveRecords } from '../../src/editor/record/liveRecords.ts';
import { when } from '../service/exchange.ts';
import { startService, type Service } from '../service/service.ts';
import { shape } from '../service/shapes.ts';
import { failures } from '../service/statuses.ts';
import { openRooms, type Rooms } from './support/rooms.ts';
import { until } from './support/window.ts';

const key = 'key-0123456789';

describe('A JSON document whose record cannot be had', () => {
  let service: Service;
  let rooms: Rooms;
  let live: LiveRecords;
  let documents: Documents;
  let target: { readonly projectId: string; readonly id: string };
  let uri: vscode.Uri;
  /** The addresses that VS Code was told to read again. */
  let changed: string[];

  beforeEach(async () => {
    service = await startService({ keys: [key], size: 20, broken: false });
    rooms = openRooms();
    const { core } = rooms;
    const project = { id: 'a-1', name: 'A', address: service.baseUrl };
    await core.store.add(project, key);
    live = new LiveRecords(core);
    rooms.open(() => live);
    rooms.open(() => (documents = registerDocuments(core, live)));
    target = { projectId: 'a-1', id: service.records.id(3) };
    uri = documents.addresses.ofId(target);
    changed = [];
    rooms.open(() =>
      core.shell.files.onDidChangeFile((events) => {
        changed.push(...events.map((event) => event.uri.path));
      }),
    );
  });

  afterEach(async () => {
    rooms.dispose();
    await service.close();
  });

  const text = async (): Promise<string> => new TextDecoder().decode(await documents.read(uri));
  const replaceKey = async (): Promise<void> => {
    await rooms.core.store.setKey('a-1', key);
    await until('VS Code is told to read it again', () => changed.includes(uri.path));
  };

  it('says why, and asks the service once, however often it is read', async () => {
    service.inject(failures.denied, { when: when.lookUp });
    assert.match(await text(), /^\/\/ The service does not allow requests from your network address/);
    assert.equal(await text(), await text());
    assert.equal(service.requests.length, 1);
    assert.deepEqual(changed, []);
  });

  it('is read again once the key was replaced, and is its record then', async () => {
    const end = service.inject(failures.denied, { when: when.lookUp });
    await text();
    end();
    await replaceKey();
    assert.deepEqual(JSON.parse(await text()), service.records.record(3));
    assert.equal(documents.missingIn(uri), undefined);
  });

  it('is read again then also where a record came that cannot be read', async () => {
    const end = service.inject(shape([{ data: [{ auth_id: {}, authId: [], note: target.id }] }]), {
      when: when.lookUp,
    });
    assert.match(await text(), /"note"/);
    end();
    await replaceKey();
    assert.deepEqual(JSON.parse(await text()), service.records.record(3));
  });

  it('says what another failure says, once a panel has tried again, and asks nobody itself', async () => {
    service.inject(failures.denied, { when: when.lookUp });
    await text();
    service.setFault(failures.badRequest, { when: when.lookUp });
    const panel = live.follow(target, () => undefined);
    await panel.record.read();
    await until('VS Code is told to read it again', () => changed.includes(uri.path));
    const before = service.requests.length;
    assert.match(await text(), /date must be yyyy-mm-dd/);
    assert.equal(service.requests.length, before);
    panel.dispose();
  });

  it('keeps the record that it has when the service fails later', async () => {
    await text();
    service.inject(failures.denied, { when: when.lookUp });
    await replaceKeyQuietly();
    assert.deepEqual(JSON.parse(await text()), service.records.record(3));
  });

  const replaceKeyQuietly = async (): Promise<void> => {
    await rooms.core.store.setKey('a-1', key);
    const panel = live.follow(target, () => undefined);
    await panel.record.read();
    panel.dispose();
  };

  it('tries again when that is asked for, and says whether there was need for it', async () => {
    const end = service.inject(failures.denied, { when: when.lookUp });
    await text();
    end();
    assert.equal(documents.retry(uri), true);
    await until('VS Code is told to read it again', () => changed.includes(uri.path));
    assert.deepEqual(JSON.parse(await text()), service.records.record(3));
    assert.equal(documents.retry(uri), false);
  });
});
