import {
  amount,
  type ClaimView,
  type Corroboration,
  type CountView,
  type Line,
  line,
  type MentionView,
  type OriginView,
  type PossibleView,
  type Sentence,
  say,
} from '../../../protocol/src/index.js';
import type { Article } from '../core/article/article.js';
import { weightiest } from '../core/casualties/comparison.js';
import { sameText } from '../core/rules/elsewhere.js';
import type { CrossMention } from '../core/rules/rule.js';
import { firstFrom, type Span } from '../core/span.js';
import type { Origin, Verdict } from '../workspace/claim.js';
import type { ArticleFacts } from '../workspace/facts.js';
import type { Claim, Place, Workspace } from '../workspace/workspace.js';
import { archiveWords, archiveWordsOfAll } from './archived.js';
import {
  byDate,
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
  capital,
  countOf,
  driftWords,
  fileName,
  hindranceOf,
  moreWords,
  outletKnown,
  outletOf,
  plural,
  relationWords,
  textOf,
  titleOf,
  verdictWords,
} from './wording.js';

/** Nobody reads more of one claim: what is left out is counted. */
const mostShown = 50;
/** Nobody reads more claims of all articles. */
const mostClaims = 300;

/** What the panel shows of an article, or `null` where the file is none. `offset` chooses the claim in focus. */
export function corroborationOf(workspace: Workspace, file: string, offset: number | null): Corroboration | null {
  const article = workspace.readingOf(file)?.article;
  if (article === undefined) return null;
  const mentions = workspace.seenFrom(file);
  const claims = sharedClaims(workspace, file);
  const views = claims.map((claim) => claimView(workspace, article, file, claim, mentions, offset));
  return {
    uri: file,
    title: titleOf(article),
    outlet: outletKnown(article) ? outletOf(article) : null,
    date: article.metadata.date,
    claims: views.map(({ view }) => view).sort(byAttention),
    more: '',
    archive: archiveWords(workspace, file, claims),
    possible: possibleViews(workspace, article, file),
    focus: views.find(({ isFocused }) => isFocused)?.view.id ?? null,
  };
}

/** The same of all articles; each claim as the first article of the folder that makes it sees it. */
export function corroborationOfAll(workspace: Workspace): Corroboration {
  const shared = workspace.claims().filter(({ files }) => files > 1);
  const claims = [...shared]
    .sort((x, y) => attention.indexOf(x.verdict) - attention.indexOf(y.verdict) || y.files - x.files)
    .slice(0, mostClaims);
  const seen = new Map<string, readonly CrossMention[]>();
  const views = claims.flatMap((claim) => {
    const { file } = byDate(workspace, claim.mentions).find((place) => !workspace.isGuest(place.file))!;
    const article = workspace.articleOf(file);
    if (article === undefined) return [];
    const mentions = seen.get(file) ?? workspace.seenFrom(file);
    seen.set(file, mentions);
    return claimView(workspace, article, file, claim, mentions, null).view;
  });
  return {
    uri: null,
    title: line(say`All articles`),
    outlet: null,
    date: null,
    claims: views.sort(byAttention),
    more: shared.length > mostClaims ? say`and ${amount(shared.length - mostClaims)} more claims` : '',
    archive: archiveWordsOfAll(workspace),
    possible: [],
    focus: null,
  };
}

/** What a desk looks at first; a claim that was made more sure on the way comes after the contested ones. */
const attention: readonly Verdict[] = ['contested', 'unsourced', 'repeated', 'single-origin', 'corroborated'];

const byAttention = (x: ClaimView, y: ClaimView): number => rankOf(x) - rankOf(y);

const rankOf = ({ verdict, drifts }: ClaimView): number =>
  drifts && verdict !== 'contested' ? 0.5 : attention.indexOf(verdict);

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
  const mentions = elsewhere.slice(0, mostShown).flatMap((place) => {
    const mention = closest.get(placeKey(place));
    const related = mention === undefined ? throughOther(workspace, claim, place, closest) : undefined;
    return mentionView(workspace, place, { article, place: mention?.here ?? chosen }, mention, related);
  });
  const view = {
    // two claims may begin in one sentence, but not with the same mention elsewhere
    id: `${placeKey(here[0]!)} ${placeKey(elsewhere[0] ?? here[0]!)}`,
    verdict: claim.verdict,
    verdictWords: verdictWords(claim),
    verdictWhy: hindranceOf(claim),
    count: countOf(claim),
    drifts: mentions.some(({ drift }) => drift.length > 0),
    origins: claim.origins.map(originView),
    here: [chosen, ...here.filter((place) => place !== chosen)].map((place) => hereView(workspace, article, place)),
    mentions,
    more: moreWords(elsewhere.length, mostShown),
  };
  return { view, isFocused: focused !== undefined };
}

function originView({ label, known, mentions }: Origin): OriginView {
  const count = plural(mentions.length, 'mention');
  return { label: line(label), words: line(known ? count : say`${count}, nobody identifiable`) };
}

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
    here: hereView(workspace, article, mentions[0]!.here),
    mentions: mentions.slice(0, mostShown).flatMap((mention) =>
      mentionView(workspace, mention.there, { article, place: mention.here }, mention).map((view) => ({
        ...view,
        relationWords: line(say`Possibly: ${relationWords(mention.relation.kind)}`),
      })),
    ),
    more: moreWords(mentions.length, mostShown),
  }));
}

const hereView = (workspace: Workspace, article: Article, place: Place): Sentence => ({
  place: { uri: place.file, range: positionsOf(article).range(place) },
  text: textOf(article, sentenceOf(article, place) ?? place),
  outlet: outletOf(article),
  date: article.metadata.date,
  source: sourceOf(workspace, place),
});

/** On whose word a mention stands, each source with who relays it, in the article's words; '' for the article's own. */
function sourceOf(workspace: Workspace, place: Place): Line {
  const claims = workspace.factsOf(place.file)?.claims;
  if (claims === undefined) return line('');
  const voices = claims.voices.get(firstFrom(claims.start, place.start)) ?? [];
  return line([...new Set(voices.map(({ chain, words }) => [...chain, words].join(' → ')))].join('; '));
}

function mentionView(
  workspace: Workspace,
  place: Place,
  other: { article: Article; place: Place },
  mention: CrossMention | undefined,
  through = line(''),
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
      isArchived: workspace.isGuest(place.file),
      source: sourceOf(workspace, place),
      relation: relation?.kind ?? null,
      relationWords: relation ? line(capital(relationWords(relation.kind))) : through,
      why: [relation?.why, mention && sameText(mention.there)].filter(Boolean).join(' '),
      drift: relation ? relation.drift.map(driftWords) : [],
      counts: mention && relation?.kind !== 'copy' ? countsOf(workspace, mention) : null,
      passage: passageOf(article, place, other),
    },
  ];
}

/**
 * How a mention belongs to the claim that is not related to this article directly: *Related through Northwire*. Who
 * contradicts one of the two is not named: nothing leads through a contradiction.
 */
function throughOther(
  workspace: Workspace,
  { mentions, agreeing }: Claim,
  place: Place,
  direct: ReadonlyMap<string, CrossMention>,
): Line {
  const at = mentions.findIndex((one) => placeKey(one) === placeKey(place));
  const between = agreeing
    .flatMap(([x, y]) => (x === at ? [y] : y === at ? [x] : []))
    .map((index) => mentions[index]!)
    .find((one) => {
      const kind = direct.get(placeKey(one))?.relation.kind;
      return kind !== undefined && kind !== 'conflict';
    });
  const facts = between && workspace.factsOf(between.file);
  return line(facts === undefined ? say`Related through other articles` : say`Related through ${outletOf(facts)}`);
}

/** The figures of both sides that weigh most in how they are related. */
function countsOf(workspace: Workspace, { here, there, tolls }: CrossMention): MentionView['counts'] {
  const compared = weightiest(tolls);
  const [own, other] = [workspace.factsOf(here.file), workspace.factsOf(there.file)];
  if (compared === undefined || own === undefined || other === undefined) return null;
  return { here: countView(own, compared.a), there: countView(other, compared.b) };
}

function countView(facts: ArticleFacts, count: Span): CountView {
  const source = facts.figures.find(({ figure }) => figure.start === count.start)?.figure.source;
  return { words: textOf(facts, count), source: source ? textOf(facts, source) : line('') };
}
