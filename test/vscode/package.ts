import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { unzipSync, zipSync } from 'fflate';

/** The extension as people install it, made by `npm run package`. Throws with what to do where it is missing. */
export function packagedExtension(): string {
  const vsix = resolve('second-source.vsix');
  if (!existsSync(vsix)) throw new Error('There is no second-source.vsix yet: run `npm run package` first.');
  return vsix;
}

/** The files of a package by their path in it, as bytes. */
export const filesOf = (vsix: string): Record<string, Uint8Array> => unzipSync(readFileSync(vsix));

/** Unpacks the extension's folder to where a VS Code under test can load it; returns that folder. */
export function unpack(vsix: string, target: string): string {
  for (const [path, bytes] of Object.entries(filesOf(vsix))) {
    if (!path.startsWith('extension/') || path.endsWith('/')) continue;
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), bytes);
  }
  return join(target, 'extension');
}

/** A package of the extension in a folder, as the tests bring one, in the folder `target`. */
export function pack(folder: string, target: string): string {
  const files = readdirSync(folder).map((name) => [`extension/${name}`, readFileSync(join(folder, name))]);
  const vsix = join(target, 'packed.vsix');
  writeFileSync(vsix, zipSync(Object.fromEntries(files)));
  return vsix;
}
