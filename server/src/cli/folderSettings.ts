import { realpath } from 'node:fs/promises';
import { type ParseError, parse } from 'jsonc-parser';
import { URI } from 'vscode-uri';
import { syntaxDamage } from '../settings/damage.js';
import { settingsByName } from '../settings/settings.js';
import type { Files } from '../sync/files.js';
import { shown } from '../sync/uris.js';

/** Largest settings file read, in bytes: chosen, far above any that people write. */
const largest = 1 << 20;

/**
 * What the editor would send for a folder: everything under `secondSource` in its `.vscode/settings.json`, if any. Of a file
 * that is no JSON the part that can be read counts, as in VS Code; `damaged` is told.
 */
export async function folderSettings(folder: string, files: Files, damaged: (words: string) => void): Promise<unknown> {
  const file = await realpath(URI.parse(`${folder}/.vscode/settings.json`).fsPath).catch(() => null); // it may be a link
  if (file === null) return {};
  const found = await files.read(URI.file(file).toString(), largest);
  if (typeof found === 'number') throw new Error(`it has more than ${largest} bytes`);
  if (found === null || found.text.trim() === '') return {};
  const errors: ParseError[] = [];
  parse(found.text, errors, { allowTrailingComma: true });
  if (errors.length > 0) {
    const { line, reason } = syntaxDamage(found.text, false);
    damaged(`${shown(URI.file(file).toString())}:${line + 1}: the settings are read only in part: ${reason}`);
  }
  return settingsIn(found.text);
}

/** `{ "secondSource.limits.files": 3 }` as `{ limits: { files: 3 } }`, as far as the text can be read and a folder may say it. */
export function settingsIn(text: string): Record<string, unknown> {
  const told: unknown = parse(text, [], { allowTrailingComma: true });
  const settings: Record<string, unknown> = {};
  if (typeof told !== 'object' || told === null) return settings;
  const values = new Map(Object.entries(told));
  for (const [name, { scope }] of settingsByName) {
    if (scope === 'application' || scope === 'machine') continue; // no folder can set it, in VS Code neither
    const value = values.get(`secondSource.${name}`);
    if (value === undefined) continue;
    const path = name.split('.');
    const last = path.pop() as string;
    let section = settings;
    for (const key of path) {
      section[key] ??= {};
      section = section[key] as Record<string, unknown>;
    }
    section[last] = value;
  }
  return settings;
}
