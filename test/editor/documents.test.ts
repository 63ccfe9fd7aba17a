import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { registerDocuments, type Documents } from '../../src/editor/document/documents.ts';
import { DocumentAddresses } from '../../src/editor/document/addresses.ts';
import { LiveRecords } from '../../src/editor/record/liveRecords.ts';
import { registerRecords } from '../../src/editor/record/recordCommands.ts';
import { TargetRecords } from '../../src/editor/record/targetRecords.ts';
import { keep } from '../../src/submissions/store/source.ts';
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

  it('still names what helps while it is looked for again, and says also then that it is such a one', async () => {
    service.inject(failures.denied, { when: when.lookUp });
    const before = await text();
    documents.retry(uri);
    assert.equal(documents.missingIn(uri)?.text, before);
    assert.equal(documents.retry(uri), true);
  });

  it('is looked for again once the record without an id is loaded that its address names', async () => {
    const place = { source: keep(new TextEncoder().encode('[{"data":[{"n":1}]}]')), element: 0, position: 0 };
    uri = new DocumentAddresses(rooms.core).ofPlace('a-1', place);
    assert.match(await text(), /^\/\/ This record has no id to ask the service for\.\n/);
    assert.equal(documents.addresses.ofPlace('a-1', place).path, uri.path);
    assert.equal(documents.retry(uri), true);
    assert.deepEqual(changed, [uri.path]);
    assert.deepEqual(JSON.parse(await text()), { n: 1 });
  });

  it('is looked for again once the id is known that its address has the alias of', async () => {
    await rooms.core.screenShare.toggle();
    uri = new DocumentAddresses(rooms.core).ofId(target);
    assert.match(await text(), /opened in screen-share mode before VS Code was started again/);
    assert.equal(documents.addresses.ofId(target).path, uri.path);
    assert.equal(documents.retry(uri), true);
    assert.match(await text(), /"auth_id": "id-\w{12}"/);
  });

  it('is looked for again before it is compared', async () => {
    const end = service.inject(failures.denied, { when: when.lookUp });
    await text();
    end();
    const { core } = rooms;
    rooms.open(() => registerRecords(core, documents, live, new TargetRecords(core, documents.addresses, live)));
    await rooms.run('faceauth.compareSelected', target, [target, { ...target, id: service.records.id(4) }]);
    assert.ok(changed.includes(uri.path));
    assert.deepEqual(JSON.parse(await text()), service.records.record(3));
    await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs));
  });

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
