import { inOneLine } from '../article/characters.js';
import { type Attribution, type Level, unnamedSources } from '../attribution/attribution.js';
import { languageOf } from '../languages/index.js';
import type { Reading } from '../reading.js';
import { Covered } from '../span.js';
import type { Finding, Rule, Severity } from './rule.js';

interface Explanation {
  readonly severity: Severity;
  /** Continues *“a source”* in the message. */
  readonly says: string;
  readonly settle: string;
  readonly guide: string;
}

/** What each unnamed level tells a reader, in plain words; the guides are those of docs/levels.md. */
const explanations: Readonly<Partial<Record<Level, Explanation>>> = {
  spokesperson: {
    severity: 'hint',
    says: ': on the record for a named body, but without a name',
    settle: 'The name of the person who spoke, or the statement itself.',
    guide: 'NPR asks for names of spokespeople who speak on the record.',
  },
  'unnamed-role': {
    severity: 'information',
    says: ': known by role, not by name',
    settle: 'A name, a reason why the name is withheld, or a second source who is named.',
    guide: 'AP and Reuters: say how the source knows and why the name is withheld.',
  },
  'vague-collective': {
    severity: 'information',
    says: ': a group that nobody could ask',
    settle: 'Who of them said so: a name, a body, or how many were asked.',
    guide: 'Reuters and the Guardian: describe a source as precisely as possible.',
  },
  'anonymous-person': {
    severity: 'warning',
    says: ' has no name and no role',
    settle: 'The role of the source, how they know, and whether a second source says the same.',
    guide:
      'AP, ABC (Australia) and the Guardian: function or affiliation identifies a source, closeness or knowledge does not.',
  },
  'vague-media': {
    severity: 'warning',
    says: ': no outlet is named',
    settle: 'Which outlet reported it, with a link, and whom that outlet quotes.',
    guide: 'Reuters and AP: name the outlet that you pick up from.',
  },
  hearsay: {
    severity: 'warning',
    says: ': nobody answers for it',
    settle: 'Who said so, or a source that a reader can check.',
    guide: 'BBC and New York Times: attribute what you have not seen yourself.',
  },
};

/** Marks every attribution to somebody a reader could not identify, pronouns excepted. */
export const anonymousSource: Rule = {
  id: 'anonymous-source',
  check: (reading) => {
    const figures = new Covered(reading.figures);
    return unnamedSources(reading.attributions).flatMap((attribution) => mark(reading, attribution, figures) ?? []);
  },
};

function mark(reading: Reading, attribution: Attribution, figures: Covered): Finding | null {
  const explanation = explanations[attribution.level];
  const span = attribution.source ?? attribution.cue;
  if (explanation === undefined || span === null) return null;
  const words = inOneLine(reading.article.text.slice(span.start, span.end));
  const raised = reasonToRaise(reading, attribution, figures);
  const severity = attribution.quoted ? 'hint' : raised === '' ? explanation.severity : oneStepUp(explanation.severity);
  const because = attribution.quoted ? ' (in somebody else’s words: inside quotation marks)' : raised;
  return {
    ...span,
    rule: 'anonymous-source',
    severity,
    message: `“${words}”${inNumber(words, explanation.says, reading)}${because}.`,
    settle: explanation.settle,
    guide: explanation.guide,
    related: [],
  };
}

/** *“two sources” have no name*. */
const inNumber = (words: string, says: string, { article }: Reading): string =>
  languageOf(article.language).speech.severalPeople.test(words) ? says.replace(/^ has /, ' have ') : says;

function reasonToRaise(reading: Reading, attribution: Attribution, figures: Covered): string {
  if (attribution.content.some((content) => figures.overlaps(content))) return ', and a casualty figure rests on it';
  const place = reading.article.sentences[attribution.sentence]?.place;
  if (place === 'headline') return ', and the headline rests on it';
  if (place === 'lead') return ', and the lead rests on it';
  return '';
}

const oneStepUp = (severity: Severity): Severity => (severity === 'hint' ? 'information' : 'warning');
