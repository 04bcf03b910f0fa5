import { amount, say } from '../../../../l10n/say.js';
import { fileCount, gather, list, outletOf, placesOf } from './elsewhere.js';
import type { CrossMention, Finding, Rule } from './rule.js';

/** Marks a sentence whose claim other files make too, and says whether text was reused. */
export const repeatedClaim: Rule = {
  id: 'repeated-claim',
  check: (_reading, elsewhere) => {
    const sharing = new Set(elsewhere.filter(isCopy).map(({ there }) => there.file));
    const repeated = gather(
      elsewhere.filter(({ relation }) => relation.kind === 'same' || relation.kind === 'copy'),
    ).map(({ here, mentions }): Finding => {
      const count = fileCount(mentions);
      const outlets = list(mentions.map(({ there }) => outletOf(there)));
      const text = reuse(mentions, sharing);
      return {
        rule: 'repeated-claim',
        severity: 'hint',
        ...here,
        message:
          count === 1
            ? say`The same claim is made in one other file (${outlets}), ${text}.`
            : say`The same claim is made in ${amount(count)} other files (${outlets}), ${text}.`,
        settle: say`Whether the files rest on different sources: files that copy one another count once.`,
        guide: say`The two-source rule counts origins, not hits.`,
        related: placesOf(mentions, ({ there, relation }) =>
          relation.kind === 'copy'
            ? say`${outletOf(there)}: shared text. ${relation.why}`
            : say`${outletOf(there)}: the same claim. ${relation.why}`,
        ),
      };
    });
    return [...repeated, ...updates(elsewhere)];
  },
};

/** A later state of one thing in another file: neither the same claim nor against it. */
const updates = (elsewhere: readonly CrossMention[]): Finding[] =>
  gather(elsewhere.filter(({ relation }) => relation.kind === 'update')).map(({ here, mentions }) => {
    const count = fileCount(mentions);
    const reasons = [...new Set(mentions.map(({ relation }) => relation.why))].join(' ');
    const outlets = list(mentions.map(({ there }) => outletOf(there)));
    return {
      rule: 'repeated-claim',
      severity: 'hint',
      ...here,
      message:
        count === 1
          ? say`One other file (${outlets}) tells of this at another time. ${reasons}`
          : say`${amount(count)} other files (${outlets}) tell of this at another time. ${reasons}`,
      settle: say`Which of the two is the later, and whether both speak of the same event.`,
      guide: '',
      related: placesOf(mentions, ({ there, relation }) => `${outletOf(there)}: ${relation.why}`),
    };
  });

const isCopy = ({ relation }: CrossMention): boolean => relation.kind === 'copy';

/** Whether mentions reuse text, or stand, in other words, in files that reuse text elsewhere; `sharing`: those files. */
function reuse(mentions: readonly CrossMention[], sharing: ReadonlySet<string>): string {
  if (mentions.every(isCopy)) return say`with shared text`;
  if (mentions.some(isCopy)) return say`partly with shared text`;
  const reworded = mentions.filter(({ there }) => sharing.has(there.file)).length;
  if (reworded === 0) return say`no shared text found`;
  return reworded === mentions.length
    ? say`in other words, but with shared text elsewhere`
    : say`in other words, some with shared text elsewhere`;
}
