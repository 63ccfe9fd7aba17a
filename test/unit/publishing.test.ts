import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { textOf } from './sources.ts';

const manifest = z.record(z.string(), z.unknown()).parse(JSON.parse(textOf('package.json')));

// Fields that vsce and the Marketplace ask for, and that only the owner of the name can fill in.
const forTheOwner = ['repository', 'bugs', 'homepage'];

describe('the extension before its first release', () => {
  it('has all that the Marketplace shows', () => {
    const shown = ['displayName', 'description', 'categories', 'keywords', 'icon', 'galleryBanner', 'license'];
    assert.deepEqual(
      [...shown, 'pricing', 'qna'].filter((name) => manifest[name] === undefined),
      [],
    );
  });

  it('lacks only what its owner must fill in, which stands in one place', () => {
    const list = textOf('.github/CONTRIBUTING.md').split('## Before the first release')[1] ?? '';
    assert.deepEqual(
      forTheOwner.filter((name) => manifest[name] !== undefined),
      [],
    );
    for (const name of ['publisher', ...forTheOwner]) assert.ok(list.includes(`\`${name}\``), name);
  });

  it('cannot be published until then', () => {
    assert.equal(manifest['private'], true);
  });
});
