import type { ReadingSettings } from '../core/readingSettings.js';
import { type ReadingLevel, readingLevelOf } from '../core/rules/attention.js';
import { type Finding, type RuleId, ruleIds, ruleWords } from '../core/rules/rule.js';
import type { ToldFinding } from '../core/rules/spots.js';
import { amount, choice, chosen, flag, lists, type Setting, setting, texts, words } from './setting.js';

/** What is marked at each level of reading, in the order of `readingLevels`; short, for one line of a list. */
const readingWords: Readonly<Record<ReadingLevel, string>> = {
  essential: 'What a desk would stop for: contradictions, figures without a source.',
  standard: 'What a desk would question, too: unnamed sources, one side’s figures.',
  everything: 'All that is found, repeated claims and sourced figures included.',
};

/** What a rule's setting may say. */
const level = choice({
  default: 'The severity that the rule gives each finding.',
  warning: 'Always a warning.',
  information: 'Always information.',
  hint: 'Always a hint: dots in the text, nothing in the Problems view.',
  off: 'No marks.',
});

const scope = choice({
  openArticles: 'Only articles that are open in an editor.',
  allArticles: 'All articles of the workspace.',
});

const ruleLevels = Object.fromEntries(
  ruleIds.map((id) => [id, setting(level, 'default', 'resource', ruleWords[id])]),
) as Readonly<Record<RuleId, Setting<'default' | 'warning' | 'information' | 'hint' | 'off'>>>;

/**
 * Everything under `secondSource` in the editor's settings: the one list. The manifest is made from it by
 * `npm run manifest`; a test compares.
 */
const all = {
  enabled: setting(
    flag,
    true,
    'resource',
    'Show marks, hovers, colours and the line above the headline. Off, articles look as if Second Source were not there; its commands still answer.',
  ),
  reading: setting(
    choice(readingWords),
    'standard',
    'resource',
    'How much is marked in an article. What is not marked is still told on hover and in the panel.',
  ),
  include: setting(
    texts,
    ['**/*.{txt,md,article,news}'],
    'resource',
    'Globs, relative to the workspace folder, of the files that may be articles. Whether a file is one is decided by its text; the language status says why not.',
  ),
  exclude: setting(
    texts,
    ['**/node_modules/**', '**/.*/**'],
    'resource',
    'Globs, relative to the workspace folder, of files and folders to leave alone, open or not.',
  ),
  limits: {
    files: setting(
      amount,
      20_000,
      'window',
      'Largest number of files read of one workspace folder. The language status says when it is met.',
    ),
    fileSize: setting(amount, 1024, 'resource', 'Largest file read, in kilobytes.'),
  },
  diagnostics: {
    scope: setting(
      scope,
      'openArticles',
      'window',
      'Which articles the Problems view lists. *Second Source: Check All Articles in Workspace* shows all of them once.',
    ),
  },
  rules: ruleLevels,
  codeLens: setting(
    flag,
    true,
    'resource',
    'Show above the headline how much there is to question, unnamed sources, contested claims, and claims that other files make.',
  ),
  parties: setting(
    texts,
    [],
    'resource',
    'Names of parties to the conflict your articles are about, with their ministries and media, besides those that are called so in any conflict. A casualty figure on their word alone is marked.',
  ),
  independentBodies: setting(
    texts,
    [],
    'resource',
    'Names of bodies outside the conflict whose casualty figures need no mark, besides those known everywhere (the United Nations, aid groups, hospitals).',
  ),
  otherNames: setting(
    lists,
    {},
    'resource',
    'Bodies that articles call by several names: each by one name, with a list of the others. They are told and counted as one source: two articles that rest on it do not corroborate each other.',
  ),
  reviewer: setting(
    words,
    '',
    'application', // a folder from elsewhere must not sign for anybody
    'Your name, as colleagues see it beside what you dismiss, check or note. Asked for the first time you do.',
  ),
  archive: {
    // a folder from elsewhere must not say where articles are compared with others
    url: setting(
      words,
      '',
      'machine',
      'Address of your newsroom’s archive of articles (an OpenSearch engine), as https://archive.example:9200. Open articles are then compared with those in it, too. Empty: nothing is sent anywhere. *Second Source: Sign In to the Archive* keeps name and password.',
    ),
    name: setting(
      words,
      'articles',
      'machine',
      'What your newsroom calls its archive on that engine, which may hold several.',
    ),
    ca: setting(
      words,
      '',
      'machine',
      'Path of a file with the certificate that your newsroom’s own certificates rest on (PEM). Empty: those that this machine trusts.',
    ),
  },
};

/**
 * Those that a folder's project file may hold: what a newsroom agrees on. How much is shown is each person's choice, and
 * limits hold against folders from elsewhere.
 */
export const sharedSettings = {
  include: all.include,
  exclude: all.exclude,
  rules: all.rules,
  parties: all.parties,
  independentBodies: all.independentBodies,
  otherNames: all.otherNames,
};

type Section = { readonly [key: string]: Section | Setting<never> };
type ValuesOf<Part> = Part extends Setting<infer Value> ? Value : { readonly [Key in keyof Part]: ValuesOf<Part[Key]> };
export type Settings = ValuesOf<typeof all>;

const isSetting = (part: Section | Setting<never>): part is Setting<never> => 'fallback' in part;

/** Every setting by its name without `secondSource.`: `limits.files`. */
export const settingsByName: ReadonlyMap<string, Setting<unknown>> = new Map(named(all as unknown as Section, ''));

function* named(section: Section, before: string): Generator<[string, Setting<unknown>]> {
  for (const [key, part] of Object.entries(section))
    if (isSetting(part)) yield [before + key, part as unknown as Setting<unknown>];
    else yield* named(part, `${before}${key}.`);
}

/** Settings as far as they could be read, and what could not, a sentence each. */
export interface Parsed {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

/** Reads what an editor sends for `secondSource`. A value of the wrong kind yields its default and a problem. */
export function parseSettings(given: unknown): Parsed {
  const problems: string[] = [];
  const complain = (name: string, demand: string, used: unknown): void => {
    const instead = used === undefined ? 'its defaults are used' : `${JSON.stringify(used)} is used instead`;
    problems.push(`The setting ${name} ${demand}; ${instead}.`);
  };
  const parse = (part: Section | Setting<never>, value: unknown, name: string): unknown => {
    if (isSetting(part)) {
      const [chosenValue, problem] = chosen(part, value);
      if (problem !== undefined) complain(name, problem, chosenValue);
      return chosenValue;
    }
    const values = isRecord(value) ? value : {};
    if (!isRecord(value) && value !== undefined && value !== null) complain(name, 'must be an object', undefined);
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => [key, parse(inner, values[key], `${name}.${key}`)]),
    );
  };
  return { settings: parse(all as unknown as Section, given, 'secondSource') as Settings, problems };
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const defaultSettings: Settings = parseSettings({}).settings;

/**
 * The findings that the settings leave standing, with the severities they ask for. A rule that a person has made a
 * warning is marked at *standard*, too; another severity changes how a mark looks, not whether it is made.
 */
export function shownFindings(findings: readonly Finding[], { rules }: Settings): ToldFinding[] {
  const sources = new Set(
    rules['anonymous-source'] === 'off'
      ? []
      : findings.flatMap(({ rule, severity, start }) =>
          rule === 'anonymous-source' && severity === 'warning' ? [start] : [],
        ),
  );
  return findings.flatMap((finding) => {
    if (finding.saidWith !== undefined && sources.has(finding.saidWith.start)) return [];
    const severity = rules[finding.rule];
    if (severity === 'off') return [];
    const reading = readingLevelOf(finding);
    if (severity === 'default') return [{ ...finding, reading }];
    return [
      { ...finding, severity, reading: severity === 'warning' && reading === 'everything' ? 'standard' : reading },
    ];
  });
}

/** Of the settings those that decide what is read, and how; the others only what is shown of it. */
export const whatIsRead = ({ include, exclude, limits, ...settings }: Settings) => ({
  include,
  exclude,
  limits,
  ...readingSettings(settings),
});

export const readingSettings = ({
  parties,
  independentBodies,
  otherNames,
}: Pick<Settings, keyof ReadingSettings>): ReadingSettings => ({ parties, independentBodies, otherNames });
