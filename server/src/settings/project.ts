import { getNodeValue, type ParseError, parseTree } from 'jsonc-parser';
import * as v from 'valibot';
import type { Corrections } from '../core/article/corrections.js';
import { type Damage, lineOf, syntaxDamage } from './damage.js';
import type { Setting } from './setting.js';
import { isRecord, sharedSettings } from './settings.js';

/**
 * What stands in the project file of a folder, `.secondsource.json`, which colleagues share: settings, and what people know
 * of articles better than their texts say it. docs/project.md is the page for people.
 */

/** Longest path and name in UTF-16 units; chosen, far above what people write. */
const longest = { path: 4096, name: 1000 } as const;

/** Damages that are told at most. Chosen: each means looking for its line. */
const mostTold = 50;

const demanded = {
  name: 'must be a text with words in it, or null where it is not known',
  day: 'must be a day such as 2031-04-01, or null where it is not known',
  section: 'must be an object',
  known: 'is not known',
} as const;

/** For valibot a list is an object, too. */
const section = v.custom<Record<string, unknown>>(isRecord, demanded.section);

/** An object with these keys and no others; each other one is told. */
const only = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(section, v.objectWithRest(entries, v.never(demanded.known))) as unknown as v.GenericSchema<
    unknown,
    v.InferOutput<v.ObjectSchema<Entries, undefined>>
  >;

const name = v.nullable(
  v.pipe(
    v.string(demanded.name),
    v.trim(),
    v.minLength(1, demanded.name),
    v.maxLength(longest.name, `must have at most ${longest.name} characters`),
  ),
);

/** A day of the calendar as `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** What is said of one article. */
const correctionSchema = only({
  title: v.exactOptional(name),
  outlet: v.exactOptional(name),
  date: v.exactOptional(v.nullable(v.pipe(v.string(demanded.day), v.check(isDay, demanded.day)))),
  agency: v.exactOptional(name),
});

/** What is wrong with a value that a person gives for an article, or `null`; continues *the date …*. */
export function correctionProblem(field: keyof Corrections, value: string): string | null {
  const checked = v.safeParse(correctionSchema, { [field]: value });
  return checked.success ? null : checked.issues[0].message;
}

const optional = <Value>({ kind }: Setting<Value>) => v.exactOptional(kind.schema);
const { rules, ...lists } = sharedSettings;

const projectSchema = only({
  $schema: v.exactOptional(v.string()),
  include: optional(lists.include),
  exclude: optional(lists.exclude),
  parties: optional(lists.parties),
  independentBodies: optional(lists.independentBodies),
  otherNames: optional(lists.otherNames),
  rules: v.exactOptional(
    only(Object.fromEntries(Object.entries(rules).map(([rule, setting]) => [rule, optional(setting)]))),
  ),
  articles: v.exactOptional(v.pipe(section, v.record(v.pipe(v.string(), v.maxLength(longest.path)), correctionSchema))),
});

/** What a project file says. */
export interface Project {
  /** As an editor would send them. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** By path in the folder, with slashes. */
  readonly articles: ReadonlyMap<string, Corrections>;
}

export const emptyProject: Project = { settings: {}, articles: new Map() };

/** Reads a project file. What is wrong in it is left out and told; of a text that is no JSON nothing is known: `null`. */
export function parseProject(text: string): { readonly project: Project | null; readonly damages: readonly Damage[] } {
  if (text.trim() === '') return { project: emptyProject, damages: [] };
  const value = jsonIn(text);
  if (value === undefined) return { project: null, damages: [syntaxDamage(text, false)] };
  if (!isRecord(value)) return { project: null, damages: [{ line: 0, reason: 'it must be an object: { … }' }] };
  const issues = v.safeParse(projectSchema, value).issues ?? [];
  const damages = issues.map((issue, i): Damage => {
    const path = pathOf(issue);
    leaveOut(value, path);
    const reason = `“${path.join('.')}” ${issue.message}${insteadOf(issue, path)}`;
    return { line: i < mostTold ? lineOf(text, path) : 0, reason };
  });
  const { $schema, articles = {}, ...settings } = v.parse(projectSchema, value);
  return { project: { settings, articles: new Map(Object.entries(articles)) }, damages: damages.slice(0, mostTold) };
}

/** What counts in the place of a value that is left out; '' for one that never counts. */
function insteadOf({ message }: v.BaseIssue<unknown>, [section]: readonly string[]): string {
  if (message === demanded.known || section === '$schema') return '';
  return section === 'articles' ? '; what the article says is used instead' : '; your own setting is used instead';
}

/** `undefined` for a text that is no JSON with comments. */
function jsonIn(text: string): unknown {
  try {
    const errors: ParseError[] = [];
    const tree = parseTree(text, errors, { allowTrailingComma: true });
    // a clone has no other prototype, whatever key the text gives one by
    return tree === undefined || errors.length > 0 ? undefined : JSON.parse(JSON.stringify(getNodeValue(tree)));
  } catch {
    return undefined; // too many brackets in each other
  }
}

/** Where the value stands that is wrong; a list is wrong as a whole. */
function pathOf(issue: v.BaseIssue<unknown>): string[] {
  const keys = issue.path?.map(({ key }) => key) ?? [];
  const index = keys.findIndex((key) => typeof key !== 'string');
  return (index < 0 ? keys : keys.slice(0, index)) as string[];
}

function leaveOut(value: Record<string, unknown>, path: readonly string[]): void {
  let within: unknown = value;
  for (const key of path.slice(0, -1)) within = isRecord(within) ? within[key] : undefined;
  if (isRecord(within)) delete within[path.at(-1) as string];
}

/** What an editor says of a folder, with what the folder's project file says in its place: colleagues see the same. */
export function withProject(asked: unknown, { settings }: Project): unknown {
  const own = isRecord(asked) ? asked : {};
  const both = { ...(isRecord(own.rules) && own.rules), ...(isRecord(settings.rules) && settings.rules) };
  return { ...own, ...settings, ...(settings.rules !== undefined && { rules: both }) };
}
