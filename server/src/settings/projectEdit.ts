import { applyEdits, type FormattingOptions, type JSONPath, modify } from 'jsonc-parser';
import type { Corrections } from '../core/article/corrections.js';
import type { ReadingSettings } from '../core/readingSettings.js';
import type { RuleId } from '../core/rules/rule.js';
import { correctionProblem, emptyProject, parseProject } from './project.js';

/** A change of what a project file says. Paths are those of articles in the folder. */
export type ProjectEdit =
  /** `value` is `undefined` where what the text says holds again. */
  | { readonly kind: 'article'; readonly path: string; readonly field: keyof Corrections; readonly value?: string }
  /** An article, or a folder of them, has another path. */
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'side' | 'independent'; readonly name: string }
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
  const { articles, settings } = project ?? emptyProject;
  const set = (within: string, path: JSONPath, value: unknown, isArrayInsertion = false): string =>
    applyEdits(within, modify(within, path, value, { isArrayInsertion, formattingOptions: formatOf(within) }));
  const own = text.trim() === '' ? '{}\n' : text;
  switch (edit.kind) {
    case 'rule':
      return set(own, ['rules', edit.rule], edit.level);
    case 'article': {
      const { path, field, value } = edit;
      const problem = value === undefined ? null : correctionProblem(field, value);
      if (problem !== null) throw new Error(`the ${field} ${problem}`);
      const said = Object.keys(articles.get(path) ?? {});
      if (value === undefined && !said.includes(field)) return text;
      if (value === undefined && said.length === 1) return set(own, ['articles', path], undefined);
      return set(own, ['articles', path, field], value?.trim());
    }
    case 'renamed': {
      const { from, to } = edit;
      const moved = [...articles].filter(([path]) => path === from || path.startsWith(`${from}/`));
      return moved.reduce((after, [path, known]) => {
        const without = set(after, ['articles', path], undefined);
        return set(without, ['articles', to + path.slice(from.length)], known);
      }, text);
    }
    case 'side':
    case 'independent': {
      const name = edit.name.trim();
      const problem = correctionProblem('outlet', name);
      if (problem !== null) throw new Error(`the name ${problem}`);
      const [to, from] = edit.kind === 'side' ? lists : [lists[1], lists[0]];
      const listed = (list: Lists): readonly string[] => (settings[list] as string[] | undefined) ?? now[list];
      const isIt = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
      let after = own;
      if (listed(from).some(isIt))
        after = set(
          after,
          [from],
          listed(from).filter((other) => !isIt(other)),
        );
      if (listed(to).some(isIt)) return after;
      // first in its list: a comment behind the last name stays with it
      return settings[to] === undefined ? set(after, [to], [...now[to], name]) : set(after, [to, 0], name, true);
    }
  }
}

const lists = ['parties', 'independentBodies'] as const;
type Lists = (typeof lists)[number];

/** As the file is indented and its lines end already. */
function formatOf(text: string): FormattingOptions {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  return { insertSpaces: !indent.startsWith('\t'), tabSize: indent.length, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}
