import type { ClaimView, MentionView, Sentence } from '../../../../protocol/src/index.js';
import { moreWords } from '../../features/wording.js';
import { type Html, html, nothing } from './markup.js';
import type { Refer } from './places.js';

/** Nobody reads more on one page. */
const mostClaims = 100;
const mostMentions = 20;

/** The claims in more than one file, what needs attention first: verdict, who stands behind it, and who says it when. */
export function claimsSection(claims: readonly ClaimView[], refer: Refer): Html {
  if (claims.length === 0) return html`<p class="facts">No claim is in more than one of these files.</p>`;
  const more = moreWords(claims.length, mostClaims);
  return html`${claims.slice(0, mostClaims).map((claim) => claimArticle(claim, refer))}${more === '' ? nothing : html`<p class="facts">${more} claims; the JSON report has all.</p>`}`;
}

function claimArticle(
  { verdict, verdictWords, verdictWhy, count, drifts, origins, here, mentions, more }: ClaimView,
  refer: Refer,
): Html {
  const left = moreWords(mentions.length, mostMentions) || more;
  return html`<article class="claim ${verdict}">
<h3><span class="verdict">${verdictWords}</span> <span class="facts">${count}${drifts ? '; more or less certain on the way' : ''}</span></h3>
${verdictWhy === '' ? nothing : html`<p class="facts">${verdictWhy}</p>`}
${here.slice(0, 1).map((one) => quotation(one, refer))}
${here.length > 1 ? html`<p class="facts">and in ${here.length - 1} more ${here.length === 2 ? 'sentence' : 'sentences'} of this article</p>` : nothing}
<div class="behind"><h4>Who stands behind it</h4><ul>${origins.map(({ label, words }) => html`<li>${label} <span class="facts">${words}</span></li>`)}</ul></div>
<table><thead><tr><th scope="col">Date</th><th scope="col">Outlet</th><th scope="col">What it says</th><th scope="col">On whose word</th></tr></thead>
<tbody>${mentions.slice(0, mostMentions).map((one) => mentionRow(one, refer))}</tbody></table>
${left === '' ? nothing : html`<p class="facts">${left}</p>`}
</article>`;
}

const quotation = ({ text, outlet, date, source, place }: Sentence, refer: Refer): Html =>
  html`<figure><blockquote>${text}</blockquote><figcaption>${outlet}, ${date ?? 'undated'}${source === '' ? '' : `, on the word of ${source}`} ${refer(place)}</figcaption></figure>`;

const mentionRow = (
  { date, outlet, place, passage, relation, relationWords, why, drift, source }: MentionView,
  refer: Refer,
): Html =>
  html`<tr><td class="date">${date ?? 'undated'}</td><td>${outlet}${refer(place)}</td>
<td><span class="relation ${relation ?? 'indirect'}">${relationWords}</span>
<q>${passage.pieces.map(({ text, shared }) => (shared ? html`<mark>${text}</mark>` : html`${text}`))}</q>
${[why, ...drift].filter(Boolean).map((words) => html`<span class="why">${words}</span>`)}</td><td>${source || '–'}</td></tr>`;
