import type { ClaimView, Corroboration, MentionView, PossibleView, Sentence } from '../../../protocol/src/index.js';
import type { Article } from '../core/article/article.js';
import type { Claim, CrossReference, Place, Workspace } from '../workspace/workspace.js';
import {
  claimsSeenFrom,
  covers,
  type Linked,
  linksOf,
  placeKey,
  type SeenClaim,
  seenFrom,
  sentenceOf,
} from './claims.js';
import { passageOf } from './passages.js';
import { positionsOf } from './positions.js';
import {
  countOf,
  driftWords,
  fileName,
  outletKnown,
  outletOf,
  relationWords,
  textOf,
  titleOf,
  verdictWords,
} from './wording.js';

/** What the panel shows of an article, or `null` where the file is none. `offset` chooses the claim in focus. */
export function corroborationOf(workspace: Workspace, file: string, offset: number | null): Corroboration | null {
  const article = workspace.readingOf(file)?.article;
  if (article === undefined) return null;
  const seen = claimsSeenFrom(workspace, file);
  const references = workspace.crossReferences(file);
  const focused = offset === null ? -1 : seen.findIndex(({ here }) => here.some((place) => covers(place, offset)));
  return {
    uri: file,
    title: titleOf(article),
    outlet: outletKnown(article) ? outletOf(article) : null,
    date: article.metadata.date,
    claims: seen.map((one) => claimView(workspace, article, one, references, offset)),
    possible: possibleViews(workspace, article, file),
    focus: focused < 0 ? null : idOf(seen[focused] as SeenClaim),
  };
}

/** Two claims may begin in one sentence, but not with the same mention elsewhere. */
const idOf = ({ here, elsewhere }: SeenClaim): string =>
  `${placeKey(here[0] as Place)} ${placeKey(elsewhere[0] as Place)}`;

function claimView(
  workspace: Workspace,
  article: Article,
  seen: SeenClaim,
  references: readonly CrossReference[],
  offset: number | null,
): ClaimView {
  const { claim, here, elsewhere } = seen;
  const links = linksOf(references, here);
  const chosen = here.find((place) => offset !== null && covers(place, offset)) ?? (here[0] as Place);
  return {
    id: idOf(seen),
    verdict: claim.verdict,
    verdictWords: verdictWords[claim.verdict],
    count: countOf(claim),
    origins: originLines(claim),
    here: [chosen, ...here.filter((place) => place !== chosen)].map((place) => hereView(article, place)),
    mentions: elsewhere.flatMap((place) => {
      const link = links.get(placeKey(place));
      return mentionView(workspace, place, { article, place: link?.place ?? chosen }, link ?? null);
    }),
  };
}

/** A line for each origin: who, and how many mentions go back to them. */
const originLines = (claim: Claim): string[] =>
  claim.origins.map(({ label, known, mentions }) => {
    const count = mentions.length === 1 ? '1 mention' : `${mentions.length} mentions`;
    return known ? `${label}: ${count}` : `${label}: ${count}, not a known origin`;
  });

/** The workspace gives pairs, likelier first; a person reads them by sentence. */
function possibleViews(workspace: Workspace, article: Article, file: string): PossibleView[] {
  const bySentence = new Map<string, { here: Sentence; mentions: MentionView[] }>();
  for (const reference of workspace.possible(file)) {
    const { here, there } = seenFrom(reference, file);
    const place = reference[here];
    const group = bySentence.get(placeKey(place)) ?? { here: hereView(article, place), mentions: [] };
    bySentence.set(placeKey(place), group);
    for (const view of mentionView(workspace, there, { article, place }, { relation: reference.relation, here, place }))
      group.mentions.push({ ...view, relationWords: `Possibly: ${view.relationWords.toLowerCase()}` });
  }
  return [...bySentence.values()];
}

const hereView = (article: Article, place: Place): Sentence => ({
  place: { uri: place.file, range: positionsOf(article).range(place) },
  text: textOf(article, sentenceOf(article, place) ?? place),
});

function mentionView(
  workspace: Workspace,
  place: Place,
  other: { article: Article; place: Place },
  link: Linked | null,
): MentionView[] {
  const article = workspace.readingOf(place.file)?.article;
  if (article === undefined) return [];
  return [
    {
      place: { uri: place.file, range: positionsOf(article).range(place) },
      outlet: outletOf(article),
      outletKnown: outletKnown(article),
      date: article.metadata.date,
      title: titleOf(article),
      file: fileName(place.file),
      relation: link?.relation.kind ?? null,
      relationWords: link ? relationWords[link.relation.kind] : 'Related through another article',
      why: link?.relation.why ?? '',
      drift: link ? link.relation.drift.map((drift) => driftWords(drift, link.here)) : [],
      passage: passageOf(article, place, other),
    },
  ];
}
