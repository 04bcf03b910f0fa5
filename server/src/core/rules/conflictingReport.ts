import { amount, say } from '../../../../l10n/say.js';
import { fileCount, gather, list, outletOf, placesOf } from './elsewhere.js';
import type { Rule } from './rule.js';

/** Marks a sentence that another file contradicts: figures that do not go together, or a denial. */
export const conflictingReport: Rule = {
  id: 'conflicting-report',
  check: (_reading, elsewhere) =>
    gather(elsewhere.filter(({ relation }) => relation.kind === 'conflict')).map(({ here, mentions }) => {
      const count = fileCount(mentions);
      const outlets = list(mentions.map(({ there }) => outletOf(there)));
      const reasons = [...new Set(mentions.map(({ relation }) => relation.why))].join(' ');
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
