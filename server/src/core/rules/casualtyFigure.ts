import { inOneLine } from '../article/characters.js';
import { type Comparison, isWeightier } from '../casualties/comparison.js';
import type { Figure, Grade } from '../casualties/figure.js';
import { areApart, type KnownFigure, originOf } from '../casualties/known.js';
import { languageOf } from '../languages/index.js';
import type { Reading } from '../reading.js';
import type { Span } from '../span.js';
import { lowerWordsIn } from '../words.js';
import { files, outletOf } from './elsewhere.js';
import type { CrossMention, Elsewhere, Finding, Rule, Severity } from './rule.js';

interface Explanation {
  readonly severity: Severity;
  /** Continues *“at least 70” killed* in the message; `%` stands for the source. */
  readonly says: string;
  readonly settle: string;
}

/** What each grade tells a reader, in plain words; docs/grades.md says how a grade comes about. */
const explanations: Readonly<Record<Grade, Explanation>> = {
  unattributed: {
    severity: 'warning',
    says: 'nobody is named who counted',
    settle: 'Who counted: a hospital, a civil defence, a monitor, an official, by name.',
  },
  hedged: {
    severity: 'warning',
    says: 'a hedge stands where a source should',
    settle: 'Whose report it is, and whether anybody confirms it.',
  },
  anonymous: {
    severity: 'warning',
    says: 'on the word of a source without a name (%)',
    settle: 'A name or a body for the count, or a second count that somebody answers for.',
  },
  party: {
    severity: 'warning',
    says: 'on the word of a party to the conflict alone (%)',
    settle: 'A count by a body outside the conflict: a hospital, a monitor, the United Nations.',
  },
  media: {
    severity: 'information',
    says: 'on another outlet’s word (%)',
    settle: 'Whom that outlet quotes for the count.',
  },
  independent: {
    severity: 'information',
    says: 'on the word of % alone',
    settle: 'A second count from somewhere else.',
  },
};

const guide = 'Every Casualty Counts, Standards for Casualty Recording; Reuters: attribute every toll.';

/** Marks every casualty figure with the grade of its source, and with what other files say of the same incident. */
export const casualtyFigure: Rule = {
  id: 'casualty-figure',
  check: (reading, elsewhere) => {
    const others = figuresElsewhere(elsewhere);
    return reading.figures
      .filter((figure) => figure.scope !== 'historical')
      .map((figure) => mark(reading, figure, [...(others.get(placeOf(figure))?.values() ?? [])]));
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

function mark(reading: Reading, figure: Figure, others: readonly Other[]): Finding {
  const explanation = explanations[figure.grade];
  const words = quote(figure.text);
  const source =
    figure.source === null ? '' : quote(reading.article.text.slice(figure.source.start, figure.source.end));
  const verdict = overlay(reading, figure, others);
  const own = figure.grade === 'party' && isOwnLoss(reading, figure);
  const basis = own ? `on the word of their own side (${source})` : explanation.says.replace('%', () => source);
  return {
    start: figure.start,
    end: figure.end,
    rule: 'casualty-figure',
    severity: verdict?.severity ?? (own ? 'information' : explanation.severity),
    message: `${words} ${outcomeWords[figure.outcome]}: ${basis}${hedgeWords(reading, figure)}.${verdict?.says ?? ''}`,
    settle: verdict?.settle ?? explanation.settle,
    guide,
    related: others.map(toRelated),
  };
}

const outcomeWords: Readonly<Record<Figure['outcome'], string>> = {
  killed: 'killed',
  injured: 'injured',
  missing: 'missing',
  captured: 'captured or detained',
  displaced: 'displaced',
  casualties: 'casualties',
};

const longestQuote = 80;

function quote(text: string): string {
  const line = inOneLine(text).trim();
  return `“${line.length > longestQuote ? `${line.slice(0, longestQuote).trim()} …` : line}”`;
}

/** A hedge on top of a source is said, but changes no grade. */
function hedgeWords({ article }: Reading, { hedge, grade }: Figure): string {
  if (hedge === null) return '';
  const words = quote(article.text.slice(hedge.start, hedge.end));
  return grade === 'hedged' ? ` (${words})` : `, and hedged (${words})`;
}

interface Overlay {
  readonly severity: Severity;
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
      says: ` ${sentence(countFiles(against))} ${against.length === 1 ? 'gives' : 'give'} another figure: ${listFigures(against)}.`,
      settle: 'Whose word each figure rests on, and whether both count the same people at the same time.',
    };
  const updates = others.filter(({ comparison }) => comparison === 'update');
  if (updates.length > 0)
    return {
      severity: own.severity,
      says: ` ${sentence(countFiles(updates))} ${updates.length === 1 ? 'gives' : 'give'} the figure of another day: ${listFigures(updates)}.`,
      settle: own.settle,
    };
  const mine = originOf(reading, figure);
  // a sentence that contradicts this one in another figure does not stand beside it in this one
  const beside = others.filter(({ origin, mention }) => areApart(mine, origin) && mention.relation.kind === 'same');
  if (beside.length === 0) return null;
  return {
    severity: 'hint',
    says: ` ${sentence(countFiles(beside))} ${beside.length === 1 ? 'has' : 'have'} a figure that goes with it from another source: ${listFigures(beside)}.`,
    settle: own.settle,
  };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const countFiles = (others: readonly Other[]): string => files(others.length);

const longestList = 3;

const listFigures = (others: readonly Other[]): string =>
  [...new Set(others.map(({ figure, mention }) => `${quote(figure.text)} (${outletOf(mention.there)})`))]
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
  message: `${outletOf(mention.there)}: ${quote(figure.text)} ${outcomeWords[figure.outcome]}${comparisonWords[comparison]}.`,
});

const comparisonWords: Readonly<Record<Telling, string>> = {
  agree: '',
  update: ', a count of another day',
  conflict: ', which does not go with this one',
};
