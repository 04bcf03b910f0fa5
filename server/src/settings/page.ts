import type { Setting } from './setting.js';
import { settingsByName, sharedSettings } from './settings.js';

/** `docs/settings.md`, from the one list of settings. */
export const settingsPage = (): string => `# Settings

Made by \`npm run manifest\` from \`server/src/settings/settings.ts\`, the list that the editor’s own settings page is made from.
In VS Code: File → Preferences → Settings, and type *Second Source*. The command line reads \`.vscode/settings.json\` of the
folder that it is given. What a newsroom agrees on stands in the [project file](project.md), which wins over all of these.

${[...settingsByName].map(([name, setting]) => section(name, setting)).join('\n')}`;

const section = (name: string, setting: Setting<unknown>): string => {
  const { kind, fallback, scope, words } = setting;
  const { enum: choices = [], minimum } = kind.json as Json;
  const rule = /^rules\.(.+)$/.exec(name)?.[1];
  return [
    `## \`secondSource.${name}\`\n`,
    `${words}${rule === undefined ? '' : ` [What it marks, with examples](rules/${rule}.md).`}\n`,
    `- Default: \`${JSON.stringify(fallback)}\`${minimum === undefined ? '' : `; from ${minimum} on`}`,
    `- Set for: ${scopeWords[scope]}${isShared(setting) ? '; in the project file for everybody' : ''}`,
    ...choices.map((choice) => `- \`${choice}\`: ${kind.meanings?.[choice]}`),
    '',
  ].join('\n');
};

/** What is shown of a setting’s JSON schema. */
interface Json {
  readonly enum?: readonly string[];
  readonly minimum?: number;
}

const scopeWords: Readonly<Record<Setting<unknown>['scope'], string>> = {
  resource: 'you, a workspace, or one folder of it',
  window: 'you, or a workspace',
  application: 'you alone; no folder can set it',
  machine: 'you, on one machine; no folder can set it, and it is not synced',
};

const shared: ReadonlySet<unknown> = new Set(Object.values({ ...sharedSettings, ...sharedSettings.rules }));
const isShared = (setting: Setting<unknown>): boolean => shared.has(setting);
