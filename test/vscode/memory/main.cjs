// An extension whose files lie in memory alone, under `mem:/newsroom`: what an editor reaches and a disk has not.
const vscode = require('vscode');

const article = `---
title: A night at Orlo Point
outlet: Harbour Memory
date: 2031-03-05
---

A night at Orlo Point

Shells struck the ferry terminal at Orlo Point late on Monday, killing 19 people who were waiting for the night boat to the mainland.

A source close to the port office said that the waiting hall would not open again before the summer.
`;
const root = '/newsroom';
const files = new Map([[`${root}/harbour-memory.txt`, new TextEncoder().encode(article)]]);
const changed = new vscode.EventEmitter();

const tell = (type, uri) => changed.fire([{ type, uri }]);
const found = (uri) => {
  const bytes = files.get(uri.path);
  if (bytes === undefined) throw vscode.FileSystemError.FileNotFound(uri);
  return bytes;
};

const provider = {
  onDidChangeFile: changed.event,
  watch: () => new vscode.Disposable(() => undefined),
  stat(uri) {
    if (uri.path === root) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: found(uri).length };
  },
  readDirectory: () => [...files.keys()].map((path) => [path.slice(root.length + 1), vscode.FileType.File]),
  createDirectory: () => undefined,
  readFile: found,
  writeFile(uri, bytes) {
    const type = files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    files.set(uri.path, bytes);
    tell(type, uri);
  },
  delete(uri) {
    files.delete(uri.path);
    tell(vscode.FileChangeType.Deleted, uri);
  },
  rename(from, to) {
    provider.writeFile(to, found(from));
    provider.delete(from);
  },
};

exports.activate = ({ subscriptions }) => {
  subscriptions.push(vscode.workspace.registerFileSystemProvider('mem', provider, { isCaseSensitive: true }));
};
