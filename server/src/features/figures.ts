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

/** All figures of all articles, those of many copies once; incidents that most figures tell of come first. */
export function figureTable(workspace: Workspace): FigureTable {
  const files = workspace.articles().filter((file) => workspace.voiceOf(file) === file);
  const all = files.flatMap((file) => figuresOf(workspace, file));
  const groups = groupFigures(all, linksBetween(workspace, all));
  return {
    incidents: groups.map(describe),
    rows: groups.flatMap(({ figures }, incident) => [...figures].sort(byDate).map((told) => toRow(told, incident))),
  };
}

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
  for (const [index, { file }] of all.entries()) byFile.set(file, [...(byFile.get(file) ?? []), index]);
  const inPlace = (place: Place): number[] =>
    (byFile.get(place.file) ?? []).filter((index) => standsIn(all[index] as ToldFigure, place));
  return workspace
    .crossReferences()
    .flatMap(({ a, b }) => inPlace(a).flatMap((i) => inPlace(b).map((j): [number, number] => [i, j])));
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
