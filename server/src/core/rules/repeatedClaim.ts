import { files, gather, list, outletOf, placesOf } from './elsewhere.js';
import type { Rule } from './rule.js';

/** Marks a sentence whose claim other files make too, and says whether text was reused. */
export const repeatedClaim: Rule = {
  id: 'repeated-claim',
  check: (_reading, elsewhere) =>
    gather(elsewhere.filter(({ relation }) => relation.kind !== 'conflict')).map(({ here, mentions }) => {
      const count = new Set(mentions.map(({ there }) => there.file)).size;
      const copies = mentions.filter(({ relation }) => relation.kind === 'copy').length;
      const reuse =
        copies === 0
          ? 'no shared text found'
          : copies === mentions.length
            ? 'with shared text'
            : 'partly with shared text';
      return {
        rule: 'repeated-claim',
        severity: 'hint',
        ...here,
        message: `The same claim stands in ${files(count)} (${list(mentions.map(({ there }) => outletOf(there)))}), ${reuse}.`,
        settle: 'Whether the files rest on different sources: files that copy one another count once.',
        guide: 'The two-source rule counts origins, not hits.',
        related: placesOf(
          mentions,
          ({ there, relation }) =>
            `${outletOf(there)}: ${relation.kind === 'copy' ? 'shared text' : 'the same claim'}. ${relation.why}`,
        ),
      };
    }),
};
