import picomatch from 'picomatch';
import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import * as protocol from '../../../protocol/src/index.js';
import { decode } from '../sync/decode.js';
import { type Files, type Globs, type Listing, messageOf } from '../sync/files.js';
import { fileUnder } from '../sync/uris.js';

/** Folders that are asked for at once. */
const atOnce = 8;

/** The file system of the editor, for what lies on no disk of the server’s machine. */
export function clientFiles(connection: Connection): Files {
  const ask = <Params, Result>(name: protocol.RequestName<Params, Result>, params: Params): Promise<Result> =>
    connection.sendRequest<Result>(name.method, params).catch((error: unknown) => {
      const isUnknown = error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound;
      throw isUnknown ? new Error('it is not on a disk of this machine') : error; // other editors than ours do not answer
    });
  /** A document that was never saved lies nowhere. */
  const find = async (uri: string): Promise<protocol.FileFound | null> =>
    uri.startsWith('untitled:') ? null : ask(protocol.findFile, { uri });
  const isFolder = async (uri: string): Promise<boolean> => {
    const found = await find(uri);
    return found?.kind === 'folder' && !found.isLink;
  };
  return {
    list: (folder, globs, signal) => list(folder, globs, signal, (uri) => ask(protocol.readFolder, { uri })),
    async read(file, largest) {
      const found = await find(file);
      if (found === null) return null;
      if (found.isLink) throw new Error('it is a link');
      if (found.kind !== 'file') throw new Error('it is not a file');
      if (found.size > largest) return found.size;
      const content = await ask(protocol.readFile, { uri: file });
      if (content === null) return null;
      // some file systems do not know a size before they are read
      const bytes = protocol.bytesOf(content.base64);
      return bytes.length > largest ? bytes.length : { ...decode(bytes), identity: file };
    },
    identity: async (file) => ((await find(file)) === null ? null : file),
    isFolder,
    async write(file, text, within) {
      await noLinkBetween(within, file, find);
      await ask(protocol.writeFile, { uri: file, base64: protocol.base64Of(new TextEncoder().encode(text)) });
    },
    async remove(file, within) {
      await noLinkBetween(within, file, find);
      await ask(protocol.removeFile, { uri: file });
    },
  };
}

/** Rejects where a folder on the way from one to a file in it is a link. */
async function noLinkBetween(
  within: string,
  file: string,
  find: (uri: string) => Promise<protocol.FileFound | null>,
): Promise<void> {
  const names = file.slice(within.length).split('/').slice(0, -1);
  for (let k = 1; k <= names.length; k++) {
    const uri = within + names.slice(0, k).join('/');
    const found = await find(uri);
    if (found !== null && (found.isLink || found.kind !== 'folder')) throw new Error(`${uri} is a link or no folder`);
  }
}

type Entry = Pick<protocol.FileFound, 'kind' | 'isLink'> & { readonly name: string };

/** Looks into one folder after the other, but into none that is left out, begins with a dot or is a link. */
async function list(
  folder: string,
  { include, exclude }: Globs,
  signal: AbortSignal,
  readFolder: (uri: string) => Promise<readonly Entry[]>,
): Promise<Listing> {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  const isIncluded = picomatch([...include], { nocase: true });
  const isExcluded = exclude.length === 0 ? () => false : picomatch([...exclude], { nocase: true, dot: true });
  const files: string[] = [];
  const unread = new Map<string, string>();
  const folders = [''];
  const look = async (path: string): Promise<void> => {
    const uri = path === '' ? folder : fileUnder(prefix, path);
    const entries = await readFolder(uri).catch((error: unknown) => {
      unread.set(uri, messageOf(error));
      return [];
    });
    for (const { name, kind, isLink } of entries) {
      if (name === '' || name === '..' || name.includes('/')) continue; // no name of a file: it would lead elsewhere
      const inner = path === '' ? name : `${path}/${name}`;
      if (kind === 'folder') {
        if (!isLink && !name.startsWith('.') && !isExcluded(`${inner}/`) && !isExcluded(inner)) folders.push(inner);
      } else if (isIncluded(inner) && !isExcluded(inner)) files.push(fileUnder(prefix, inner));
    }
  };
  while (folders.length > 0) {
    signal.throwIfAborted();
    await Promise.all(folders.splice(0, atOnce).map(look));
  }
  return { files: files.sort(), unread };
}
