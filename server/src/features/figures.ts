import { type FigureRow, type FigureTable, type Incident, type Line, line } from '../../../protocol/src/index.js';
import type { Figure } from '../core/casualties/figure.js';
import { contains, type Span } from '../core/span.js';
import type { ArticleFacts, FigureFact } from '../workspace/facts.js';
import { compareFigures, type FigureGroup, groupFigures, type PlacedFigure } from '../workspace/figures.js';
import type { Place, Workspace } from '../workspace/workspace.js';
import { positionsOf } from './positions.js';
import { clip, fileName, gradeWords, outletOf, plural, rangeWords, textOf } from './wording.js';

/** Characters of a figure's sentence in the table. */
const sentenceShown = 400;

/** A casualty figure with the article that tells it. */
export interface ToldFigure extends PlacedFigure {
  /** The sentence it stands in. */
  readonly sentence: Span;
  readonly facts: ArticleFacts;
}

/** On whose word a figure stands, in the article's words, or ''. */
export const sourceWords = ({ facts, figure }: ToldFigure): Line =>
  figure.source ? textOf(facts, figure.source) : line('');

/** What other files say about the incident of a figure: comparable figures in mentions of the same claim. */
export function figuresElsewhere(workspace: Workspace, file: string, figure: Figure): ToldFigure[] {
  const here = figuresOf(workspace, file).find((told) => told.figure.start === figure.start);
  if (here === undefined) return [];
  return workspace
    .seenFrom(file)
    .flatMap((mention) => (standsIn(here, mention.here) ? figuresIn(workspace, mention.there) : []))
    .filter((other) => compareFigures(here, other) !== 'incomparable')
    .sort(byDate);
}

/**
 * All figures of all articles, those of many copies once, and of near copies only those that the article that leads them
 * does not tell alike; incidents that most figures tell of come first.
 */
export function figureTable(workspace: Workspace): FigureTable {
  const files = workspace.articles().filter((file) => workspace.voiceOf(file) === file);
  const told = new Map(files.map((file) => [file, figuresOf(workspace, file)]));
  const numbers = new Map<string, ReadonlySet<string>>();
  const all = files.flatMap((file) => {
    const leader = workspace.leaderOf(file);
    if (leader === null) return told.get(file)!;
    const known = numbers.get(leader) ?? new Set(told.get(leader)?.map(numberOf));
    numbers.set(leader, known);
    return told.get(file)!.filter((figure) => !known.has(numberOf(figure)));
  });
  const groups = groupFigures(all, linksBetween(workspace, all));
  return {
    incidents: groups.map(describe),
    rows: groups.flatMap(({ figures }, incident) => [...figures].sort(byDate).map((told) => toRow(told, incident))),
  };
}

/** How many of whom, in whatever words: two articles that tell of it alike have one figure. */
const numberOf = ({ figure: { outcome, scope, low, high, victims } }: ToldFigure): string =>
  [outcome, scope, low, high, victims.toLowerCase()].join('|');

const standsIn = ({ figure, sentence }: FigureFact | ToldFigure, place: Span): boolean =>
  contains(place, figure) || contains(sentence, place);

const figuresOf = (workspace: Workspace, file: string): ToldFigure[] => {
  const facts = workspace.factsOf(file);
  if (facts === undefined) return [];
  const { date } = facts.metadata;
  return facts.figures.map(({ figure, sentence }) => ({ figure, sentence, facts, file, date }));
};

const figuresIn = (workspace: Workspace, place: Place): ToldFigure[] =>
  figuresOf(workspace, place.file).filter((told) => standsIn(told, place));

/** Pairs of indices into `all` of figures that stand in mentions of one claim. */
function linksBetween(workspace: Workspace, all: readonly ToldFigure[]): [number, number][] {
  const byFile = new Map<string, number[]>();
  for (const [index, { file }] of all.entries()) {
    const own = byFile.get(file) ?? [];
    byFile.set(file, own);
    own.push(index);
  }
  const inPlace = (place: Place): number[] =>
    (byFile.get(place.file) ?? []).filter((index) => standsIn(all[index] as ToldFigure, place));
  const led = [...byFile.keys()].filter((file) => workspace.leaderOf(file) !== null);
  return [...workspace.crossReferences(), ...led.flatMap((file) => workspace.crossReferences(file))].flatMap(
    ({ a, b }) => inPlace(a).flatMap((i) => inPlace(b).map((j): [number, number] => [i, j])),
  );
}

const byDate = (x: ToldFigure, y: ToldFigure): number => {
  const key = ({ date, file }: ToldFigure): string => `${date ?? '9999'} ${file}`;
  return key(x) < key(y) ? -1 : key(x) > key(y) ? 1 : x.figure.start - y.figure.start;
};

const comparisonWords: Readonly<Record<FigureGroup['comparison'], string>> = {
  agree: 'the figures can stand together',
  update: 'a later figure differs',
  conflict: 'the figures differ',
};

/** Words for victims that say no more than the outcome does. */
const anybody = /^(?:|people|persons?|dead|deaths?|killed|injured|wounded|casualties|victims|bodies)$/i;

function describe({ figures, comparison }: FigureGroup<ToldFigure>): Incident {
  const { outcome, scope } = (figures[0] as ToldFigure).figure;
  const place = figures.find(({ figure }) => figure.place !== null)?.figure.place;
  const victims = figures.find(({ figure }) => !anybody.test(figure.victims))?.figure.victims;
  const files = new Set(figures.map(({ file }) => file)).size;
  return {
    title: [
      `${outcome[0]?.toUpperCase()}${outcome.slice(1)}${place ? ` in ${line(place)}` : ''}`,
      victims && line(victims),
      scope === 'incident' ? '' : scope,
    ]
      .filter(Boolean)
      .join(' · '),
    verdict: files < 2 ? 'in one file only' : `${plural(files, 'file')}; ${comparisonWords[comparison]}`,
    contested: comparison === 'conflict',
  };
}

function toRow(told: ToldFigure, incident: number): FigureRow {
  const { facts, figure, sentence, file, date } = told;
  return {
    place: { uri: file, range: positionsOf(facts).range(figure) },
    incident,
    words: textOf(facts, figure),
    outcome: figure.outcome,
    low: figure.low,
    high: figure.high,
    range: rangeWords(figure),
    victims: line(figure.victims),
    scope: figure.scope,
    grade: figure.grade,
    gradeWords: gradeWords[figure.grade],
    source: sourceWords(told),
    outlet: outletOf(facts),
    date,
    file: fileName(file),
    sentence: clip(textOf(facts, sentence), sentenceShown),
  };
}
