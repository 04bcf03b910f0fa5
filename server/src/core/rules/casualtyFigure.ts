import { phrase, said, say } from '../../../../l10n/say.js';
import { inOneLine } from '../article/characters.js';
import { type Comparison, isWeightier } from '../casualties/comparison.js';
import type { Figure, Grade } from '../casualties/figure.js';
import { areApart, type KnownFigure, originOf } from '../casualties/known.js';
import { outcomePhrases } from '../casualties/outcomePhrases.js';
import { languageOf } from '../languages/index.js';
import type { Reading } from '../reading.js';
import type { Span } from '../span.js';
import { lowerWordsIn } from '../words.js';
import type { Essential } from './attention.js';
import { outletOf } from './elsewhere.js';
import { isInHeadline, isRepeated as isRepeatedFigure, refutingOf, rivalOf } from './figuresBefore.js';
import type { CrossMention, Elsewhere, Finding, Rule, Severity } from './rule.js';

interface Explanation {
  readonly severity: Severity;
  /** What stands behind the source in the message: *according to “the army” (a side in the conflict)*; '' where nothing does. */
  readonly is: string;
  readonly settle: string;
}

/** What each grade tells a reader, in plain words; docs/grades.md says how a grade comes about. */
const explanations: Readonly<Record<Grade, Explanation>> = {
  unattributed: {
    severity: 'warning',
    is: '',
    settle: phrase`Who counted: a hospital, a civil defence, a monitor, an official, by name.`,
  },
  hedged: {
    severity: 'warning',
    is: '',
    settle: phrase`Whose report it is, and whether anybody confirms it.`,
  },
  anonymous: {
    severity: 'warning',
    is: phrase`not named`,
    settle: phrase`A name or a body for the count, or a second count from a named source.`,
  },
  party: {
    severity: 'warning',
    is: phrase`a side in the conflict`,
    settle: phrase`A count by a body outside the conflict: a hospital, a monitor, the United Nations.`,
  },
  interested: {
    severity: 'information',
    is: phrase`an interested party`,
    settle: phrase`A count by somebody outside the company: a hospital, a coroner, the fire brigade.`,
  },
  media: {
    severity: 'information',
    is: phrase`another outlet`,
    settle: phrase`Whom that outlet quotes for the count.`,
  },
  independent: {
    severity: 'information',
    is: '',
    settle: phrase`A second count from somewhere else.`,
  },
};

const guide = phrase`Every Casualty Counts, Standards for Casualty Recording; Reuters: attribute every toll.`;

/** Marks every casualty figure with the grade of its source, and with what other files say of the same incident. */
export const casualtyFigure: Rule = {
  id: 'casualty-figure',
  check: (reading, elsewhere) => {
    const others = figuresElsewhere(elsewhere);
    const figures = reading.figures.filter(({ scope, isArrest }) => scope !== 'historical' && !isArrest);
    const refuting = refutingOf(reading, figures);
    return figures.map((figure, at) =>
      mark(reading, figure, [...(others.get(placeOf(figure))?.values() ?? [])], {
        rival: rivalOf(reading, figures, refuting, at),
        isRepeated: isInHeadline(reading, figure) || isRepeatedFigure(reading, figures, at),
      }),
    );
  },
};

/** A figure of another file that was compared with one of this article. */
interface Other {
  readonly mention: CrossMention;
  readonly figure: Figure;
  readonly origin: KnownFigure['origin'];
  readonly comparison: Telling;
}

/** The comparisons that say something of a figure: not that it counts a part, or another time. */
const telling = ['agree', 'update', 'conflict'] as const;
type Telling = (typeof telling)[number];
const isTelling = (comparison: Comparison): comparison is Telling => telling.some((one) => one === comparison);

/**
 * What other files say of each figure, by its place and by file: where the sentences of a file differ from each other, the
 * one that goes with the figure least.
 */
function figuresElsewhere(elsewhere: readonly CrossMention[]): Map<string, Map<string, Other>> {
  const found = new Map<string, Map<string, Other>>();
  const known = new Map<string, ReadonlyMap<string, KnownFigure>>();
  for (const mention of elsewhere) {
    const { file } = mention.there;
    for (const { comparison, a, b } of mention.tolls) {
      if (!isTelling(comparison)) continue;
      const figures = known.get(file) ?? byPlace(mention.there.known.figures);
      known.set(file, figures);
      const told = figures.get(placeOf(b));
      if (told === undefined) continue;
      const byFile = found.get(placeOf(a)) ?? new Map<string, Other>();
      found.set(placeOf(a), byFile);
      const before = byFile.get(file);
      if (before === undefined || isWeightier(comparison, before.comparison))
        byFile.set(file, { mention, ...told, comparison });
    }
  }
  return found;
}

const placeOf = ({ start, end }: Span): string => `${start} ${end}`;

/** The figures of a file by their place. */
const byPlace = (figures: readonly KnownFigure[]): Map<string, KnownFigure> =>
  new Map(figures.map((known) => [placeOf(known.figure), known]));

/** What the other figures of the article do to a mark. */
interface Around {
  readonly rival: Figure | null;
  /** Whether the article puts the same question elsewhere. */
  readonly isRepeated: boolean;
}

function mark(reading: Reading, figure: Figure, others: readonly Other[], { rival, isRepeated }: Around): Finding {
  const explanation = explanations[figure.grade];
  const own = figure.grade === 'party' && isOwnLoss(reading, figure);
  const verdict = overlay(reading, figure, others) ?? (rival === null ? null : disagreement(reading, figure, rival));
  const finding: Finding = {
    start: figure.start,
    end: figure.end,
    rule: 'casualty-figure',
    severity: verdict?.severity ?? (own ? 'information' : explanation.severity),
    message: [basisOf(reading, figure, own), verdict?.says].filter(Boolean).join(' '),
    settle: verdict?.settle ?? said(explanation.settle),
    guide: said(guide),
    related: others.map(toRelated),
  };
  const essential = verdict?.essential ?? (isRepeated ? null : essentialOf(finding.severity, figure.grade));
  const elsewhere = verdict === null ? saidWith(figure) : null;
  return {
    ...finding,
    ...(essential !== null && { essential }),
    ...(isRepeated && { isRepeated }),
    ...(elsewhere !== null && { saidWith: elsewhere }),
  };
}

const essentialOf = (severity: Severity, grade: Grade): Essential | null =>
  severity === 'warning' && (grade === 'unattributed' || grade === 'hedged') ? 'figure without a source' : null;

/** The figure, and on whose word it stands. */
function basisOf({ article }: Reading, figure: Figure, own: boolean): string {
  const { grade, source, hedge, outcome, text } = figure;
  const words = ({ start, end }: Span): string => quote(article.text.slice(start, end));
  const what = `${quote(text)} ${said(outcomeWords[outcome])}`;
  if (source === null)
    return hedge === null ? say`${what}: no source given.` : say`${what}: no source given, only ${words(hedge)}.`;
  const is = own ? say`about its own side` : said(explanations[grade].is);
  const whose = is === '' ? words(source) : `${words(source)} (${is})`;
  return hedge === null
    ? say`${what}, according to ${whose}.`
    : say`${what}, according to ${whose}, hedged with ${words(hedge)}.`;
}

/** Where the source or the hearsay is marked for having no name, and its mark says which figure rests on it. */
const saidWith = ({ grade, source, hedge }: Figure): Span | null => (grade === 'party' ? null : (source ?? hedge));

const outcomeWords: Readonly<Record<Figure['outcome'], string>> = {
  ...outcomePhrases,
  captured: phrase`captured or detained`,
};

/** In characters: more of an article is not repeated in a message. Chosen. */
const longestQuote = 80;

function quote(text: string): string {
  const line = inOneLine(text).trim();
  return `“${line.length > longestQuote ? `${line.slice(0, longestQuote).trim()} …` : line}”`;
}

function disagreement({ article }: Reading, figure: Figure, rival: Figure): Overlay {
  const [here, there] = [quote(figure.text), quote(rival.text)];
  const source = rival.source && quote(article.text.slice(rival.source.start, rival.source.end));
  return {
    severity: 'warning',
    essential: 'figures differ',
    says:
      source === null
        ? say`The figures differ: ${here} here, ${there}.`
        : say`The figures differ: ${here} here, ${there} according to ${source}.`,
    settle: say`Whose word each figure rests on, and whether both count the same people at the same time.`,
  };
}

interface Overlay {
  readonly severity: Severity;
  readonly essential?: Essential;
  readonly says: string;
  readonly settle: string;
}

/** What the other files do to the mark: figures that differ win over those that go together. */
function overlay(reading: Reading, figure: Figure, others: readonly Other[]): Overlay | null {
  const own = explanations[figure.grade];
  const against = others.filter(({ comparison }) => comparison === 'conflict');
  if (against.length > 0)
    return {
      severity: 'warning',
      essential: 'figures differ',
      says: say`The figures differ: ${quote(figure.text)} here, ${listFigures(against)}.`,
      settle: say`Whose word each figure rests on, and whether both count the same people at the same time.`,
    };
  const updates = others.filter(({ comparison }) => comparison === 'update');
  if (updates.length > 0)
    return {
      severity: own.severity,
      says: say`Another day’s figure: ${listFigures(updates)}.`,
      settle: said(own.settle),
    };
  const mine = originOf(reading, figure);
  // a sentence that contradicts this one in another figure does not stand beside it in this one
  const beside = others.filter(
    ({ origin, mention, figure: other }) =>
      areApart(mine, origin) &&
      mention.relation.kind === 'same' &&
      // a company and its chief executive are one interest
      !(figure.grade === 'interested' && other.grade === 'interested'),
  );
  if (beside.length === 0) return null;
  return {
    severity: 'hint',
    says: say`Compatible with ${listFigures(beside)}, from another source.`,
    settle: said(own.settle),
  };
}

/** Figures elsewhere that are named in a message. Chosen. */
const longestList = 3;

const listFigures = (others: readonly Other[]): string =>
  [...new Set(others.map(({ figure, mention }) => say`${quote(figure.text)} in ${outletOf(mention.there)}`))]
    .slice(0, longestList)
    .join(', ');

/** *The Turkish military said one of its soldiers …*; *the Front said 12 of the Front’s fighters …*. */
function isOwnLoss({ article }: Reading, figure: Figure): boolean {
  if (figure.source === null) return false;
  const { ownBehind, ownVictims, genericBodies } = languageOf(article.language).harm;
  const after = article.text.slice(figure.end, figure.end + 12).toLowerCase();
  if (ownBehind.test(after) || ownVictims.test(figure.victims)) return true;
  const source = new Set(lowerWordsIn(article.text.slice(figure.source.start, figure.source.end)));
  return lowerWordsIn(figure.victims).some((word) => word.length > 3 && source.has(word) && !genericBodies.has(word));
}

const toRelated = ({ mention, figure, comparison }: Other): Elsewhere => ({
  file: mention.there.file,
  start: figure.start,
  end: figure.end,
  message: toldAs(
    `${outletOf(mention.there)}: ${quote(figure.text)} ${said(outcomeWords[figure.outcome])}`,
    comparison,
  ),
});

function toldAs(what: string, comparison: Telling): string {
  if (comparison === 'update') return say`${what}, a count of another day.`;
  return comparison === 'conflict' ? say`${what}, a different figure.` : `${what}.`;
}
