import type { Connection } from 'vscode-languageserver';
import * as protocol from '../../../protocol/src/index.js';
import type { ImportDisk } from '../sync/importDisk.js';

/** The file system of the editor, for an import from or to what lies on no disk of the server’s machine. */
export function clientImportDisk(connection: Connection): ImportDisk {
  const ask = <Params, Result>(name: protocol.RequestName<Params, Result>, params: Params): Promise<Result> =>
    connection.sendRequest(name.method, params);
  return {
    async read(uri, largest) {
      const found = await ask(protocol.findFile, { uri });
      if (found === null) return null;
      if (found.kind !== 'file') throw new Error('it is not a file');
      if (found.size > largest) return found.size;
      const content = await ask(protocol.readFile, { uri });
      if (content === null) return null;
      // some file systems do not know a size before they are read
      const bytes = protocol.bytesOf(content.base64);
      return bytes.length > largest ? bytes.length : bytes;
    },
    async create(uri, bytes) {
      await ask(protocol.writeFile, { uri, base64: protocol.base64Of(bytes), isNew: true });
    },
    async replace(uri, bytes) {
      await ask(protocol.writeFile, { uri, base64: protocol.base64Of(bytes) });
    },
  };
}
