import assert from 'node:assert/strict';
import { projectName } from '../../../src/session/projectName.ts';
import { maskWith, unmasked } from '../../../src/submissions/privacy/mask.ts';

describe('the name of a project as it is shown', () => {
  const mask = maskWith(
    () => 'an alias',
    (text) => text === 'fa_1',
  );

  it('has aliases for the ids in it where it is that of a file', () => {
    const project = { id: 'f', name: 'fa_1.json', file: '/fa_1.json' };
    assert.equal(projectName(project, mask), 'an alias.json');
    assert.equal(projectName(project, unmasked), 'fa_1.json');
  });

  it('is the one that it was given here where it is no file', () => {
    assert.equal(projectName({ id: 'p', name: 'fa_1', address: 'https://host/v3' }, mask), 'fa_1');
  });
});
