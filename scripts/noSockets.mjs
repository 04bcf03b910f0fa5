// Stands for Node's `net` in what ships. The language server library can also talk over sockets, which nothing here
// asks it to; with this in their place no network module is left in the package, and a test can prove it.
const refuse = () => {
  throw new Error('Second Source opens no sockets: start its server with --stdio or --node-ipc.');
};

export const createServer = refuse;
export const createConnection = refuse;
