import {
  applyEdits,
  type FormattingOptions,
  findNodeAtLocation,
  getNodeValue,
  type JSONPath,
  modify,
  parseTree,
} from 'jsonc-parser';
import * as v from 'valibot';
import type { Corrections } from '../core/article/corrections.js';
import type { ReadingSettings } from '../core/readingSettings.js';
import type { RuleId } from '../core/rules/rule.js';
import { correctionProblem, parseProject } from './project.js';
import { isRecord, sharedSettings } from './settings.js';

type List = Exclude<keyof ReadingSettings, 'otherNames'>;

/** A change of what a project file says. Paths are those of articles in the folder. */
export type ProjectEdit =
  /** `value` is `undefined` where what the text says holds again. */
  | { readonly kind: 'article'; readonly path: string; readonly field: keyof Corrections; readonly value?: string }
  /** An article, or a folder of them, has another path. */
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'side' | 'independent'; readonly name: string }
  /** `name` is another name of the body that goes by `of`. */
  | { readonly kind: 'otherName'; readonly name: string; readonly of: string }
  | { readonly kind: 'rule'; readonly rule: RuleId; readonly level: 'hint' | 'off' };

/**
 * The text of a project file after a change; all else in it, comments and indents included, stays as it is. `now` is what
 * counts in the folder: a list that the file does not have yet begins with it.
 * @throws Error where the text is damaged so that it cannot be changed, or the value is none.
 */
export function edited(text: string, edit: ProjectEdit, now: ReadingSettings): string {
  const { project, damages } = parseProject(text);
  const [damage] = damages;
  if (project === null && damage !== undefined)
    throw new Error(`line ${damage.line + 1} of the project file is damaged: ${damage.reason}`);
  const own = text.trim() === '' ? '{}\n' : text;
  switch (edit.kind) {
    case 'rule':
      return set(own, ['rules', edit.rule], edit.level);
    case 'article':
      return withArticle(own, edit.path, edit.field, edit.value);
    case 'renamed':
      return withPath(text, edit.from, edit.to);
    case 'otherName':
      return withOtherName(own, edit.name.trim(), edit.of.trim(), now);
    case 'side':
      return withBody(own, edit.name, 'parties', 'independentBodies', now);
    case 'independent':
      return withBody(own, edit.name, 'independentBodies', 'parties', now);
  }
}

function withArticle(text: string, path: string, field: keyof Corrections, value: string | undefined): string {
  const problem = value === undefined ? null : correctionProblem(field, value);
  if (problem !== null) throw new Error(`the ${field} ${problem}`);
  if (value !== undefined) return set(text, ['articles', path, field], value.trim());
  const said = at(text, ['articles', path]);
  if (!isRecord(said) || !Object.hasOwn(said, field)) return text;
  return set(text, Object.keys(said).length === 1 ? ['articles', path] : ['articles', path, field], undefined);
}

/** What is said of an article goes with it as it stands, what is wrong in it included. */
function withPath(text: string, from: string, to: string): string {
  const articles = at(text, ['articles']);
  const moved = Object.entries(isRecord(articles) ? articles : {}).filter(
    ([path]) => path === from || path.startsWith(`${from}/`),
  );
  return moved.reduce(
    (after, [path, said]) =>
      set(set(after, ['articles', path], undefined), ['articles', to + path.slice(from.length)], said),
    text,
  );
}

/** Puts a name on one list of bodies and takes it off the other. */
function withBody(text: string, given: string, to: List, from: List, now: ReadingSettings): string {
  const name = given.trim();
  const problem = correctionProblem('outlet', name);
  if (problem !== null) throw new Error(`the name ${problem}`);
  const isIt = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
  const listed = (list: List): readonly string[] => {
    const own = at(text, [list]);
    const names = own === undefined ? now[list] : own;
    if (Array.isArray(names) && names.every((one) => typeof one === 'string')) return names;
    throw new Error(`“${list}” of the project file is damaged: it must be a list of texts`);
  };
  const others = listed(from).filter((other) => !isIt(other));
  const after = others.length === listed(from).length ? text : set(text, [from], others);
  if (listed(to).some(isIt)) return after;
  // first in its list: a comment behind the last name stays with it
  return at(text, [to]) === undefined ? set(after, [to], [...now[to], name]) : set(after, [to, 0], name, true);
}

/** Puts a name on the list of the others of a body. */
function withOtherName(text: string, name: string, of: string, now: ReadingSettings): string {
  for (const given of [name, of]) {
    const problem = correctionProblem('outlet', given);
    if (problem !== null) throw new Error(`the name ${problem}`);
  }
  if (name.toLowerCase() === of.toLowerCase()) throw new Error('a name is no other name of itself');
  const own = at(text, ['otherNames']);
  const checked = v.safeParse(sharedSettings.otherNames.kind.schema, own === undefined ? now.otherNames : own);
  if (!checked.success)
    throw new Error('“otherNames” of the project file is damaged: it must be an object that gives lists of texts');
  const all = checked.output;
  const known = Object.hasOwn(all, of) ? all[of]! : [];
  if (known.some((other) => other.toLowerCase() === name.toLowerCase())) return text;
  if (own === undefined) return set(text, ['otherNames'], { ...all, [of]: [...known, name] });
  return known.length === 0 ? set(text, ['otherNames', of], [name]) : set(text, ['otherNames', of, 0], name, true);
}

/** What stands at a place of the file, right or wrong. */
function at(text: string, path: JSONPath): unknown {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const node = tree && findNodeAtLocation(tree, path);
  return node && getNodeValue(node);
}

const set = (text: string, path: JSONPath, value: unknown, isArrayInsertion = false): string =>
  applyEdits(text, modify(text, path, value, { isArrayInsertion, formattingOptions: formatOf(text) }));

/** As the file is indented and its lines end already. */
function formatOf(text: string): FormattingOptions {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  return { insertSpaces: !indent.startsWith('\t'), tabSize: indent.length, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}
