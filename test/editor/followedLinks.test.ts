import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DeepLinks } from '../../src/editor/links/deepLink.ts';
import { openRooms, Person, type Rooms } from './support/rooms.ts';
import { until } from './support/window.ts';

const link = vscode.Uri.parse('vscode://faceauth.faceauth-inspector/submission?authId=fa_1');

describe('A link that is followed from outside of VS Code', () => {
  let rooms: Rooms;
  let person: Person;
  let links: DeepLinks;

  beforeEach(() => {
    person = new Person();
    rooms = openRooms();
    links = new DeepLinks(rooms.core);
  });

  afterEach(() => {
    person.restore();
    rooms.dispose();
  });

  it('is asked about in a file, which needs no key', async () => {
    await rooms.core.shown.open(rooms.core.files.openText('{"auth_id":"fa_1"}', 'capture.json', 'in memory'));
    await links.open(link);
    assert.deepEqual(person.heard, ['Look up the submission fa_1 in the project “capture.json”?']);
  });

  it('is asked about by an alias where the name of a file holds an id, while the screen is shared', async () => {
    const { core } = rooms;
    await core.shown.open(core.files.openText('{"auth_id":"fa_1"}', 'fa_1.json', 'in memory'));
    await core.screenShare.toggle();
    try {
      await links.open(link);
    } finally {
      await core.screenShare.toggle();
    }
    assert.match(person.heard.at(-1) ?? '', /^Look up the submission id-\w+ in the project “id-\w+\.json”\?$/);
  });

  it('is asked about while it is still told why an earlier one cannot be followed', async () => {
    const { core } = rooms;
    await core.store.add({ id: 'a-1', name: 'A', address: 'no address' }, 'key-0123456789');
    core.session.choose(core.store.all()[0]);
    person.answer = async () => await new Promise(() => undefined);
    await links.open(link);
    await until('it is told', () => person.heard.length === 1);
    core.session.choose(core.files.openText('{"auth_id":"fa_1"}', 'capture.json', 'in memory'));
    void links.open(link);
    await until('the next one is asked about', () => person.heard.length === 2);
    assert.match(person.heard[1] ?? '', /^Look up the submission fa_1/);
  });

  it('is dropped while another one is asked about', async () => {
    await rooms.core.shown.open(rooms.core.files.openText('{"auth_id":"fa_1"}', 'capture.json', 'in memory'));
    let answer: (label: undefined) => void = () => undefined;
    person.answer = async () =>
      await new Promise((resolve) => {
        answer = resolve;
      });
    const first = links.open(link);
    await until('it is asked about', () => person.heard.length === 1);
    await links.open(link);
    assert.equal(person.heard.length, 1);
    answer(undefined);
    await first;
  });
});
