import type { Metadata, Skipped } from '../core/article/article.js';
import type { Attribution, Level } from '../core/attribution/attribution.js';
import type { Figure } from '../core/casualties/figure.js';
import { type KnownFigure, knownFigures } from '../core/casualties/known.js';
import type { MentionTable } from '../core/mentions/mentionTable.js';
import { type PackedMentions, pack, unpack } from '../core/mentions/packedMentions.js';
import { readMentions } from '../core/mentions/readMentions.js';
import type { Reading } from '../core/reading.js';
import type { Span } from '../core/span.js';
import { digestNumber } from './digest.js';
import { type Keys, keysOf, printedKeys } from './keys.js';

/**
 * What is known of an article, open or not, without reading it again: a whole reading takes hundreds of times the
 * memory. All places are offsets into the article's text, which is kept elsewhere.
 */
export interface Facts {
  readonly metadata: KnownMetadata;
  /** Its first paragraph: where the article begins. */
  readonly headline: Span;
  readonly citations: readonly Citation[];
  readonly figures: readonly FigureFact[];
  readonly claims: MentionTable;
}

export type KnownMetadata = Pick<Metadata, 'title' | 'outlet' | 'agency' | 'date'>;

/** One step of a chain: *CNN* cites *a source*. Names as in the article. */
export interface Citation {
  /** `null`: the article's own outlet. */
  readonly citer: string | null;
  readonly cited: string;
  /** Level of the cited one where it is the innermost source. */
  readonly level: Level | null;
  /** Where the article says so. */
  readonly place: Span;
}

export interface FigureFact extends KnownFigure {
  /** The sentence that the figure stands in. */
  readonly sentence: Span;
}

/** The facts of a file that the workspace holds. */
export interface ArticleFacts extends Facts {
  /** The key that the file was set under. */
  readonly file: string;
  /** The path that its metadata were read from. */
  readonly path: string;
  readonly text: string;
}

/**
 * The facts of an article as they are kept in memory and on disk, a few kilobytes, with what the article is found by.
 * Never changed and shared by equal articles.
 */
export interface PackedFacts {
  /** What two articles are compared by. */
  readonly claims: PackedMentions;
  /** Everything else. */
  readonly told: Told;
  readonly keys: Keys;
  /** For each mention, what it is counted by as boilerplate of its outlet. */
  readonly printed: Int32Array;
  /** For each mention, the digest of its words, by which opinions about it are kept. */
  readonly sentences: Float64Array;
}

/** `null` for a file that is not an article. */
export function factsOf(reading: Reading | Skipped): PackedFacts | null {
  if ('skipped' in reading) return null;
  const claims = readMentions(reading);
  const { article, attributions } = reading;
  const { start, end } = article.paragraphs[0] ?? { start: 0, end: 0 };
  return packFacts(article.text, {
    metadata: article.metadata,
    headline: { start, end },
    citations: attributions.flatMap(citationsOf),
    figures: knownFigures(reading).figures.map((known) => {
      const sentence = article.sentences[known.figure.sentence] ?? known.figure;
      return { ...known, sentence: { start: sentence.start, end: sentence.end } };
    }),
    claims,
  });
}

/** From the outlet through the relays to the innermost source, a citation for each step. */
function citationsOf({ chain, name, level, source, cue }: Attribution): Citation[] {
  const evidence = source ?? cue;
  if (name === '' || evidence === null) return [];
  const names = [...chain.map((relay) => ({ name: relay.name, span: relay.span })), { name, span: evidence }];
  return names.map((cited, i) => ({
    citer: names[i - 1]?.name ?? null,
    cited: cited.name,
    level: i === names.length - 1 ? level : null,
    place: cited.span ?? evidence,
  }));
}

/** What a figure holds, all of it, in the order in which a row has it. */
const figureNames = Object.keys({
  start: true,
  end: true,
  text: true,
  outcome: true,
  low: true,
  high: true,
  approx: true,
  victims: true,
  people: true,
  partial: true,
  isArrest: true,
  scope: true,
  grade: true,
  hedge: true,
  source: true,
  attribution: true,
  place: true,
  date: true,
  perpetrator: true,
  sentence: true,
} satisfies Record<keyof Figure, true>) as (keyof Figure)[];

/** A row for each figure, as `Told` keeps them. */
type FigureRow = readonly [origin: KnownFigure['origin'], ...sentence: PackedSpan, ...values: unknown[]];
type PackedSpan = readonly [start: number, end: number];

/** The facts that no comparison asks for. */
export interface Told {
  readonly metadata: readonly [title: string | null, outlet: string | null, agency: string | null, date: string | null];
  readonly headline: PackedSpan;
  readonly citations: readonly (readonly [Citation['citer'], Citation['cited'], Citation['level'], ...PackedSpan])[];
  readonly figures: readonly FigureRow[];
}

export function packFacts(text: string, { metadata, headline, citations, figures, claims }: Facts): PackedFacts {
  const { title, outlet, agency, date } = metadata;
  const told: Told = {
    metadata: [title, outlet, agency, date],
    headline: [headline.start, headline.end],
    citations: citations.map(({ citer, cited, level, place }) => [citer, cited, level, place.start, place.end]),
    figures: figures.map(({ figure, origin, sentence }) => [
      origin,
      sentence.start,
      sentence.end,
      ...figureNames.map((name) => figure[name]),
    ]),
  };
  return {
    claims: pack(claims),
    told,
    keys: keysOf(claims),
    printed: printedKeys(claims),
    sentences: Float64Array.from(claims.start, (start, m) => digestNumber(text.slice(start, claims.end[m]))),
  };
}

/**
 * Facts unpacked in two parts, each when it is first asked for: what articles are compared by, and the rest. A class,
 * so that the engine gives all of them one shape.
 */
export class UnpackedFacts implements Facts {
  private unpackedClaims: MentionTable | null = null;
  private unpackedRest: Omit<Facts, 'claims'> | null = null;

  constructor(private readonly packed: PackedFacts) {}

  get claims(): MentionTable {
    this.unpackedClaims ??= unpack(this.packed.claims);
    return this.unpackedClaims;
  }

  get metadata(): KnownMetadata {
    return this.rest.metadata;
  }

  get headline(): Span {
    return this.rest.headline;
  }

  get citations(): readonly Citation[] {
    return this.rest.citations;
  }

  get figures(): readonly FigureFact[] {
    return this.rest.figures;
  }

  private get rest(): Omit<Facts, 'claims'> {
    this.unpackedRest ??= unpackRest(this.packed.told);
    return this.unpackedRest;
  }
}

/** The facts of an article that no workspace holds. */
export class LentFacts extends UnpackedFacts implements ArticleFacts {
  constructor(
    packed: PackedFacts,
    readonly file: string,
    readonly path: string,
    readonly text: string,
  ) {
    super(packed);
  }
}

function figureIn(values: readonly unknown[]): Figure {
  const figure: Partial<Record<keyof Figure, unknown>> = {};
  for (let k = 0; k < figureNames.length; k++) figure[figureNames[k]!] = values[k];
  return figure as Figure;
}

function unpackRest({ metadata, headline, citations, figures }: Told): Omit<Facts, 'claims'> {
  const [title, outlet, agency, date] = metadata;
  const [start, end] = headline;
  return {
    metadata: { title, outlet, agency, date },
    headline: { start, end },
    citations: citations.map(([citer, cited, level, from, to]) => ({
      citer,
      cited,
      level,
      place: { start: from, end: to },
    })),
    figures: figures.map(([origin, from, to, ...values]) => ({
      figure: figureIn(values),
      origin,
      sentence: { start: from, end: to },
    })),
  };
}
