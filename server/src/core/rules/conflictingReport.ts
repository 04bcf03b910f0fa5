import { amount, say } from '../../../../l10n/say.js';
import { fileCount, gather, list, outletOf, placesOf } from './elsewhere.js';
import type { CrossMention, Rule } from './rule.js';

/**
 * Reasons, each once and, where there are several, with the outlets it is of; what several have in common stands once: *The
 * figures differ: 11 killed and 46 killed (Herald); 11 killed and 30 killed (Post).*
 */
function inOneGo(mentions: readonly CrossMention[]): string {
  const outlets = new Map<string, string[]>();
  for (const { relation, there } of mentions)
    outlets.set(relation.why, [...(outlets.get(relation.why) ?? []), outletOf(there)]);
  const byBeginning = new Map<string, string[]>();
  for (const [reason, names] of outlets) {
    const [, beginning = reason, rest] = /^([^:]*: )(.*)\.$/.exec(reason) ?? [];
    const rests = byBeginning.get(beginning) ?? [];
    const told = outlets.size === 1 ? rest : `${rest} (${list(names)})`;
    byBeginning.set(beginning, rest === undefined ? rests : [...rests, told ?? '']);
  }
  return Array.from(byBeginning, ([beginning, rests]) =>
    rests.length === 0 ? beginning : `${beginning}${rests.join('; ')}.`,
  ).join(' ');
}

/** Marks a sentence that another file contradicts: figures that do not go together, or a denial. */
export const conflictingReport: Rule = {
  id: 'conflicting-report',
  check: (_reading, elsewhere) =>
    gather(elsewhere.filter(({ relation }) => relation.kind === 'conflict')).map(({ here, mentions }) => {
      const count = fileCount(mentions);
      const outlets = list(mentions.map(({ there }) => outletOf(there)));
      const reasons = inOneGo(mentions);
      return {
        rule: 'conflicting-report',
        severity: 'warning',
        essential: 'contested',
        ...here,
        message:
          count === 1
            ? say`One other file (${outlets}) reports otherwise. ${reasons}`
            : say`${amount(count)} other files (${outlets}) report otherwise. ${reasons}`,
        settle: say`Whose word each version rests on, and whether both speak of the same event and time.`,
        guide: say`BBC and Reuters: say where reports differ, and attribute each version.`,
        related: placesOf(mentions, ({ there, relation }) => `${outletOf(there)}: ${relation.why}`),
      };
    }),
};
