import type { Setting } from './setting.js';
import { settingsByName } from './settings.js';

/** Words for people stand in `package.nls.json`; the manifest names them by a key. */
const settingKey = (name: string): string => `setting.${name}`;
/** What one choice means: the same in all settings that offer it. */
const choiceKey = (choice: string): string => `choice.${choice}`;

/** `contributes.configuration.properties` of the manifest, as VS Code reads it. */
export const manifestProperties: Readonly<Record<string, Readonly<Record<string, unknown>>>> = Object.fromEntries(
  [...settingsByName].map(([name, { kind, fallback, scope }]) => [
    `secondSource.${name}`,
    {
      ...kind.json,
      ...(kind.meanings && { enumDescriptions: Object.keys(kind.meanings).map((choice) => `%${choiceKey(choice)}%`) }),
      scope,
      default: fallback,
      markdownDescription: `%${settingKey(name)}%`,
    },
  ]),
);

/** The English of `package.nls.json` for settings; its other entries are written by hand. */
export const manifestWords: Readonly<Record<string, string>> = Object.fromEntries(
  [...settingsByName].flatMap(([name, { kind, words }]: [string, Setting<unknown>]) => [
    [settingKey(name), words],
    ...Object.entries(kind.meanings ?? {}).map(([choice, meaning]) => [choiceKey(choice), meaning]),
  ]),
);
