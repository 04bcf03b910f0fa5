import type { Related } from './relation.js';

/** Of the sentences of another article that say the same as one, so many are kept; 19 are the most in 2,000 news articles. */
const partnersKept = 32;

/**
 * Without the relations that are among the likeliest of neither of their mentions: a text may say one thing a thousand
 * times.
 */
export function likeliest(found: Related[]): Related[] {
  if (found.length <= partnersKept) return found;
  const kept = new Set<Related>();
  for (const side of ['i', 'j'] as const) {
    const partners = new Map<number, Related[]>();
    for (const related of found) {
      const others = partners.get(related[side]);
      if (others === undefined) partners.set(related[side], [related]);
      else insert(others, related);
    }
    for (const others of partners.values()) for (const related of others) kept.add(related);
  }
  return kept.size === found.length ? found : found.filter((related) => kept.has(related));
}

/** Keeps a list of the likeliest in order, the likeliest first; of two as likely, the one that was found first. */
function insert(others: Related[], related: Related): void {
  let low = 0;
  for (let high = others.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (others[middle]!.score >= related.score) low = middle + 1;
    else high = middle;
  }
  if (low === partnersKept) return;
  if (others.length === partnersKept) others.pop();
  others.splice(low, 0, related);
}
