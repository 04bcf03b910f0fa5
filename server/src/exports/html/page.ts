import { sourceGraphOf } from '../../features/sourceGraph.js';
import { moreWords, outletKnown, outletOf, plural } from '../../features/wording.js';
import type { Checked } from '../checked.js';
import { mostToQuestion, type Overview, overviewOf } from '../overview.js';
import { articlesSection, timelineSection } from './articles.js';
import { claimsSection } from './claims.js';
import { figuresSection } from './figures.js';
import { type Html, html, nothing } from './markup.js';
import { references } from './places.js';
import { graphSection, sourcesSection } from './sources.js';
import { style } from './style.js';

/** Nobody reads more on one page. */
const mostArticles = 200;

interface Part {
  readonly id: string;
  readonly title: string;
  /** What to know first of it, and the rest in a few words. */
  readonly lead: string;
  readonly words: string;
  readonly body: Html;
}

/**
 * All that was checked as one page that needs nothing else: no script, no picture and no font from elsewhere, and a policy
 * by which none could be fetched. It is read on a screen, light or dark, and printed.
 */
export function page(checked: Checked): string {
  const overview = overviewOf(checked);
  const parts = partsOf(checked, overview);
  const { articles, days } = overview;
  const outlets = new Set(articles.flatMap(({ article }) => (outletKnown(article) ? outletOf(article) : []))).size;
  const about = [
    plural(articles.length, 'article'),
    outlets === 0 ? 'no known outlet' : plural(outlets, 'known outlet'),
    days,
  ];
  return `<!DOCTYPE html>\n${
    html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"><title>Who these articles rest on</title>${style}</head>
<body><header><p class="name">Second Source</p><h1>Who these articles rest on</h1><p class="about">${about.filter(Boolean).join(' · ')}</p>
<nav aria-label="Parts of this report"><ul>${parts.map(({ id, title, lead, words }) => html`<li><a href="#${id}"><span class="part">${title}</span> <span class="lead">${lead}</span> <span class="facts">${words}</span></a></li>`)}</ul></nav></header>
<main>${parts.map(({ id, title, body }) => html`<section id="${id}"><h2>${title}</h2>${body}</section>`)}</main>
<footer><p>Second Source says who says it, in which words, and who else. It never says what is true. Where no shared text is found it has seen just that: two outlets with different words may still have asked one person. What a text does not give is unknown.</p></footer></body></html>`
      .markup
  }\n`;
}

function partsOf({ workspace, nameOf }: Checked, overview: Overview): Part[] {
  const { totals, days, claims, figures, sources } = overview;
  const graph = sourceGraphOf(workspace, null);
  const articles = mostToQuestion(overview.articles, mostArticles);
  const refer = references(articles, nameOf);
  const more = moreWords(overview.articles.length, articles.length);
  const others = more === '' ? nothing : html`<p class="facts">${more} articles, with less to question.</p>`;
  return [
    {
      id: 'claims',
      title: 'Claims',
      ...split(claims.words, ': '),
      body: claimsSection(claims.shared(), refer),
    },
    {
      id: 'figures',
      title: 'Casualty figures',
      ...split(figures.words, ', '),
      body: figuresSection(figures.table(), refer),
    },
    {
      id: 'sources',
      title: 'Sources',
      ...split(sources.words, ', '),
      body: sourcesSection(sources.levels()),
    },
    {
      id: 'timeline',
      title: 'Timeline',
      lead: days || 'undated',
      words: 'who reported when',
      body: html`${articles.length === 0 ? nothing : timelineSection(articles, nameOf)}${others}`,
    },
    {
      id: 'graph',
      title: 'Who rests on whom',
      lead: plural(graph.nodes.filter(({ kind }) => kind === 'outlet').length, 'outlet'),
      words: 'and whom they cite in the claims they share',
      body: graphSection(graph),
    },
    {
      id: 'articles',
      title: 'Article by article',
      ...split(totals.join('; ').replace(/^[^:]*: /, ''), '; '),
      body: html`${articlesSection(articles, nameOf)}${others}${leftOutSection(overview)}`,
    },
  ];
}

/** What stands before the first sign, and the rest. */
function split(words: string, sign: string): Pick<Part, 'lead' | 'words'> {
  const [lead = '', ...rest] = words.split(sign);
  return { lead, words: rest.join(sign) };
}

function leftOutSection({ leftOut }: Overview): Html {
  if (leftOut.length === 0) return nothing;
  return html`<h3>Not read</h3><ul>${leftOut.map(({ name, reason }) => html`<li>${name}: <span class="facts">${reason}</span></li>`)}</ul>`;
}
