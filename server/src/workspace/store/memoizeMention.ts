import { mentionLimit } from '../../core/relations/relationCode.js';

/** Finds something once for each mention of an article. */
export function memoizeMention<Found>(find: (article: number, mention: number) => Found) {
  const found = new Map<number, Found>();
  return (article: number, mention: number): Found => {
    const key = article * mentionLimit + mention;
    const known = found.get(key) ?? find(article, mention);
    found.set(key, known);
    return known;
  };
}
