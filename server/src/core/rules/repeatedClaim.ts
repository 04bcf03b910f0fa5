import { fileCount, files, gather, list, outletOf, placesOf } from './elsewhere.js';
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
      return {
        rule: 'repeated-claim',
        severity: 'hint',
        ...here,
        message: `The same claim is made in ${files(count)} (${list(mentions.map(({ there }) => outletOf(there)))}), ${reuse(mentions, sharing)}.`,
        settle: 'Whether the files rest on different sources: files that copy one another count once.',
        guide: 'The two-source rule counts origins, not hits.',
        related: placesOf(
          mentions,
          ({ there, relation }) =>
            `${outletOf(there)}: ${relation.kind === 'copy' ? 'shared text' : 'the same claim'}. ${relation.why}`,
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
      message: `${files(count).replace(/^o/, 'O')} (${outlets}) ${count === 1 ? 'tells' : 'tell'} of this at another time. ${reasons}`,
      settle: 'Which of the two is the later, and whether both speak of the same event.',
      guide: '',
      related: placesOf(mentions, ({ there, relation }) => `${outletOf(there)}: ${relation.why}`),
    };
  });

const isCopy = ({ relation }: CrossMention): boolean => relation.kind === 'copy';

/** Whether mentions reuse text, or stand, in other words, in files that reuse text elsewhere; `sharing`: those files. */
function reuse(mentions: readonly CrossMention[], sharing: ReadonlySet<string>): string {
  if (mentions.every(isCopy)) return 'with shared text';
  if (mentions.some(isCopy)) return 'partly with shared text';
  const reworded = mentions.filter(({ there }) => sharing.has(there.file)).length;
  if (reworded === 0) return 'no shared text found';
  return reworded === mentions.length
    ? 'in other words, but with shared text elsewhere'
    : 'in other words, some with shared text elsewhere';
}
