import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { copySamples } from '../../../client/src/samples.js';

describe('The sample newsroom', () => {
  let folder: string;
  const samples = (): vscode.Uri => {
    const extension = vscode.extensions.getExtension('second-source.second-source');
    assert.ok(extension);
    return vscode.Uri.joinPath(extension.extensionUri, 'samples');
  };
  const copied = async (): Promise<string> => (await copySamples(samples(), vscode.Uri.file(folder))).fsPath;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'second-source-samples-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('comes with the extension and is copied into an empty folder as it is', async () => {
    assert.equal(await copied(), folder);
    const names = readdirSync(samples().fsPath);
    assert.ok(names.includes('northwire-sarvino-market.txt'));
    assert.deepEqual(readdirSync(folder), names);
    for (const name of names)
      assert.equal(readFileSync(join(folder, name), 'utf8'), readFileSync(join(samples().fsPath, name), 'utf8'));
  });

  it('leaves a folder that is not empty as it is, and goes into a new one in it', async () => {
    const mine = join(folder, 'northwire-sarvino-market.txt');
    writeFileSync(mine, 'mine');
    mkdirSync(join(folder, 'sample-newsroom'));
    assert.equal(await copied(), join(folder, 'sample-newsroom-2'));
    assert.equal(readFileSync(mine, 'utf8'), 'mine');
    assert.deepEqual(readdirSync(join(folder, 'sample-newsroom')), []);
    assert.deepEqual(readdirSync(join(folder, 'sample-newsroom-2')), readdirSync(samples().fsPath));
  });
});
