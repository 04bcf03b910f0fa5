import type { Compared } from '../core/casualties/comparison.js';
import type { KnownFigures } from '../core/casualties/known.js';
import type { Relation } from '../core/relations/relation.js';
import { tollsOf } from '../core/relations/tolls.js';
import type { CrossMention, Mention, Place } from '../core/rules/rule.js';
import { firstFrom } from '../core/span.js';
import type { CrossReference } from './claim.js';
import type { ArticleFacts } from './facts.js';

/** A cross reference as one of its two files sees it; `factsOf` gives the facts of both. */
export const seenFrom = (
  file: string,
  { a, b, relation, files, alike }: CrossReference,
  factsOf: (file: string) => ArticleFacts,
): CrossMention =>
  a.file === file
    ? new SeenMention(a, factsOf(file), b, factsOf(b.file), relation, files[1], alike)
    : new SeenMention(b, factsOf(file), a, factsOf(a.file), turned(relation), files[0], alike);

/** The figures of the two mentions are compared where a rule asks for them. */
class SeenMention implements CrossMention {
  readonly there: Mention;

  constructor(
    readonly here: Place,
    private readonly facts: ArticleFacts,
    place: Place,
    private readonly otherFacts: ArticleFacts,
    readonly relation: Relation,
    files: number,
    alike: boolean,
  ) {
    this.there = new OtherMention(place, otherFacts, files, alike);
  }

  get tolls(): readonly Compared[] {
    const [one, other] = [this.facts.claims, this.otherFacts.claims];
    return tollsOf(one, firstFrom(one.start, this.here.start), other, firstFrom(other.start, this.there.start));
  }
}

/** The other side of a relation; the figures of its article are unpacked where a rule asks for them. */
class OtherMention implements Mention {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly outlet: string | null;

  constructor(
    { file, start, end }: Place,
    private readonly facts: ArticleFacts,
    readonly files: number,
    readonly alike: boolean,
  ) {
    this.file = file;
    this.start = start;
    this.end = end;
    this.outlet = facts.claims.outlet ?? facts.claims.agency;
  }

  get known(): KnownFigures {
    return { date: this.facts.metadata.date, figures: this.facts.figures };
  }
}

/** With its sides changed: in a cross mention, `a` is the mention in the article that looks. */
const turned = (relation: Relation): Relation =>
  relation.drift.length === 0
    ? relation
    : { ...relation, drift: relation.drift.map((one) => ({ ...one, keptBy: one.keptBy === 'a' ? 'b' : 'a' })) };
