import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './atExit.js';

/** The folders of one throw-away VS Code: its user data, its extensions, and a copy of the articles it opens. */
export interface Profile {
  readonly folder: string;
  readonly userData: string;
  readonly extensions: string;
  readonly builtin: string;
  readonly workspace: string;
  remove(): void;
}

/**
 * Built-in extensions with code. An empty built-in folder leaves out the half that runs in the server, this list the
 * half that runs in the browser, which this build lacks. Themes, grammars and languages remain: the workbench has them.
 */
const builtinsWithCode = [
  'configuration-editing',
  'css-language-features',
  'emmet',
  'extension-editing',
  'git-base',
  'github-authentication',
  'html-language-features',
  'ipynb',
  'json-language-features',
  'markdown-language-features',
  'markdown-math',
  'media-preview',
  'merge-conflict',
  'mermaid-markdown-features',
  'npm',
  'references-view',
  'search-result',
  'simple-browser',
  'typescript-language-features',
];

/** Nothing beside the extension moves, asks, fetches or opens. */
const calm = {
  'chat.disableAIFeatures': true,
  'editor.hover.delay': 50,
  'editor.minimap.enabled': false,
  'editor.unusualLineTerminators': 'off', // else it asks about such a file in a dialog
  'editor.wordWrap': 'on',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'remote.extensionKind': Object.fromEntries(builtinsWithCode.map((name) => [`vscode.${name}`, ['-web']])),
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code fills it in
  'window.title': '${activeEditorShort}${separator}${rootName}',
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.experimentalOnboarding': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** Invented articles that the tests in VS Code open. */
export const articles = join('test', 'vscode', 'articles');

/** A fresh profile whose workspace is a copy of the folder `articles`. It is removed when this process ends at the latest. */
export function makeProfile(articles: string): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'second-source-'));
  const below = (name: string) => join(folder, name);
  for (const name of ['user-data/User', 'extensions', 'builtin']) mkdirSync(below(name), { recursive: true });
  cpSync(articles, below('articles'), { recursive: true });
  writeFileSync(below('user-data/User/settings.json'), JSON.stringify(calm, null, 2));
  const remove = atExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return {
    folder,
    userData: below('user-data'),
    extensions: below('extensions'),
    builtin: below('builtin'),
    workspace: below('articles'),
    remove,
  };
}

/** What VS Code, the extension and its server logged as errors in this profile: the reason behind most failures. */
export function loggedErrors(profile: Profile): string {
  const logs = readdirSync(profile.userData, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.log'),
  );
  return logs
    .map((name) => readFileSync(join(profile.userData, name), 'utf8'))
    .flatMap((log) => log.split(/\n(?=\d{4}-)/))
    .filter((entry) => entry.includes('[error]'))
    .join('\n');
}
