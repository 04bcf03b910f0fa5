import { fileCount, files, gather, list, outletOf, placesOf } from './elsewhere.js';
import type { CrossMention, Rule } from './rule.js';

/** Marks a sentence whose claim other files make too, and says whether text was reused. */
export const repeatedClaim: Rule = {
  id: 'repeated-claim',
  check: (_reading, elsewhere) => {
    const sharing = new Set(elsewhere.filter(isCopy).map(({ there }) => there.file));
    return gather(elsewhere.filter(({ relation }) => relation.kind !== 'conflict')).map(({ here, mentions }) => {
      const count = fileCount(mentions);
      return {
        rule: 'repeated-claim',
        severity: 'hint',
        ...here,
        message: `The same claim stands in ${files(count)} (${list(mentions.map(({ there }) => outletOf(there)))}), ${reuse(mentions, sharing)}.`,
        settle: 'Whether the files rest on different sources: files that copy one another count once.',
        guide: 'The two-source rule counts origins, not hits.',
        related: placesOf(
          mentions,
          ({ there, relation }) =>
            `${outletOf(there)}: ${relation.kind === 'copy' ? 'shared text' : 'the same claim'}. ${relation.why}`,
        ),
      };
    });
  },
};

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
