import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { DocumentAddresses } from '../../src/editor/document/addresses.ts';
import { noAlias } from '../../src/editor/screenShare/aliases.ts';
import type { Project } from '../../src/session/state.ts';
import { maskWith, unmasked } from '../../src/submissions/privacy/mask.ts';

describe('The address of a JSON document', () => {
  const projects: Record<string, Partial<Project>> = { service: {}, file: { file: 'file:///redacted.json' } };
  const alias = 'id-e2q23zhawk2f';
  let mask = unmasked;
  let addresses: DocumentAddresses;

  beforeEach(() => {
    mask = unmasked;
    addresses = new DocumentAddresses({
      mask: () => mask,
      shown: { byId: (id: string) => projects[id] } as unknown as ConstructorParameters<
        typeof DocumentAddresses
      >[0]['shown'],
    });
  });

  const share = (): void => {
    mask = maskWith(
      (id) => (id === alias ? 'id-cccccccccccc' : 'id-aaaaaaaaaaaa'),
      () => false,
    );
  };
  const renewed = (uri: vscode.Uri): string => addresses.renewed(uri).path;

  it('has an alias while the screen is shared, and the id before and after', () => {
    const before = addresses.ofId({ projectId: 'service', id: 'fa_1' });
    share();
    const shared = addresses.renewed(before);
    assert.match(shared.path, /\/service\/id-a/);
    assert.equal(addresses.targetOf(shared)?.id, 'fa_1');
    mask = unmasked;
    assert.equal(renewed(shared), before.path);
  });

  it('keeps its id until its alias can be told', () => {
    const before = addresses.ofId({ projectId: 'service', id: 'fa_1' });
    mask = maskWith(
      () => noAlias,
      () => false,
    );
    assert.equal(renewed(before), before.path);
    share();
    assert.match(renewed(before), /\/service\/id-a/);
  });

  it('stays what it is where only the alias is known, from before VS Code was started again', () => {
    const left = addresses.ofId({ projectId: 'service', id: alias });
    share();
    assert.equal(renewed(left), left.path);
    assert.ok(addresses.hasUnknownId(left));
    assert.equal(addresses.targetOf(left), undefined);
  });

  it('has an alias for the aliases of a redacted file too, which are its ids', () => {
    const before = addresses.ofId({ projectId: 'file', id: alias });
    assert.equal(addresses.targetOf(before)?.id, alias);
    share();
    assert.notEqual(renewed(before), before.path);
    assert.equal(addresses.targetOf(addresses.renewed(before))?.id, alias);
  });
});
