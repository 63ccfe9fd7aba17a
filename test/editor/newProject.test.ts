import assert from 'node:assert/strict';
import { registerProjects } from '../../src/editor/project/projectCommands.ts';
import { startService } from '../service/service.ts';
import { nothingStored, openRooms, Person } from './support/rooms.ts';

const key = 'Zk3mQ9xV2bN8cL5pR7tY1uW4';

describe('The name of a project', () => {
  it('is in its internal id, so that the addresses of documents tell it, and nowhere once all is removed', async () => {
    await using service = await startService({ keys: [key], size: 20, broken: false });
    const stored = nothingStored();
    const person = new Person();
    const rooms = openRooms(service.baseUrl, stored);
    rooms.open(registerProjects);
    try {
      const added = rooms.run('faceauth.addProject');
      await person.enter('Acme Bank');
      await person.enter(key);
      await added;
      assert.match(rooms.core.store.all()[0]?.id ?? '', /^acme-bank-[\da-f]{8}$/);
      person.answer = async () => await Promise.resolve('Remove All');
      await rooms.run('faceauth.removeAllKeys');
      assert.doesNotMatch(JSON.stringify(stored.state.values), /acme/i);
    } finally {
      person.restore();
      rooms.dispose();
    }
  });
});
