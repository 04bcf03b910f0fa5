import {
  type ClaimView,
  type Corroboration,
  type Line,
  line,
  type MentionView,
  type PossibleView,
  type Sentence,
} from '../../../protocol/src/index.js';
import type { Article } from '../core/article/article.js';
import { sameText } from '../core/rules/elsewhere.js';
import type { CrossMention } from '../core/rules/rule.js';
import type { Claim, Place, Workspace } from '../workspace/workspace.js';
import {
  closestMentions,
  covers,
  mentionsElsewhere,
  mentionsIn,
  placeKey,
  sentenceOf,
  sharedClaims,
} from './claims.js';
import { passageOf } from './passages.js';
import { positionsOf } from './positions.js';
import {
  countOf,
  driftWords,
  fileName,
  moreWords,
  outletKnown,
  outletOf,
  relationWords,
  textOf,
  titleOf,
  verdictWords,
} from './wording.js';

/** Nobody reads more of one claim: what is left out is counted. */
const mostShown = 50;

/** What the panel shows of an article, or `null` where the file is none. `offset` chooses the claim in focus. */
export function corroborationOf(workspace: Workspace, file: string, offset: number | null): Corroboration | null {
  const article = workspace.readingOf(file)?.article;
  if (article === undefined) return null;
  const mentions = workspace.seenFrom(file);
  const views = sharedClaims(workspace, file).map((claim) =>
    claimView(workspace, article, file, claim, mentions, offset),
  );
  return {
    uri: file,
    title: titleOf(article),
    outlet: outletKnown(article) ? outletOf(article) : null,
    date: article.metadata.date,
    claims: views.map(({ view }) => view),
    possible: possibleViews(workspace, article, file),
    focus: views.find(({ isFocused }) => isFocused)?.view.id ?? null,
  };
}

function claimView(
  workspace: Workspace,
  article: Article,
  file: string,
  claim: Claim,
  shared: readonly CrossMention[],
  offset: number | null,
): { view: ClaimView; isFocused: boolean } {
  const here = mentionsIn(claim, file);
  const elsewhere = mentionsElsewhere(workspace, claim, file);
  const closest = closestMentions(shared, here);
  const focused = here.find((place) => offset !== null && covers(place, offset));
  const chosen = focused ?? here[0]!;
  const view = {
    // two claims may begin in one sentence, but not with the same mention elsewhere
    id: `${placeKey(here[0]!)} ${placeKey(elsewhere[0]!)}`,
    verdict: claim.verdict,
    verdictWords: verdictWords[claim.verdict],
    count: countOf(claim),
    origins: originLines(claim),
    here: [chosen, ...here.filter((place) => place !== chosen)].map((place) => hereView(article, place)),
    mentions: elsewhere.slice(0, mostShown).flatMap((place) => {
      const mention = closest.get(placeKey(place));
      return mentionView(workspace, place, { article, place: mention?.here ?? chosen }, mention);
    }),
    more: moreWords(elsewhere.length, mostShown),
  };
  return { view, isFocused: focused !== undefined };
}

/** A line for each origin: who, and how many mentions go back to them. */
const originLines = (claim: Claim): Line[] =>
  claim.origins.map(({ label, known, mentions }) => {
    const count = mentions.length === 1 ? '1 mention' : `${mentions.length} mentions`;
    return line(known ? `${label}: ${count}` : `${label}: ${count}, not a known origin`);
  });

/** The workspace gives pairs, likelier first; a person reads them by sentence. */
function possibleViews(workspace: Workspace, article: Article, file: string): PossibleView[] {
  const bySentence = new Map<string, CrossMention[]>();
  for (const mention of workspace.seenFrom(file, workspace.possible(file))) {
    const key = placeKey(mention.here);
    const group = bySentence.get(key);
    if (group === undefined) bySentence.set(key, [mention]);
    else group.push(mention);
  }
  return Array.from(bySentence.values(), (mentions) => ({
    here: hereView(article, mentions[0]!.here),
    mentions: mentions
      .slice(0, mostShown)
      .flatMap((mention) => mentionView(workspace, mention.there, { article, place: mention.here }, mention))
      .map((view) => ({ ...view, relationWords: `Possibly: ${view.relationWords.toLowerCase()}` })),
    more: moreWords(mentions.length, mostShown),
  }));
}

const hereView = (article: Article, place: Place): Sentence => ({
  place: { uri: place.file, range: positionsOf(article).range(place) },
  text: textOf(article, sentenceOf(article, place) ?? place),
});

function mentionView(
  workspace: Workspace,
  place: Place,
  other: { article: Article; place: Place },
  mention: CrossMention | undefined,
): MentionView[] {
  const relation = mention?.relation;
  const article = workspace.articleOf(place.file);
  if (article === undefined) return [];
  return [
    {
      place: { uri: place.file, range: positionsOf(article).range(place) },
      outlet: outletOf(article),
      outletKnown: outletKnown(article),
      date: article.metadata.date,
      title: titleOf(article),
      file: fileName(place.file),
      relation: relation?.kind ?? null,
      relationWords: relation ? relationWords[relation.kind] : 'Related through another article',
      why: [relation?.why, mention && sameText(mention.there)].filter(Boolean).join(' '),
      drift: relation ? relation.drift.map(driftWords) : [],
      passage: passageOf(article, place, other),
    },
  ];
}
