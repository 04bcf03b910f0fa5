import type { ToldFinding } from '../../core/rules/spots.js';
import type { Span } from '../../core/span.js';
import type { FiledIncidentReview } from '../../reviews/incidents.js';
import { placeOf, quotationOf } from '../../reviews/quotation.js';
import type { AnyReview, Quotation, Target } from '../../reviews/review.js';
import { type Checked, type CheckedFile, type CheckedReview, isArticle } from '../checked.js';
import { CodePoints } from '../codePoints.js';
import { fileIri, ownIri } from '../iris.js';
import { context, motivations, type Selected, type TextPosition, textualBody } from './annotation.js';

/**
 * A collection of W3C Web Annotations: first every finding that stands, then everything that people said, findings or not.
 * What people said is there in full, so that `read.ts` makes the same reviews of it.
 */
export function annotations(checked: Checked): string {
  const places = new Places(checked);
  const items = [
    ...checked.files.flatMap((file) =>
      file.findings.map((finding, at) => findingAnnotation(file, finding, at, places)),
    ),
    ...checked.reviews.map((one) => reviewAnnotation(one, places)),
    ...checked.incidentReviews.map((one) => incidentAnnotation(one, places)),
  ];
  const id = ownIri('annotations', '');
  const collection = {
    '@context': context,
    id,
    type: 'AnnotationCollection',
    label: 'Second Source: findings, and what people said of them',
    total: items.length,
    // the model has no first page of an empty collection
    ...(items.length > 0 && {
      first: { id: ownIri('annotations', '1'), type: 'AnnotationPage', partOf: id, startIndex: 0, items },
    }),
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

/** A question that the program asks. */
function findingAnnotation({ file }: CheckedFile, finding: ToldFinding, at: number, places: Places) {
  const { rule, severity, reading, message, settle, related } = finding;
  return {
    id: ownIri('finding', `${places.nameOf(file)}:${at + 1}`),
    type: 'Annotation',
    motivation: motivations.finding,
    generator: { type: 'Software', name: 'Second Source' },
    body: [
      textualBody(message, motivations.finding, 'en'),
      ...(settle === '' ? [] : [textualBody(settle, 'describing', 'en')]),
      ...related.flatMap((other) => {
        const place = places.at(other.file, other);
        return place === null ? [] : [{ type: 'SpecificResource', purpose: 'linking', ...place }];
      }),
    ],
    target: places.at(file, finding),
    secondSource: { rule, severity, reading },
  };
}

/** What a person said, as the sidecar keeps it, and where its words stand now. */
function reviewAnnotation({ review, file, place }: CheckedReview, places: Places) {
  const { kind, rule, text, target } = review;
  const { source, selector, article, against } = target;
  const position = file === null || place === null ? [] : places.positions(file, place);
  return {
    ...saidBy(review),
    body: textualBody(text, motivations[kind]),
    target: {
      source: file === null ? fileIri(source) : places.iriOf(file),
      selector: [selector, ...position],
    } satisfies Selected,
    secondSource: { kind, rule, source, article, against },
  };
}

/** What a person said of the incidents that figures tell of: the two figures, or the one that is by itself. */
function incidentAnnotation({ review, file, otherFile }: FiledIncidentReview, places: Places) {
  const { kind, target, other } = review;
  const selected = (one: Target, where: string | null): Selected => ({
    source: where === null ? fileIri(one.source) : places.iriOf(where),
    selector: [one.selector, ...(where === null ? [] : places.ofQuotation(where, one.selector))],
  });
  const words = kind === 'merged' ? 'These two figures tell of one incident.' : movedWords[other ? 'toOther' : 'alone'];
  return {
    ...saidBy(review),
    body: textualBody(words, motivations[kind], 'en'),
    target: [selected(target, file), ...(other ? [selected(other, otherFile)] : [])],
    secondSource: {
      kind,
      ...{ source: target.source, article: target.article },
      ...(other && { other: { source: other.source, article: other.article } }),
    },
  };
}

const movedWords = {
  toOther: 'The first figure tells of the incident that the second tells of.',
  alone: 'This figure tells of an incident of its own.',
} as const;

const saidBy = ({ id, kind, creator, created }: AnyReview) => ({
  id: ownIri('review', id),
  type: 'Annotation',
  motivation: motivations[kind],
  ...(creator !== '' && { creator: { type: 'Person', name: creator } }),
  created,
});

/** Places of files, as annotations select them. */
class Places {
  readonly nameOf: Checked['nameOf'];
  private readonly files: ReadonlyMap<string, CheckedFile>;
  private readonly points = new Map<string, CodePoints>();

  constructor({ files, nameOf }: Checked) {
    this.nameOf = nameOf;
    this.files = new Map(files.map((one) => [one.file, one]));
  }

  iriOf(file: string): string {
    return fileIri(this.nameOf(file));
  }

  /** `null` where the file is no article. */
  at(file: string, span: Span): Selected | null {
    const reading = this.files.get(file)?.reading;
    if (reading === undefined || !isArticle(reading)) return null;
    const { article } = reading;
    const quotation = quotationOf(article, span) ?? {
      // the same words stand in the same surroundings twice: only the numbers tell which are meant
      type: 'TextQuoteSelector',
      exact: article.text.slice(span.start, span.end).replace(/\s+/g, ' '),
    };
    return { source: this.iriOf(file), selector: [quotation, ...this.positions(file, span)] };
  }

  /** Where quoted words stand, if they have one place. */
  ofQuotation(file: string, quotation: Quotation): TextPosition[] {
    const reading = this.files.get(file)?.reading;
    const place = reading !== undefined && isArticle(reading) ? placeOf(reading.article, quotation) : 'nowhere';
    return typeof place === 'string' ? [] : this.positions(file, place);
  }

  positions(file: string, { start, end }: Span): TextPosition[] {
    const reading = this.files.get(file)?.reading;
    if (reading === undefined || !isArticle(reading)) return [];
    const points = this.points.get(file) ?? new CodePoints(reading.article.text);
    this.points.set(file, points);
    return [{ type: 'TextPositionSelector', start: points.ofUnit(start), end: points.ofUnit(end) }];
  }
}
