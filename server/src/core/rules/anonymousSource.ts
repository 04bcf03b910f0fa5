import { amount, phrase, said, say } from '../../../../l10n/say.js';
import { inOneLine } from '../article/characters.js';
import { type Attribution, type Level, unnamedSources } from '../attribution/attribution.js';
import { levelWords } from '../attribution/levelWords.js';
import type { Figure } from '../casualties/figure.js';
import { outcomePhrases } from '../casualties/outcomePhrases.js';
import type { Reading } from '../reading.js';
import type { Essential } from './attention.js';
import type { Finding, Rule, Severity } from './rule.js';

interface Explanation {
  readonly severity: Severity;
  readonly settle: string;
  readonly guide: string;
}

/** What each unnamed level tells a reader, in plain words; the guides are those of docs/levels.md. */
const explanations: Readonly<Partial<Record<Level, Explanation>>> = {
  spokesperson: {
    severity: 'hint',
    settle: phrase`The name of the person who spoke, or the statement itself.`,
    guide: phrase`NPR asks for names of spokespeople who speak on the record.`,
  },
  'unnamed-role': {
    severity: 'information',
    settle: phrase`A name, a reason why the name is withheld, or a second source who is named.`,
    guide: phrase`AP and Reuters: say how the source knows and why the name is withheld.`,
  },
  'vague-collective': {
    severity: 'information',
    settle: phrase`Who of them said so: a name, a body, or how many were asked.`,
    guide: phrase`Reuters and the Guardian: describe a source as precisely as possible.`,
  },
  'anonymous-person': {
    severity: 'warning',
    settle: phrase`The role of the source, how they know, and whether a second source says the same.`,
    guide: phrase`AP, ABC (Australia) and the Guardian: function or affiliation identifies a source, closeness or knowledge does not.`,
  },
  'vague-media': {
    severity: 'warning',
    settle: phrase`Which outlet reported it, with a link, and whom that outlet quotes.`,
    guide: phrase`Reuters and AP: name the outlet that you pick up from.`,
  },
  hearsay: {
    severity: 'warning',
    settle: phrase`Who said so, or a source that a reader can check.`,
    guide: phrase`BBC and New York Times: attribute what you have not seen yourself.`,
  },
};

/** Marks every attribution to somebody a reader could not identify, pronouns excepted. */
export const anonymousSource: Rule = {
  id: 'anonymous-source',
  check: (reading) => {
    const figures = figuresBySource(reading);
    const unnamed = unnamedSources(reading.attributions);
    const hearsay = unnamed.find(isHearsay);
    return unnamed.flatMap((attribution) => {
      const found = mark(reading, attribution, figures.get(placeOf(attribution)) ?? []);
      if (found === null) return [];
      // *the source* goes back to one, and behind each *reportedly* stands the same nobody
      const isRepeated = attribution.refersTo !== null || (isHearsay(attribution) && attribution !== hearsay);
      return [isRepeated ? { ...found, isRepeated } : found];
    });
  },
};

const restsOnNobody: Essential = 'rests on nobody identifiable';

const isHearsay = ({ level, quoted }: Attribution): boolean => level === 'hearsay' && !quoted;

const placeOf = ({ source, cue }: Pick<Attribution, 'source' | 'cue'>): number => (source ?? cue)?.start ?? -1;

/** The figures that rest on each source or hedge, by where it begins. */
function figuresBySource({ figures }: Reading): Map<number, Figure[]> {
  const found = new Map<number, Figure[]>();
  for (const figure of figures) {
    const start = (figure.source ?? figure.hedge)?.start;
    if (start === undefined) continue;
    const before = found.get(start);
    if (before) before.push(figure);
    else found.set(start, [figure]);
  }
  return found;
}

function mark(reading: Reading, attribution: Attribution, figures: readonly Figure[]): Finding | null {
  const explanation = explanations[attribution.level];
  const span = attribution.source ?? attribution.cue;
  if (explanation === undefined || span === null) return null;
  // *rebels said*: a side in the conflict, which the marks of its figures say
  if (figures.some(({ grade }) => grade === 'party')) return null;
  const words = inOneLine(reading.article.text.slice(span.start, span.end));
  const raised = reasonToRaise(reading, attribution, figures);
  const severity = attribution.quoted ? 'hint' : raised === '' ? explanation.severity : oneStepUp(explanation.severity);
  const level = said(levelWords[attribution.level]);
  const because = attribution.quoted ? say`${level}, in a quotation` : raised === '' ? level : `${level}; ${raised}`;
  return {
    ...span,
    rule: 'anonymous-source',
    severity,
    message: `“${words}”: ${because}.`,
    settle: said(explanation.settle),
    guide: said(explanation.guide),
    related: [],
    ...(severity === 'warning' && raised !== '' && { essential: restsOnNobody }),
  };
}

function reasonToRaise(reading: Reading, attribution: Attribution, figures: readonly Figure[]): string {
  const rested = attribution.source === null ? say`it` : say`this source`;
  if (figures.length > 0) return figuresOn(figures, rested);
  const { sentences } = reading.article;
  const place = sentences[attribution.sentence]?.place;
  if (place === 'headline') {
    const text = sentences.findIndex((one) => one.place !== 'headline');
    // a crosshead stands after the text has begun
    if (text >= 0 && text < attribution.sentence) return '';
    return say`the headline rests on ${rested}`;
  }
  if (place === 'lead') return say`the lead rests on ${rested}`;
  return '';
}

/** Figures that are named one by one; of more only their number is told. Chosen. */
const mostFigures = 3;

/** *the figure “12” (killed) rests on it*, *the figures “12” (killed) and “30” (injured) rest on it*. */
function figuresOn(figures: readonly Figure[], rested: string): string {
  const names = [
    ...new Set(figures.map(({ text, outcome }) => `“${inOneLine(text)}” (${said(outcomePhrases[outcome])})`)),
  ];
  if (names.length > mostFigures) return say`${amount(names.length)} casualty figures rest on ${rested}`;
  const last = names.pop() ?? '';
  return names.length === 0
    ? say`the figure ${last} rests on ${rested}`
    : say`the figures ${names.join(', ')} and ${last} rest on ${rested}`;
}

const oneStepUp = (severity: Severity): Severity => (severity === 'hint' ? 'information' : 'warning');
