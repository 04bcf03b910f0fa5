import type { Article, Metadata } from '../core/article/article.js';
import { itemAt, overlaps, type Span } from '../core/span.js';
import { countOf, verdictWords } from '../features/wording.js';
import type { Review } from '../reviews/review.js';
import { digestOf } from '../workspace/digest.js';
import type { Claim, Place } from '../workspace/workspace.js';
import { type Checked, type CheckedReview, isArticle } from './checked.js';
import { CodePoints } from './codePoints.js';
import { fileIri, ownIri } from './iris.js';

/**
 * Claims of more than one file in the vocabulary of schema.org, as JSON-LD: `Claim` with every `appearance` and, where days
 * tell, the `firstAppearance`. A `ClaimReview` is made only of what a person signed: that they checked the words of a
 * finding, when and how. The program itself reviews no claim and rates none.
 */
export function claims(checked: Checked): string {
  const graph = new Graph(checked);
  const shared = checked.claims.filter(({ files }) => files > 1);
  for (const claim of shared) graph.addClaim(claim);
  for (const review of checked.reviews) graph.addReview(review, shared);
  return `${JSON.stringify({ '@context': 'https://schema.org', '@graph': graph.nodes }, null, 2)}\n`;
}

type Node = { readonly '@id': string; readonly '@type': string };
const reference = ({ '@id': id }: Node) => ({ '@id': id });

/** The nodes of one export, each once. */
class Graph {
  private readonly byId = new Map<string, Node>();
  private readonly nameOf: Checked['nameOf'];
  private readonly articles: ReadonlyMap<string, Article>;
  private readonly points = new Map<string, CodePoints>();

  constructor({ files, nameOf }: Checked) {
    this.nameOf = nameOf;
    this.articles = new Map(
      files.flatMap(({ file, reading }) => (isArticle(reading) ? [[file, reading.article] as const] : [])),
    );
  }

  get nodes(): readonly Node[] {
    return [...this.byId.values()];
  }

  addClaim(claim: Claim): Node | null {
    const origins = claim.origins.map(({ label }) => label).join('; ');
    return this.claimOf(claim.mentions, `${verdictWords(claim)}. ${countOf(claim)}: ${origins}`);
  }

  /** Of what a person checked, with their name: the claim that the words belong to, or their own sentence. */
  addReview({ review, file, place }: CheckedReview, shared: readonly Claim[]): void {
    const article = this.articles.get(file ?? '');
    if (review.kind !== 'checked' || review.creator === '' || file === null || place === null || !article) return;
    const mentions = (mention: Place): boolean => mention.file === file && overlaps(mention, place);
    const claim = shared.find((one) => one.mentions.some(mentions));
    const sentence = itemAt(article.sentences, place.start) ?? place;
    const reviewed = claim ? this.addClaim(claim) : this.claimOf([{ file, start: sentence.start, end: sentence.end }]);
    if (reviewed !== null) this.add(claimReview(review, reviewed, wordsOf(article, sentence)));
  }

  private claimOf(mentions: readonly Place[], description?: string): Node | null {
    const appearances = mentions.flatMap((place) => this.appearance(place));
    const [one] = appearances;
    if (one === undefined) return null;
    const first = appearances.length > 1 ? this.firstOf(mentions) : null;
    const appearance = appearances.map(reference);
    return this.add({
      '@id': ownIri('claim', digestOf(appearances.map((node) => node['@id']).join(' '))),
      '@type': 'Claim',
      text: (first ?? one).text,
      ...(description && { description }),
      appearance,
      ...(first && { firstAppearance: reference(first) }),
    });
  }

  /** The words in which an article makes a claim: a part of it, named by its characters (RFC 5147). */
  private appearance({ file, start, end }: Place): (Node & { readonly text: string })[] {
    const article = this.articles.get(file);
    if (article === undefined) return [];
    const points = this.points.get(file) ?? new CodePoints(article.text);
    this.points.set(file, points);
    const whole = this.add(articleNode(this.nameOf(file), article.metadata));
    return [
      this.add({
        '@id': `${whole['@id']}#char=${points.ofUnit(start)},${points.ofUnit(end)}`,
        '@type': 'CreativeWork',
        text: wordsOf(article, { start, end }),
        isPartOf: reference(whole),
      }),
    ];
  }

  /** Where the claim stood first as far as is known; `null` where no day is given, or two articles share the earliest. */
  private firstOf(mentions: readonly Place[]): (Node & { readonly text: string }) | null {
    const dated = mentions.flatMap((place) => {
      const date = this.articles.get(place.file)?.metadata.date;
      return date ? [{ place, date }] : [];
    });
    const earliest = dated.map(({ date }) => date).sort()[0];
    const [first, ...others] = dated.filter(({ date }) => date === earliest);
    if (first === undefined || others.some(({ place }) => place.file !== first.place.file)) return null;
    return this.appearance(first.place)[0] ?? null;
  }

  private add<One extends Node>(node: One): One {
    const known = this.byId.get(node['@id']);
    if (known === undefined) this.byId.set(node['@id'], node);
    return (known ?? node) as One;
  }
}

const wordsOf = ({ text }: Article, { start, end }: Span): string => text.slice(start, end).replace(/\s+/g, ' ').trim();

/** What an article says of itself; what it does not say is left out. */
function articleNode(path: string, { title, outlet, date, agency, place, author }: Metadata): Node {
  const credit = [author, agency].filter((words) => words !== null).join('; ');
  return {
    '@id': fileIri(path),
    '@type': 'NewsArticle',
    ...(title !== null && { headline: title }),
    ...(date !== null && { datePublished: date }),
    ...(outlet !== null && { publisher: { '@type': 'Organization', name: outlet } }),
    ...(credit !== '' && { creditText: credit }),
    ...(place !== null && { dateline: place }),
  };
}

/** Who, when and how, in the person’s words; no rating: nobody gave one. */
const claimReview = ({ id, rule, text, creator, created }: Review, claim: Node, words: string): Node => ({
  '@id': ownIri('review', id),
  '@type': 'ClaimReview',
  ...{ claimReviewed: words, itemReviewed: reference(claim) },
  ...{ author: { '@type': 'Person', name: creator }, datePublished: created, reviewBody: text },
  ...(rule && { reviewAspect: rule }),
});
