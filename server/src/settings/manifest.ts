import { settingsByName } from './settings.js';

/** `contributes.configuration.properties` of the manifest, as VS Code reads it. */
export const manifestProperties: Readonly<Record<string, Readonly<Record<string, unknown>>>> = Object.fromEntries(
  [...settingsByName].map(([name, { kind, fallback, scope, words }]) => [
    `secondSource.${name}`,
    { ...kind.json, scope, default: fallback, markdownDescription: words },
  ]),
);
