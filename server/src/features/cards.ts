import type { Place as EditorPlace } from '../../../protocol/src/index.js';
import type { Attribution, Level } from '../core/attribution/attribution.js';
import type { Figure } from '../core/casualties/figure.js';
import type { Reading } from '../core/reading.js';
import type { Span } from '../core/span.js';
import { positionsOf } from './positions.js';
import { clip, outletKnown, outletOf, textOf, titleOf } from './wording.js';

/**
 * What is kept at hand of every article, open or not, for questions about all of them: who cites whom, and which
 * casualty figures there are. A whole reading takes hundreds of times the room.
 */
export interface Card {
  readonly file: string;
  readonly text: string;
  readonly title: string;
  readonly outlet: string;
  readonly outletKnown: boolean;
  readonly date: string | null;
  /** Where the article begins: its headline. */
  readonly top: EditorPlace;
  readonly citations: readonly Citation[];
  readonly figures: readonly CardFigure[];
}

/** One step of a chain: *CNN* cites *a source*. Names as in the article. */
export interface Citation {
  /** `null`: the article's own outlet. */
  readonly citer: string | null;
  readonly cited: string;
  /** Level of the cited one where it is the innermost source. */
  readonly level: Level | null;
  /** Where the article says so. */
  readonly place: EditorPlace;
}

export interface CardFigure {
  readonly figure: Figure;
  readonly place: EditorPlace;
  /** Span of the sentence it stands in. */
  readonly sentence: Span;
  readonly sentenceText: string;
  readonly words: string;
  readonly source: string;
}

export function cardOf(file: string, reading: Reading): Card {
  const { article, attributions, figures } = reading;
  const positions = positionsOf(article);
  const place = (span: Span): EditorPlace => ({ uri: file, range: positions.range(span) });
  return {
    file,
    text: article.text,
    title: titleOf(article),
    outlet: outletOf(article),
    outletKnown: outletKnown(article),
    date: article.metadata.date,
    top: place(article.paragraphs[0] ?? { start: 0, end: 0 }),
    citations: attributions.flatMap((attribution) => citations(attribution, place)),
    figures: figures.map((figure) =>
      cardFigureOf(article, figure, article.sentences[figure.sentence] ?? figure, place(figure)),
    ),
  };
}

/** A figure in its sentence; `article` need only be a text. */
export const cardFigureOf = (
  article: { readonly text: string },
  figure: Figure,
  { start, end }: Span,
  place: EditorPlace,
): CardFigure => ({
  figure,
  place,
  sentence: { start, end },
  sentenceText: clip(textOf(article, { start, end }), 400),
  words: textOf(article, figure),
  source: figure.source ? textOf(article, figure.source) : '',
});

/** From the outlet through the relays to the innermost source, a citation for each step. */
function citations(attribution: Attribution, place: (span: Span) => EditorPlace): Citation[] {
  const { chain, name, level, source, cue } = attribution;
  const evidence = source ?? cue;
  if (name === '' || evidence === null) return [];
  const names = [...chain.map((relay) => ({ name: relay.name, span: relay.span })), { name, span: evidence }];
  return names.map((cited, i) => ({
    citer: names[i - 1]?.name ?? null,
    cited: cited.name,
    level: i === names.length - 1 ? level : null,
    place: place(cited.span ?? evidence),
  }));
}
