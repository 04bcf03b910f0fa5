import { line, type SourceLevel, type SourceView, said } from '../../../protocol/src/index.js';
import { isNamed, type Level, levels } from '../core/attribution/attribution.js';
import { levelWords } from '../core/attribution/levelWords.js';
import type { ArticleFacts, Citation } from '../workspace/facts.js';
import type { Workspace } from '../workspace/workspace.js';
import { nameKey } from './attributions.js';
import { positionsOf } from './positions.js';
import { outletOf } from './wording.js';

/** Nobody goes through more sources of a level, or more quotations of a source. */
const mostSources = 200;
const mostQuotations = 50;

interface Quoted {
  readonly facts: ArticleFacts;
  readonly citation: Citation;
}

/** A source as the articles have it; what an editor shows of it is made when it is shown (`levelView`). */
interface Cited {
  readonly name: SourceView['name'];
  readonly quoted: readonly Quoted[];
  /** Those that are shown. */
  readonly quotations: readonly Quoted[];
}

export interface CitedLevel {
  readonly level: Level;
  readonly count: number;
  /** The most quoted first. */
  readonly sources: readonly Cited[];
}

/** Whom the articles rest on: the innermost source of every attribution, by level and name; unnamed ones first. */
export const sourcesOf = (workspace: Workspace): SourceLevel[] => citedLevels(workspace).map(levelView);

export function citedLevels(workspace: Workspace): CitedLevel[] {
  const byLevel = new Map<Level, Map<string, Quoted[]>>();
  for (const file of workspace.articles()) {
    const facts = workspace.factsOf(file);
    for (const citation of facts?.citations ?? []) {
      if (facts === undefined || citation.level === null) continue;
      const names = byLevel.get(citation.level) ?? new Map<string, Quoted[]>();
      byLevel.set(citation.level, names);
      const key = nameKey(citation.cited);
      const quoted = names.get(key);
      if (quoted === undefined) names.set(key, [{ facts, citation }]);
      else quoted.push({ facts, citation });
    }
  }
  return [...levels].reverse().flatMap((level) => {
    const names = byLevel.get(level);
    if (names === undefined) return [];
    const found = [...names.values()]
      .map(
        (quoted): Cited => ({
          name: line(quoted[0]!.citation.cited),
          quoted,
          quotations: quoted.slice(0, mostQuotations),
        }),
      )
      .sort((x, y) => y.quoted.length - x.quoted.length || (x.name < y.name ? -1 : 1));
    return { level, count: found.length, sources: found.slice(0, mostSources) };
  });
}

export const levelView = ({ level, count, sources }: CitedLevel): SourceLevel => ({
  level,
  words: said(levelWords[level]),
  unnamed: !isNamed(level),
  count,
  sources: sources.map(({ name, quoted, quotations }) => ({
    name,
    quoted: quoted.length,
    articles: new Set(quoted.map(({ facts }) => facts.file)).size,
    quotations: quotations.map(({ facts, citation }) => ({
      place: { uri: facts.file, range: positionsOf(facts).range(citation.place) },
      outlet: outletOf(facts),
    })),
  })),
});
