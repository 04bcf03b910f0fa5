import type { Quotation } from '../../reviews/review.js';

/**
 * What is written of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/). Of the words that it has
 * for why somebody annotates, a finding is a question, a note is a comment, a check an assessment, and a dismissal moderates;
 * figures are linked to an incident.
 */
export const motivations = {
  finding: 'questioning',
  note: 'commenting',
  checked: 'assessing',
  dismissed: 'moderating',
  merged: 'linking',
  moved: 'linking',
} as const;

/** Besides the published context: what only this program knows of an annotation stands under one key, as JSON. */
export const context = [
  'http://www.w3.org/ns/anno.jsonld',
  { secondSource: { '@id': 'urn:second-source:annotation', '@type': '@json' } },
] as const;

/** In code points of the whole file as it is stored, front matter and markup included. */
export interface TextPosition {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** A place in a file, by its words and by its numbers; by its words alone where these stand nowhere any more. */
export interface Selected {
  readonly source: string;
  readonly selector: readonly (Partial<Quotation> | TextPosition)[];
}

/** Plain words; those of our own are English. */
export const textualBody = (value: string, purpose: string, language?: 'en') => ({
  type: 'TextualBody',
  value,
  format: 'text/plain',
  ...(language && { language }),
  purpose,
});
