import * as v from 'valibot';
import { type AnyReview, longest, reviewSchema } from '../../reviews/review.js';
import { digestOf } from '../../workspace/digest.js';
import { nameOfIri } from '../iris.js';

/** What is read of a file of W3C Web Annotations, as far as it can become something that a person said. */
export interface ReadAnnotations {
  /** Those that were written here: the reviews as they were. */
  readonly reviews: readonly AnyReview[];
  /** Those of others. */
  readonly notes: readonly ForeignNote[];
  /** What is no annotation of a text, a sentence each. */
  readonly left: readonly string[];
}

/** What somebody said elsewhere of some words, before it is known in which article these stand. */
export interface ForeignNote {
  readonly id: string;
  readonly text: string;
  readonly creator: string;
  readonly created: string;
  /** IRI of what it is about. */
  readonly source: string;
  /** The words, and what stands around them as far as that was written down; `exact` may be ''. */
  readonly quoted: { readonly exact: string; readonly prefix: string; readonly suffix: string };
  /** In code points; `null` where it was not written down. */
  readonly position: { readonly start: number; readonly end: number } | null;
}

/** Most annotations that are read of one file: as many as a sidecar keeps. */
const most = 20_000;

const text = v.fallback(v.string(), '');
const anyOf = <Item>(item: v.GenericSchema<unknown, Item>) =>
  v.optional(
    v.pipe(
      v.unknown(),
      v.transform((given): unknown[] => (Array.isArray(given) ? given : given === null ? [] : [given])),
      v.array(item),
    ),
    [],
  );

const selector = v.fallback(
  v.looseObject({
    type: text,
    exact: text,
    prefix: text,
    suffix: text,
    start: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), -1),
    end: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), -1),
  }),
  { type: '', exact: '', prefix: '', suffix: '', start: -1, end: -1 },
);

/** An agent, a body or a target is an object with a name of its kind, or only the IRI of one. */
const agent = v.union([v.string(), v.looseObject({ name: text, nickname: text, id: text })]);
const body = v.union([v.string(), v.looseObject({ value: text, purpose: v.optional(v.unknown()) })]);
const target = v.union([
  v.string(),
  v.looseObject({ id: text, source: v.optional(v.unknown()), selector: anyOf(selector) }),
]);

const annotation = v.looseObject({
  id: text,
  motivation: anyOf(v.unknown()),
  creator: anyOf(agent),
  created: text,
  modified: text,
  body: anyOf(body),
  bodyValue: text,
  target: anyOf(target),
  secondSource: v.optional(v.unknown()),
});
type Annotation = v.InferOutput<typeof annotation>;

/**
 * Reads a collection, a page of one, a list of annotations, or one alone. `now` is taken where an annotation does not say
 * when it was made. Throws, with what a person can read, where the text is no JSON.
 */
export function readAnnotations(json: string, now: string): ReadAnnotations {
  const found = itemsOf(parsed(json));
  const left: string[] = [];
  if (found.length > most) left.push(`only the first ${most} of ${found.length} annotations are read`);
  const reviews: AnyReview[] = [];
  const notes: ForeignNote[] = [];
  found.slice(0, most).forEach((given, at) => {
    const parsed = v.safeParse(annotation, given);
    if (!parsed.success) left.push(`annotation ${at + 1} is none: ${parsed.issues[0].message}`);
    else if (parsed.output.secondSource === undefined) notes.push(...foreignNotes(parsed.output, now));
    else if (!isFinding(parsed.output.secondSource)) {
      const review = ownReview(parsed.output);
      if (review === null)
        left.push(`annotation ${at + 1} was written here, and something in it was changed or is missing`);
      else reviews.push(review);
    }
  });
  return { reviews, notes, left };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    throw new Error('It is no JSON, in which Web Annotations are written.');
  }
}

/** The annotations in whatever holds them. Pages that lie elsewhere are not fetched. */
function itemsOf(given: unknown): unknown[] {
  if (Array.isArray(given)) return given;
  if (typeof given !== 'object' || given === null) return [given];
  if ('items' in given && Array.isArray(given.items)) return given.items;
  if ('first' in given && typeof given.first === 'object' && given.first !== null) return itemsOf(given.first);
  return 'total' in given && given.total === 0 ? [] : [given];
}

/** What the program itself asks is found again in the text, and not taken from a file. */
const isFinding = (own: unknown): boolean => typeof own === 'object' && own !== null && 'severity' in own;

/** Ids name files, on any system. */
const id = v.pipe(v.string(), v.regex(/^[\p{L}\p{N}_-][\p{L}\p{N}_ .-]{0,199}$/u));

/** The review as it was: what annotations have words for is read from these, all else from our own key. */
function ownReview({ id: iri, body, creator, created, target, secondSource }: Annotation): AnyReview | null {
  const own = v.safeParse(ownSchema, secondSource);
  const named = v.safeParse(id, nameOfIri('review', iri));
  if (!own.success || !named.success) return null;
  const { source, article, against, other, ...kept } = own.output;
  const [said] = body.filter((one) => typeof one === 'object');
  const [by] = creator.filter((one) => typeof one === 'object');
  const review = v.safeParse(reviewSchema, {
    version: 1,
    ...kept,
    text: said?.value,
    creator: by?.name ?? '',
    created,
    target: { source, article, selector: quoteOf(target[0]), ...(against !== undefined && { against }) },
    ...(other && { other: { ...other, selector: quoteOf(target[1]) } }),
  });
  if (!review.success) return null;
  const { version, $schema, ...whole } = review.output;
  return { id: named.output, ...whole };
}

/** What stands under our own key of a review; `reviewSchema` knows what each part must be. */
const ownSchema = v.object({
  kind: v.string(),
  rule: v.exactOptional(v.string()),
  source: v.string(),
  article: v.unknown(),
  against: v.optional(v.unknown()),
  other: v.optional(v.object({ source: v.string(), article: v.unknown() })),
});

function quoteOf(target: Annotation['target'][number] | undefined) {
  if (typeof target !== 'object') return null;
  const { type, exact, prefix, suffix } = target.selector.find((one) => one.type === 'TextQuoteSelector') ?? {};
  return { type, exact, prefix, suffix };
}

/** One for each text that an annotation is about. */
function foreignNotes(given: Annotation, now: string): ForeignNote[] {
  const created = dateTime(given.created) ?? dateTime(given.modified) ?? now;
  const words = wordsOf(given).slice(0, longest.words);
  const [by] = given.creator;
  const creator = (typeof by === 'object' ? by.name || by.nickname || by.id : (by ?? '')).trim().slice(0, longest.name);
  return given.target.map((one): ForeignNote => {
    const about =
      typeof one === 'string' ? { source: one, selector: [] } : { ...one, source: iriOf(one.source) || one.id };
    const quote = about.selector.find(({ exact }) => exact !== '');
    const position = about.selector.find(
      ({ type, start, end }) => type === 'TextPositionSelector' && start >= 0 && end > start,
    );
    const quoted = {
      exact: (quote?.exact ?? '').slice(0, longest.exact),
      prefix: (quote?.prefix ?? '').slice(-longest.context),
      suffix: (quote?.suffix ?? '').slice(0, longest.context),
    };
    const digest = digestOf(JSON.stringify([given.id, words, creator, about.source, quoted, position?.start]));
    return {
      // the same annotation is the same note, whenever it is read; without a time of its own it sorts first
      id: `${(dateTime(given.created) ?? '1970-01-01T00:00:00Z').replace(/[-:]/g, '')}-${digest}`,
      text: words,
      creator,
      created,
      source: about.source.slice(0, longest.path),
      quoted,
      position: position ? { start: position.start, end: position.end } : null,
    };
  });
}

/** The words of its bodies, tags as *#tag*; of one without words, why it was made (*highlighting*). */
function wordsOf({ body, bodyValue, motivation }: Annotation): string {
  const parts = body.map((one) =>
    typeof one === 'string' ? one : one.purpose === 'tagging' && one.value !== '' ? `#${one.value}` : one.value,
  );
  const words = [bodyValue, ...parts].map((part) => part.trim()).filter((part) => part !== '');
  return words.length > 0 ? words.join('\n') : `(${motivation.find((one) => typeof one === 'string') ?? 'no words'})`;
}

const iriOf = (source: unknown): string => {
  if (typeof source === 'string') return source;
  return typeof source === 'object' && source !== null && 'id' in source && typeof source.id === 'string'
    ? source.id
    : '';
};

/** In UTC and whole seconds, as the sidecar has it; `null` for what is no time. */
function dateTime(words: string): string | null {
  const time = /^\d{4}-\d\d-\d\d(?:T|$)/.test(words) ? Date.parse(words) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
