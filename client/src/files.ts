import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  base64Of,
  bytesOf,
  type FileFound,
  findFile,
  type RequestName,
  readFile,
  readFolder,
  removeFile,
  writeFile,
} from '../../protocol/src/index.js';

const { fs } = vscode.workspace;

/** Answers what the server asks of the file system of the editor. */
export function answerFiles(client: BaseLanguageClient): void {
  const answer = <Params, Result>(
    { method }: RequestName<Params, Result>,
    compute: (params: Params) => Promise<Result>,
  ): void => {
    const handler: (params: Params) => Promise<unknown> = compute;
    client.onRequest(method, handler);
  };
  answer(findFile, ({ uri }) =>
    ifThere(async () => {
      const { type, size } = await fs.stat(vscode.Uri.parse(uri, true));
      return { ...told(type), size };
    }),
  );
  answer(readFile, ({ uri }) =>
    ifThere(async () => ({ base64: base64Of(await fs.readFile(vscode.Uri.parse(uri, true))) })),
  );
  answer(readFolder, async ({ uri }) => {
    const entries = await fs.readDirectory(vscode.Uri.parse(uri, true));
    return entries.map(([name, type]) => ({ name, ...told(type) }));
  });
  answer(writeFile, async ({ uri, base64, isNew }) => {
    const target = vscode.Uri.parse(uri, true);
    const unfinished = target.with({ path: `${target.path}.${crypto.randomUUID()}` });
    try {
      await fs.writeFile(unfinished, bytesOf(base64));
      await fs.rename(unfinished, target, { overwrite: !isNew });
    } catch (error) {
      await ifThere(async () => fs.delete(unfinished));
      throw error;
    }
    return null;
  });
  answer(removeFile, async ({ uri }) => {
    await ifThere(async () => fs.delete(vscode.Uri.parse(uri, true)));
    return null;
  });
}

const told = (type: vscode.FileType): Pick<FileFound, 'kind' | 'isLink'> => ({
  kind: type & vscode.FileType.File ? 'file' : type & vscode.FileType.Directory ? 'folder' : 'other',
  isLink: (type & vscode.FileType.SymbolicLink) !== 0,
});

/** `null` where there is no such file or folder. */
async function ifThere<T>(look: () => Promise<T>): Promise<T | null> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}
