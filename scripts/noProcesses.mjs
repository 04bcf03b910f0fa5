// Stands for Node's `child_process` in the server. The language server library can ask npm and yarn for their folders,
// which nothing here wants; with this in their place the server starts no other program, and a test can prove it.
const refuse = () => {
  throw new Error('Second Source starts no other program.');
};

export const fork = refuse;
export const spawnSync = refuse;
