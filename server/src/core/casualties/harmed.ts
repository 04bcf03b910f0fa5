import { isCapital } from '../article/characters.js';
import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, lowerAt, type Words } from '../words.js';
import type { Predicate } from './predicate.js';
import type { Quantity } from './quantity.js';
import { isRate } from './rates.js';
import { unassertedTokens } from './unasserted.js';

/** Whether the quantities of one sentence can be people whom something did happen to. */
export class Harmed {
  /** See `unassertedTokens`; most sentences need it never. */
  private unasserted: Uint8Array | null = null;

  constructor(private readonly words: Words) {}

  /** Not only supposed or denied, and no rate. *The raid that killed 12* happened, whatever is denied of it. */
  happened(quantity: Quantity, predicate: Predicate | null): boolean {
    const { words } = this;
    const given = predicate !== null && predicate.voice === 'active' && is(words, predicate.first - 1, harm.relative);
    this.unasserted ??= unassertedTokens(words);
    const how = this.unasserted[quantity.first - words.from];
    if (how === 1 || (how === 2 && !given)) return false;
    // *could leave 40 people dead*
    if (
      isOneOf(words, quantity.first - 1, words.harms.leave) &&
      is(words, quantity.first - 2, harm.modal | harm.hedged)
    )
      return false;
    return !isRate(words, quantity, predicate !== null && predicate.at > quantity.first ? predicate.end : quantity.end);
  }

  /** Whether a quantity counts people; a weak verb alone does not say so. */
  counts(quantity: Quantity, { weak, personal }: Pick<Predicate, 'weak' | 'personal'>): boolean {
    if (quantity.head === 'thing') return false;
    // *four of the dead were taken to hospital*, *bodies were*: the noun says what happened
    if (weak && (quantity.head === 'harm' || quantity.partOf === 'harmed')) return false;
    if (quantity.head === 'people' || quantity.head === 'harm') return true;
    const last = lowerAt(this.words, quantity.end - 1);
    // *one captured by a camera* may be a picture
    if (quantity.state >= 0)
      return (
        !this.words.harms.one.has(last) ||
        this.words.harms.states.get(lowerAt(this.words, quantity.state)) !== 'captured'
      );
    if (weak && quantity.head !== 'none') return false;
    // not *Ada 13 suffered burns*, which lost its commas
    if (weak && personal)
      return !this.words.harms.one.has(last) && !isCapital(this.words.word[quantity.first - 1] ?? '');
    if (weak) return this.words.harms.more.has(last) || this.words.harms.other.has(last);
    return !(this.words.harms.one.has(last) && quantity.head === 'unknown');
  }
}
