import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../server/src/core/rules/rule.js';
import { Workspace } from '../../server/src/workspace/workspace.js';
import { testReaders } from '../readers.js';

/**
 * Articles with their marks in the text. A file of test/articles holds cases, and so does the block ```marked in a rule's
 * page in docs/rules:
 *
 *     ## flags: a bare source
 *     ⟦anonymous-source:warning|A source⟧ told the paper that the bridge was closed.
 *     === other.txt ===
 *     A second file of the same case.
 *
 *     ## stays silent: …      unmarked prose asserts silence
 *     ## known misses: …      marks we would like and do not make yet; the test fails when one starts to work
 *
 * Rules named in the first line (`rules: anonymous-source`) are the ones looked at. Each file of a case stands between
 * neutral paragraphs, so that a case of one sentence is an article and its sentence not the lead; a case whose title
 * ends in `(whole)` stands alone.
 */
export interface Case {
  readonly file: string;
  readonly kind: 'flags' | 'stays silent' | 'known misses';
  readonly title: string;
  readonly rules: readonly string[];
  readonly articles: ReadonlyMap<string, { text: string; marks: Mark[] }>;
}

export interface Mark {
  readonly rule: string;
  /** '' where the fixture does not say. */
  readonly severity: string;
  readonly text: string;
  readonly start: number;
}

const before =
  'The harvest festival of Ostrava Bay opens on Friday with music in the square and a market along the old harbour wall.\n\n';
const after =
  '\n\nThe weather is expected to stay mild until the weekend, and the ferry will run every hour from the northern pier to the island and back.\n';

const root = join(__dirname, '..', '..');

/** The cases of test/articles, then the examples of docs/rules. */
export function cases(): Case[] {
  return [
    ...textsIn('test/articles', '.txt').flatMap(({ name, text }) =>
      parse(name, (/^rules: (.*)$/m.exec(text)?.[1] ?? '').split(/,\s*/), text),
    ),
    ...textsIn('docs/rules', '.md').flatMap(({ name, text }) =>
      parse(name, [name.replace(/\.md$/, '')], fenced('marked', text) ?? ''),
    ),
  ];
}

/** The first block of a page that is fenced in this language. */
export function fenced(language: string, page: string): string | undefined {
  return page.split(`\n\`\`\`${language}\n`)[1]?.split('\n```')[0];
}

function textsIn(folder: string, ending: string): { name: string; text: string }[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, text: readFileSync(join(root, folder, name), 'utf8') }));
}

/** `source` as it stands in a file: cases one after the other. */
export function parse(file: string, rules: readonly string[], source: string): Case[] {
  return source
    .split(/^## /m)
    .slice(1)
    .map((block) => {
      const [heading = '', ...lines] = block.split('\n');
      const [kind, title = ''] = heading.split(/:\s*/, 2);
      if (kind !== 'flags' && kind !== 'stays silent' && kind !== 'known misses')
        throw new Error(
          `${file}: a case starts with "## flags:", "## stays silent:" or "## known misses:", not "${heading}"`,
        );
      const whole = title.endsWith('(whole)');
      const articles = new Map<string, { text: string; marks: Mark[] }>();
      const parts = `=== article.txt ===\n${lines.join('\n')}`.split(/^=== (.+) ===\n/m).slice(1);
      for (let i = 0; i < parts.length; i += 2) {
        const body = (parts[i + 1] as string).trim();
        if (body === '') continue;
        articles.set(parts[i] as string, unmark(whole ? body : before + body + after));
      }
      return { file, kind, title, rules, articles };
    });
}

function unmark(marked: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  let from = 0;
  for (const m of marked.matchAll(/⟦([a-z-]+)(?::([a-z]+))?\|([^⟧]*)⟧/g)) {
    text += marked.slice(from, m.index);
    marks.push({ rule: m[1] as string, severity: m[2] ?? '', text: m[3] as string, start: text.length });
    text += m[3];
    from = m.index + m[0].length;
  }
  return { text: text + marked.slice(from), marks };
}

/** What the rules say about each article of a case, as marks in order of place. */
export function findings(one: Case, workspace = new Workspace(testReaders)): Map<string, Mark[]> {
  for (const [name, { text }] of one.articles) workspace.set(name, text);
  return new Map(
    [...one.articles].map(([name, { text }]) => [
      name,
      workspace
        .findings(name)
        .filter((finding) => one.rules.includes(finding.rule))
        .map((finding) => toMark(finding, text))
        .sort((a, b) => a.start - b.start),
    ]),
  );
}

const toMark = (finding: Finding, text: string): Mark => ({
  rule: finding.rule,
  severity: finding.severity,
  text: text.slice(finding.start, finding.end),
  start: finding.start,
});
