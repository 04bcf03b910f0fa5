import type { FigureRow, FigureTable, Incident } from '../../../protocol/src/index.js';
import type { Figure } from '../core/casualties/figure.js';
import { contains, type Span } from '../core/span.js';
import type { Place, Workspace } from '../workspace/workspace.js';
import type { Card, CardFigure } from './cards.js';
import { seenFrom } from './claims.js';
import { fileName, gradeWords, plural, rangeWords } from './wording.js';

/** A casualty figure with the article that tells it. */
export interface ToldFigure extends CardFigure {
  readonly card: Card;
}

export type Cards = ReadonlyMap<string, Card>;

/** What other files say about the incident of a figure: figures of the same outcome in mentions of the same claim. */
export function figuresElsewhere(workspace: Workspace, cards: Cards, file: string, figure: Figure): ToldFigure[] {
  const here = figuresOf(cards, file).find((told) => told.figure.start === figure.start);
  if (here === undefined) return [];
  return workspace
    .crossReferences(file)
    .flatMap((reference) => {
      const { here: side, there } = seenFrom(reference, file);
      return standsIn(here, reference[side]) ? figuresIn(cards, there) : [];
    })
    .filter((other) => comparable(figure, other.figure))
    .sort(byDate);
}

/** All figures of all articles; incidents that most figures tell of come first. */
export function figureTable(workspace: Workspace, cards: Cards): FigureTable {
  const groups = groupByIncident(workspace, cards).sort((a, b) => b.length - a.length);
  return {
    incidents: groups.map(describe),
    rows: groups.flatMap((group, incident) => group.sort(byDate).map((told) => toRow(told, incident))),
  };
}

/** Incident and cumulative figures are never compared, nor are the dead with the injured. */
const comparable = (a: Figure, b: Figure): boolean => a.outcome === b.outcome && a.scope === b.scope;

const standsIn = ({ figure, sentence }: CardFigure, place: Span): boolean =>
  contains(place, figure) || (contains(sentence, place) && sentence.start <= figure.start);

const figuresOf = (cards: Cards, file: string): ToldFigure[] => {
  const card = cards.get(file);
  return card === undefined ? [] : card.figures.map((figure) => ({ ...figure, card }));
};

const figuresIn = (cards: Cards, place: Place): ToldFigure[] =>
  figuresOf(cards, place.file).filter((told) => standsIn(told, place));

const keyOf = ({ card, figure }: ToldFigure): string => `${card.file}#${figure.start}`;

/** Figures that meet in a cross reference are of one incident, and so on from file to file. */
function groupByIncident(workspace: Workspace, cards: Cards): ToldFigure[][] {
  const groupOf = new Map<string, ToldFigure[]>();
  for (const file of cards.keys()) for (const told of figuresOf(cards, file)) groupOf.set(keyOf(told), [told]);
  const merge = (one: ToldFigure, other: ToldFigure): void => {
    const group = groupOf.get(keyOf(one)) ?? [];
    const joining = groupOf.get(keyOf(other)) ?? [];
    if (group === joining) return;
    group.push(...joining);
    for (const told of joining) groupOf.set(keyOf(told), group);
  };
  for (const { a, b } of workspace.crossReferences())
    for (const one of figuresIn(cards, a))
      for (const other of figuresIn(cards, b)) if (comparable(one.figure, other.figure)) merge(one, other);
  return [...new Set(groupOf.values())];
}

const byDate = (x: ToldFigure, y: ToldFigure): number => {
  const key = ({ card }: ToldFigure): string => `${card.date ?? '9999'} ${card.file}`;
  return key(x) < key(y) ? -1 : key(x) > key(y) ? 1 : x.figure.start - y.figure.start;
};

function describe(group: readonly ToldFigure[]): Incident {
  const { outcome, place, victims } = (group[0] as ToldFigure).figure;
  const files = new Set(group.map(({ card }) => card.file)).size;
  const low = Math.max(...group.map(({ figure }) => figure.low ?? 0));
  const high = Math.min(...group.map(({ figure }) => figure.high ?? Number.POSITIVE_INFINITY));
  const contested = files > 1 && low > high;
  const verdict = files < 2 ? 'in one file only' : contested ? 'the figures differ' : 'the figures can stand together';
  return {
    title: [outcome, victims, place === null ? '' : `in ${place}`].filter(Boolean).join(' · '),
    verdict: files < 2 ? verdict : `${plural(files, 'file')}; ${verdict}`,
    contested,
  };
}

function toRow({ card, figure, place, words, source, sentenceText }: ToldFigure, incident: number): FigureRow {
  return {
    place,
    incident,
    words,
    outcome: figure.outcome,
    low: figure.low,
    high: figure.high,
    range: rangeWords(figure),
    victims: figure.victims,
    scope: figure.scope,
    grade: figure.grade,
    gradeWords: gradeWords[figure.grade],
    source,
    outlet: card.outlet,
    date: card.date,
    file: fileName(card.file),
    sentence: sentenceText,
  };
}
