import type { RuleId, Severity } from '../core/rules/rule.js';
import { ruleIds } from '../core/rules/rule.js';
import type { ReadingSettings } from '../core/settings.js';

/** What a rule's setting may say; `default` leaves the severity to the rule. */
export const ruleLevels = ['default', 'warning', 'information', 'hint', 'off'] as const;
export type RuleLevel = (typeof ruleLevels)[number];

export const scopes = ['openArticles', 'allArticles'] as const;

/** Everything under `secondSource` in the editor's settings. The manifest's defaults equal these; a test compares. */
export interface Settings {
  /** Globs, relative to a workspace folder, of the files that may be articles. */
  readonly include: readonly string[];
  /** Globs of files and folders to leave alone, open or not. */
  readonly exclude: readonly string[];
  readonly limits: {
    /** Largest number of files read of one workspace folder. */
    readonly files: number;
    /** Largest file read, in kilobytes. */
    readonly fileSize: number;
  };
  readonly diagnostics: { readonly scope: (typeof scopes)[number] };
  readonly rules: Readonly<Record<RuleId, RuleLevel>>;
  readonly codeLens: boolean;
  readonly parties: readonly string[];
  readonly independentBodies: readonly string[];
}

export const defaultSettings: Settings = {
  include: ['**/*.{txt,md,article,news}'],
  exclude: ['**/node_modules/**', '**/.*/**'],
  limits: { files: 20_000, fileSize: 1024 },
  diagnostics: { scope: 'openArticles' },
  rules: Object.fromEntries(ruleIds.map((id) => [id, 'default'])) as Record<RuleId, RuleLevel>,
  codeLens: true,
  parties: [],
  independentBodies: [],
};

/** Settings as far as they could be read, and what could not, a sentence each. */
export interface Parsed {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

/** Reads what an editor sends for `secondSource`. A value of the wrong kind yields its default and a problem. */
export function parseSettings(value: unknown): Parsed {
  const problems: string[] = [];
  const root = new Section(value, 'secondSource', problems);
  const limits = root.section('limits');
  const rules = root.section('rules');
  const fallback = defaultSettings;
  const settings: Settings = {
    include: root.strings('include', fallback.include),
    exclude: root.strings('exclude', fallback.exclude),
    limits: {
      files: limits.positive('files', fallback.limits.files),
      fileSize: limits.positive('fileSize', fallback.limits.fileSize),
    },
    diagnostics: { scope: root.section('diagnostics').oneOf('scope', scopes, fallback.diagnostics.scope) },
    rules: Object.fromEntries(
      ruleIds.map((id) => [id, rules.oneOf(id, ruleLevels, fallback.rules[id])]),
    ) as Settings['rules'],
    codeLens: root.flag('codeLens', fallback.codeLens),
    parties: root.strings('parties', fallback.parties),
    independentBodies: root.strings('independentBodies', fallback.independentBodies),
  };
  return { settings, problems };
}

/** The severity a finding is shown with, or `null` where the rule is off. */
export function severityOf(settings: Settings, rule: RuleId, own: Severity): Severity | null {
  const level = settings.rules[rule];
  if (level === 'off') return null;
  return level === 'default' ? own : level;
}

export const readingSettings = ({ parties, independentBodies }: Settings): ReadingSettings => ({
  parties,
  independentBodies,
});

/** One level of the settings; every getter answers with the default where the value is missing or of another kind. */
class Section {
  private readonly values: Readonly<Record<string, unknown>>;

  constructor(
    value: unknown,
    private readonly name: string,
    private readonly problems: string[],
  ) {
    this.values = isRecord(value) ? value : {};
    if (!isRecord(value) && value !== undefined && value !== null) this.complain('', 'must be an object');
  }

  section(key: string): Section {
    return new Section(this.values[key], `${this.name}.${key}`, this.problems);
  }

  strings(key: string, fallback: readonly string[]): readonly string[] {
    return this.get(key, fallback, 'must be a list of texts', (value): value is string[] => {
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    });
  }

  positive(key: string, fallback: number): number {
    return this.get(key, fallback, 'must be a number above 0', (value): value is number => {
      return typeof value === 'number' && value > 0;
    });
  }

  flag(key: string, fallback: boolean): boolean {
    return this.get(key, fallback, 'must be true or false', (value) => typeof value === 'boolean');
  }

  oneOf<T extends string>(key: string, choices: readonly T[], fallback: T): T {
    return this.get(key, fallback, `must be one of ${choices.join(', ')}`, (value): value is T => {
      return choices.some((choice) => choice === value);
    });
  }

  private get<T>(key: string, fallback: T, demand: string, fits: (value: unknown) => value is T): T {
    const value = this.values[key];
    if (value === undefined || value === null) return fallback;
    if (fits(value)) return value;
    this.complain(key, demand);
    return fallback;
  }

  private complain(key: string, demand: string): void {
    const name = key === '' ? this.name : `${this.name}.${key}`;
    this.problems.push(`The setting ${name} ${demand}; its default is used.`);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
