import type { FigureRow, FigureTable, Incident } from '../../../protocol/src/index.js';
import type { Article } from '../core/article/article.js';
import type { Figure } from '../core/casualties/figure.js';
import { contains, type Span } from '../core/span.js';
import type { Place, Workspace } from '../workspace/workspace.js';
import { byDate, seenFrom, sentenceOf } from './claims.js';
import { positionsOf } from './positions.js';
import { fileName, gradeWords, outletOf, plural, rangeWords, readingOf, textOf } from './wording.js';

/** A casualty figure in its article. */
export interface ToldFigure {
  readonly file: string;
  readonly article: Article;
  readonly figure: Figure;
}

/** What other files say about the incident of a figure: figures of the same outcome in mentions of the same claim. */
export function figuresElsewhere(workspace: Workspace, file: string, figure: Figure): ToldFigure[] {
  const article = readingOf(workspace, file)?.article;
  if (article === undefined) return [];
  const there = workspace.crossReferences(file).flatMap((reference) => {
    const { here, there } = seenFrom(reference, file);
    return holds(article, reference[here], figure) ? [there] : [];
  });
  return byDate(workspace, there).flatMap((place) =>
    figuresIn(workspace, place).filter((other) => comparable(figure, other.figure)),
  );
}

/** Incident and cumulative figures are never compared, nor are the dead with the injured. */
const comparable = (a: Figure, b: Figure): boolean => a.outcome === b.outcome && a.scope === b.scope;

const holds = (article: Article, place: Span, figure: Figure): boolean => {
  const sentence = sentenceOf(article, place);
  return contains(place, figure) || (sentence !== undefined && contains(sentence, figure));
};

function figuresIn(workspace: Workspace, place: Place): ToldFigure[] {
  const reading = readingOf(workspace, place.file);
  if (reading === undefined) return [];
  const { article, figures } = reading;
  return figures
    .filter((figure) => holds(article, place, figure))
    .map((figure) => ({ file: place.file, article, figure }));
}

/** All figures of all articles; those that other files' figures can be laid beside come first. */
export function figureTable(workspace: Workspace): FigureTable {
  const groups = groupByIncident(workspace).sort((a, b) => b.length - a.length);
  const incidents: Incident[] = [];
  const rows: FigureRow[] = [];
  for (const group of groups) {
    const incident = incidents.length;
    incidents.push(describe(group));
    for (const told of group) rows.push(toRow(told, incident));
  }
  return { incidents, rows };
}

const keyOf = ({ file, figure }: { file: string; figure: Span }): string => `${file}#${figure.start}`;

/** Union of figures that meet in a cross reference, whatever the order they are met in. */
function groupByIncident(workspace: Workspace): ToldFigure[][] {
  const all = new Map<string, ToldFigure>();
  for (const file of workspace.files()) {
    const reading = readingOf(workspace, file);
    for (const figure of reading?.figures ?? []) {
      const told = { file, article: (reading as { article: Article }).article, figure };
      all.set(keyOf(told), told);
    }
  }
  const parent = new Map<string, string>([...all.keys()].map((key) => [key, key]));
  const root = (key: string): string => {
    let top = key;
    while (parent.get(top) !== top) top = parent.get(top) as string;
    return top;
  };
  for (const { a, b } of workspace.crossReferences())
    for (const one of figuresIn(workspace, a))
      for (const other of figuresIn(workspace, b))
        if (comparable(one.figure, other.figure)) parent.set(root(keyOf(one)), root(keyOf(other)));
  const groups = new Map<string, ToldFigure[]>();
  for (const [key, told] of all) {
    const top = root(key);
    groups.set(top, [...(groups.get(top) ?? []), told]);
  }
  return [...groups.values()];
}

function describe(group: readonly ToldFigure[]): Incident {
  const first = group[0] as ToldFigure;
  const { outcome, place, victims } = first.figure;
  const what = [outcome, victims, place === null ? '' : `in ${place}`].filter(Boolean).join(' · ');
  const files = new Set(group.map(({ file }) => file)).size;
  const low = Math.max(...group.map(({ figure }) => figure.low ?? 0));
  const high = Math.min(...group.map(({ figure }) => figure.high ?? Number.POSITIVE_INFINITY));
  const contested = files > 1 && low > high;
  const verdict =
    files < 2
      ? 'in one file only'
      : contested
        ? `${plural(files, 'file')}; the figures do not agree`
        : `${plural(files, 'file')}; the figures can stand together`;
  return { title: what, verdict, contested };
}

function toRow({ file, article, figure }: ToldFigure, incident: number): FigureRow {
  return {
    place: { uri: file, range: positionsOf(article).range(figure) },
    incident,
    words: textOf(article, figure),
    outcome: figure.outcome,
    low: figure.low,
    high: figure.high,
    range: rangeWords(figure),
    victims: figure.victims,
    scope: figure.scope,
    grade: figure.grade,
    gradeWords: gradeWords[figure.grade],
    source: figure.source ? textOf(article, figure.source) : '',
    outlet: outletOf(article),
    date: article.metadata.date,
    file: fileName(file),
    sentence: textOf(article, article.sentences[figure.sentence] ?? figure),
  };
}
