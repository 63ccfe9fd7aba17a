import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('probe', () => {
  it('runs in vscode', () => assert.ok(vscode.version));
});
