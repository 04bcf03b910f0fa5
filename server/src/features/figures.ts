import {
  type FigureRow,
  type FigureTable,
  type IncidentView,
  type Line,
  line,
  phrase,
  said,
  say,
} from '../../../protocol/src/index.js';
import { type Figure, outcomes } from '../core/casualties/figure.js';
import { contains, type Span } from '../core/span.js';
import { type FiledIncidentReview, placedIncidentReviews } from '../reviews/incidents.js';
import type { ArticleFacts, FigureFact } from '../workspace/facts.js';
import { compareFigures, numberOf, type PlacedFigure, type Toll, tollsAmong } from '../workspace/figures.js';
import { type Incident, incidentsOf } from '../workspace/incidents.js';
import type { CrossReference, Place, Workspace } from '../workspace/workspace.js';
import { archiveWordsOfAll } from './archived.js';
import { editView, incidentEdits, type ReviewedEdit } from './incidents.js';
import { positionsOf } from './positions.js';
import {
  capital,
  clip,
  dayWords,
  fileName,
  gradeWords,
  outcomeWords,
  outletOf,
  plural,
  rangeWords,
  scopeWords,
  textOf,
} from './wording.js';

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

export type ToldIncident = Incident<ToldFigure>;

/**
 * The incidents of all articles, those first that most figures tell of. Figures of many copies are there once, and of near
 * copies only those that the article that leads them does not tell alike; of an archive, those about incidents that articles
 * of the folder tell of. `reviews`: what people know of incidents better; `references`: what the workspace says of all files,
 * for whoever has them already.
 */
export function incidentsAmong(
  workspace: Workspace,
  reviews: readonly FiledIncidentReview[] = [],
  references: readonly CrossReference[] = workspace.crossReferences(),
): ToldIncident[] {
  const files = [...workspace.articles(), ...workspace.guests()].filter((file) => workspace.voiceOf(file) === file);
  const told = new Map(files.map((file) => [file, figuresOf(workspace, file)]));
  const numbers = new Map<string, ReadonlySet<string>>();
  const all = files.flatMap((file) => {
    const leader = workspace.leaderOf(file);
    if (leader === null) return told.get(file)!;
    const known = numbers.get(leader) ?? new Set(told.get(leader)?.map(numberOf));
    numbers.set(leader, known);
    return told.get(file)!.filter((figure) => !known.has(numberOf(figure)));
  });
  const tolls = tollsAmong(all, linksBetween(workspace, all, references));
  const edits = incidentEdits(workspace, all, placedIncidentReviews(workspace, reviews));
  return incidentsOf(tolls, edits).filter((incident) =>
    figuresAbout(incident).some(({ file }) => !workspace.isGuest(file)),
  );
}

/** All figures of all articles, with the incidents that they tell of. */
export const figureTable = (workspace: Workspace, reviews?: readonly FiledIncidentReview[]): FigureTable =>
  tableOf(workspace, incidentsAmong(workspace, reviews));

/** The incidents as a person reads them, with their figures. */
export function tableOf(workspace: Workspace, incidents: readonly ToldIncident[]): FigureTable {
  return {
    incidents: incidents.map((incident) => describe(workspace, incident)),
    rows: incidents.flatMap((incident, index) =>
      figuresAbout(incident)
        .sort((a, b) => byOutcome(a, b) || byDate(a, b))
        .map((told) => toRow(told, index, workspace.isGuest(told.file))),
    ),
    archive: archiveWordsOfAll(workspace),
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
function linksBetween(
  workspace: Workspace,
  all: readonly ToldFigure[],
  references: readonly CrossReference[],
): [number, number][] {
  const byFile = new Map<string, number[]>();
  for (const [index, { file }] of all.entries()) {
    const own = byFile.get(file) ?? [];
    byFile.set(file, own);
    own.push(index);
  }
  const inPlace = (place: Place): number[] =>
    (byFile.get(place.file) ?? []).filter((index) => standsIn(all[index] as ToldFigure, place));
  const led = [...byFile.keys()].filter((file) => workspace.leaderOf(file) !== null);
  return [...references, ...led.flatMap((file) => workspace.crossReferences(file))].flatMap(({ a, b }) =>
    inPlace(a).flatMap((i) => inPlace(b).map((j): [number, number] => [i, j])),
  );
}

const byDate = (x: ToldFigure, y: ToldFigure): number => {
  const key = ({ date, file }: ToldFigure): string => `${date ?? '9999'} ${file}`;
  return key(x) < key(y) ? -1 : key(x) > key(y) ? 1 : x.figure.start - y.figure.start;
};

const byOutcome = (x: ToldFigure, y: ToldFigure): number =>
  outcomes.indexOf(x.figure.outcome) - outcomes.indexOf(y.figure.outcome);

export const figuresAbout = ({ tolls }: ToldIncident): ToldFigure[] => tolls.flatMap(({ figures }) => figures);

/** Whether figures of two files cannot both be right. */
export const isContested = ({ tolls }: ToldIncident): boolean =>
  tolls.some(({ comparison }) => comparison === 'conflict');

const comparisonWords: Readonly<Record<Toll['comparison'], string>> = {
  agree: phrase`the figures can stand together`,
  update: phrase`a later figure differs`,
  conflict: phrase`the figures differ`,
};

function describe(workspace: Workspace, incident: ToldIncident): IncidentView {
  const figures = figuresAbout(incident);
  const files = new Set(figures.map(({ file }) => file));
  const told = incident.tolls.map(({ comparison }) => comparison);
  const comparison = (['conflict', 'update'] as const).find((one) => told.includes(one)) ?? 'agree';
  return {
    title: titleOf(incident, figures),
    tolls: outcomes.flatMap((outcome) => tollWords(outcome, incident)).join(' · '),
    verdict:
      files.size > 1
        ? `${plural(files.size, 'file')}; ${said(comparisonWords[comparison])}`
        : [...files].every((file) => workspace.named(file) === 'complete')
          ? say`in one file only`
          : say`in one file so far`,
    contested: isContested(incident),
    edits: (incident.edits as readonly ReviewedEdit<ToldFigure>[]).map(editView),
  };
}

/** *Sarvino, 14 May 2024*; of what is not stated, what the articles say of the people and when they said it. */
function titleOf({ place, day }: Incident, figures: readonly ToldFigure[]): string {
  const { scope, outcome } = figures[0]!.figure;
  const victims = figures.find(({ figure }) => !anybody.test(figure.victims))?.figure.victims;
  const reported = figures
    .map(({ date }) => date)
    .filter((date) => date !== null)
    .sort()[0];
  const where =
    place === null
      ? [capital(outcomeWords(outcome)), victims && line(victims)].filter(Boolean).join(': ')
      : line(place);
  if (scope !== 'incident') return `${where} · ${scopeWords(scope)}`;
  if (day !== null) return `${where}, ${dayWords(day)}`;
  return reported === undefined ? where : say`${where}, reported ${dayWords(reported)}`;
}

/** Words for victims that say no more than the outcome does. */
const anybody = /^(?:people|persons?|dead|deaths?|killed|injured|wounded|casualties|victims|bodies|)$/i;

/**
 * *killed 43 to 70*: from the lowest to the highest figure of the toll that most figures count; *dozens* only where
 * nobody gives a number.
 */
function tollWords(outcome: Figure['outcome'], { tolls }: ToldIncident): string[] {
  const [toll] = tolls
    .map((one) => one.figures.map(({ figure }) => figure))
    .filter(([first]) => first?.outcome === outcome)
    .sort((a, b) => b.length - a.length);
  if (toll === undefined) return [];
  const exact = toll.filter(({ approx }) => !approx);
  const counted = exact.length > 0 ? exact : toll;
  const low = Math.min(...counted.map((figure) => figure.low ?? 0));
  const most = Math.max(...counted.map((figure) => figure.high ?? figure.low ?? 0));
  const isOpen = counted.every((figure) => figure.high === null);
  return [`${outcomeWords(outcome)} ${rangeWords({ low, high: isOpen ? null : most, approx: exact.length === 0 })}`];
}

/** What stands between a figure and its victims, with them: * of the injured*, after *three*; '' where they stand elsewhere. */
function following({ facts: { text }, figure: { end, victims } }: ToldFigure): Line {
  const start = victims === '' ? -1 : text.indexOf(victims, end);
  return line(start < 0 || start - end > mostBetween ? '' : text.slice(end, start + victims.length));
}

/** Characters: *three of its injured*. */
const mostBetween = 12;

function toRow(told: ToldFigure, incident: number, isArchived: boolean): FigureRow {
  const { facts, figure, sentence, file, date } = told;
  return {
    place: { uri: file, range: positionsOf(facts).range(figure) },
    incident,
    words: textOf(facts, figure),
    outcome: figure.outcome,
    outcomeWords: outcomeWords(figure.outcome),
    low: figure.low,
    high: figure.high,
    range: rangeWords(figure),
    victims: line(figure.victims),
    following: following(told),
    scope: figure.scope,
    grade: figure.grade,
    gradeWords: gradeWords(figure.grade),
    source: sourceWords(told),
    outlet: outletOf(facts),
    date,
    file: fileName(file),
    isArchived,
    sentence: clip(textOf(facts, sentence), sentenceShown),
  };
}
