import type { Article } from '../../core/article/article.js';
import { inOneLine } from '../../core/article/characters.js';
import { type Spot, sentenceOf, type ToldFinding } from '../../core/rules/spots.js';
import { positionsOf } from '../../features/positions.js';
import { remarkWords } from '../../features/reviews.js';
import { clip, outletKnown, outletOf, titleOf } from '../../features/wording.js';
import type { ReviewedFinding } from '../../reviews/reviewed.js';
import { markWords, severityWords, type ToldArticle } from '../overview.js';
import { type Html, html, nothing } from './markup.js';
import { anchorOf } from './places.js';

type NameOf = (file: string) => string;

/** Characters around marked words. */
const around = 160;

/** What is marked, article by article, each with the sentence it stands in. */
export const articlesSection = (articles: readonly ToldArticle[], nameOf: NameOf): Html =>
  html`<p class="facts">Under each sentence why it is marked and, in small type, what would settle it.</p>${articles.map((one, at) => articleSection(one, at, nameOf))}`;

const articleSection = ({ file, article, spots }: ToldArticle, at: number, nameOf: NameOf): Html =>
  html`<section class="told" id="${anchorOf(at)}"><h3><span class="number">${at + 1}</span> ${titleOf(article)}</h3>
<p class="facts">${outletKnown(article) ? outletOf(article) : 'outlet unknown'}, ${article.metadata.date ?? 'undated'} <span class="place">${nameOf(file.file)}</span></p>
${file.nearCopyOf === null ? nothing : html`<p class="facts">Marked where it differs from ${nameOf(file.nearCopyOf)}.</p>`}
${spots.length === 0 ? html`<p>Nothing to question.</p>` : html`<ol>${spots.map((spot) => spotItem(article, spot, file.reviewed))}</ol>`}</section>`;

function spotItem(article: Article, spot: Spot, reviewed: readonly ReviewedFinding[]): Html {
  const [first] = spot;
  const line = positionsOf(article).position(first.start).line + 1;
  return html`<li><span class="line">line ${line}</span><p class="sentence">${sentence(article, first)}</p>
<ul>${spot.map((finding) => findingItem(finding, reviewed))}</ul></li>`;
}

function findingItem(finding: ToldFinding, reviewed: readonly ReviewedFinding[]): Html {
  const { severity, message, settle, rule, start, end } = finding;
  const said = reviewed.find(
    (one) => one.finding.rule === rule && one.finding.start === start && one.finding.end === end,
  );
  return html`<li class="${severity}"><span class="severity">${severityWords[severity]}</span> ${message}${settle === '' ? nothing : html` <span class="settle">${settle}</span>`}
${(said?.remarks ?? []).map((remark) => html`<span class="said">${remarkWords(remark)}</span>`)}</li>`;
}

/** The sentence, cut where it is long, with the marked words in it. */
function sentence(article: Article, { start, end, ...rest }: ToldFinding): Html {
  const whole = article.sentences[sentenceOf(article, { start, end, ...rest })] ?? { start, end };
  const cut = (from: number, to: number): string => inOneLine(article.text.slice(from, to));
  const before = cut(Math.min(whole.start, start), start);
  const after = cut(end, Math.max(whole.end, end));
  const opening =
    before.length > around ? `… ${before.slice(before.indexOf(' ', before.length - around) + 1)}` : before;
  return html`${opening}<mark>${cut(start, end)}</mark>${clip(after, around)}`;
}

/** In milliseconds. */
const day = 86_400_000;

/** All articles by date: a table whose middle column is the picture, a dot for each article along the days. */
export function timelineSection(articles: readonly ToldArticle[], nameOf: NameOf): Html {
  const dated = articles.flatMap(({ article }) => article.metadata.date ?? []).sort();
  const first = Date.parse(dated[0] ?? '');
  const days = Math.max(1, (Date.parse(dated.at(-1) ?? '') - first) / day);
  const keyed = articles.map((one, at) => ({ ...one, at, date: one.article.metadata.date }));
  const sorted = keyed.sort((a, b) =>
    (a.date ?? '9999') < (b.date ?? '9999') ? -1 : (a.date ?? '9999') > (b.date ?? '9999') ? 1 : a.at - b.at,
  );
  const lane = (date: string | null): Html => {
    if (date === null) return nothing;
    const after = (Date.parse(date) - first) / day;
    const place = Math.round((after / days) * 920) / 10;
    return html`<span class="lane" role="img" aria-label="${after === 0 ? 'first' : `${after} days later`}"><span class="dot" style="inset-inline-start:${place}%"></span></span>`;
  };
  return html`<table class="timeline"><thead><tr><th scope="col">Date</th><th scope="col">Days</th><th scope="col">Outlet</th><th scope="col">Article</th><th scope="col">Marked</th></tr></thead><tbody>
${sorted.map(({ file, article, spots, at, date }) => html`<tr><td class="date">${date ?? 'undated'}</td><td>${lane(date)}</td><td>${outletOf(article)}</td><td><a href="#${anchorOf(at)}">${at + 1}. ${titleOf(article)}</a><span class="place">${nameOf(file.file)}</span></td><td>${markWords(spots.flat().map(({ severity }) => severity))}</td></tr>`)}
</tbody></table>`;
}
