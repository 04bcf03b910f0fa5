import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('Second Source in the extension host', () => {
  it('is there', () => {
    assert.ok(vscode.extensions.getExtension('second-source.second-source'));
  });
});
