import { say } from '../../../../l10n/say.js';
import type { Sentence } from '../article/article.js';
import type { Drift } from '../relations/relation.js';
import { indexAt } from '../span.js';
import { gather, outletOf, placesOf } from './elsewhere.js';
import type { CrossMention, Rule } from './rule.js';

/** What the other file has and this one lost; a changed speaker is shown on both sides. */
const lostHere = ({ relation }: CrossMention): Drift[] =>
  relation.drift.filter((drift) => drift.keptBy === 'b' || drift.kind === 'speaker');

/** A hedge or the only source is gone. Another source in its place is another matter; a headline has no room for one. */
function isCertaintyAdded({ kind, instead }: Drift, sentence: Sentence | undefined): boolean {
  if (kind === 'attribution') return instead === '' && sentence?.place !== 'headline';
  return kind !== 'speaker';
}

/** Marks a sentence that sounds more certain than the same claim does in another file. */
export const certaintyDrift: Rule = {
  id: 'certainty-drift',
  check: ({ article }, elsewhere) =>
    gather(elsewhere.filter((mention) => lostHere(mention).length > 0)).map(({ here, mentions }) => {
      const first = mentions[0] as CrossMention;
      const drift = lostHere(first)[0] as Drift;
      return {
        rule: 'certainty-drift',
        severity: 'information',
        ...(isCertaintyAdded(drift, article.sentences[indexAt(article.sentences, here.start)]) && {
          essential: 'certainty added',
        }),
        ...here,
        message: sentence(drift, outletOf(first.there)),
        settle: say`Which wording the source used: the earlier file, or the source itself.`,
        guide: say`Reuters and AP: keep the hedge and the attribution of what you pick up.`,
        related: placesOf(mentions, (mention) =>
          lostHere(mention)
            .map((one) => sentence(one, outletOf(mention.there)))
            .join(' '),
        ),
      };
    }),
};

function sentence({ kind, words, keptBy, instead }: Drift, outlet: string): string {
  if (kind === 'speaker') {
    const other = keptBy === 'b' ? words : instead;
    return say`${outlet} gives these words to another speaker: “${other}”.`;
  }
  if (kind === 'attribution')
    return instead === ''
      ? say`${outlet} attributes this to “${words}”; no source is given here.`
      : say`${outlet} attributes this to “${words}”; here it is “${instead}”.`;
  return say`${outlet} says this with “${words}”, which is missing here.`;
}
