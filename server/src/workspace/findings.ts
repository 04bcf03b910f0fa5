import type { Reading } from '../core/reading.js';
import { rules } from '../core/rules/index.js';
import type { CrossMention, Finding } from '../core/rules/rule.js';

/** Nobody reads more marks of one file, and editors grow slow; a long article has a hundred. */
const findingsKept = 2000;

/** What the rules say about an article, in order of place; `failed` hears of a rule that fails, and the others go on. */
export function findingsIn(
  reading: Reading,
  elsewhere: readonly CrossMention[],
  failed: (error: unknown) => void,
): Finding[] {
  const found = rules
    .flatMap((rule) => {
      try {
        return rule.check(reading, elsewhere);
      } catch (error) {
        failed(error);
        return [];
      }
    })
    .sort((x, y) => x.start - y.start || x.end - y.end || (x.rule < y.rule ? -1 : 1));
  return found.length <= findingsKept ? found : firstOf(found);
}

/** The first findings of a file, the last of which says how many are left out. */
function firstOf(found: readonly Finding[]): Finding[] {
  const kept = found.slice(0, findingsKept);
  const last = kept.pop()!;
  const leftOut = (found.length - findingsKept).toLocaleString('en');
  return [...kept, { ...last, message: `${last.message} From here on ${leftOut} marks of this file are left out.` }];
}
