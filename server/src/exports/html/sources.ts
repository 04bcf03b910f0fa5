import { arrowWords, graphLegend, sourceGraphPicture } from '../../../../pictures/sourceGraph.js';
import type { SourceGraph, SourceLevel } from '../../../../protocol/src/index.js';
import { moreWords, plural } from '../../features/wording.js';
import { type Html, html, nothing, svg } from './markup.js';

/** Nobody reads more of one level on a page. */
const mostSources = 60;

/** Whom the articles rest on, by level of naming. */
export function sourcesSection(levels: readonly SourceLevel[]): Html {
  if (levels.length === 0) return html`<p class="facts">No article says on whose word it is.</p>`;
  return html`<div class="levels">${levels.map(levelList)}</div>`;
}

function levelList({ words, unnamed, count, sources }: SourceLevel): Html {
  const shown = sources.slice(0, mostSources);
  const more = moreWords(count, shown.length);
  return html`<section class="level ${unnamed ? 'unnamed' : ''}"><h3>${words} <span class="facts">${plural(count, 'source')}</span></h3>
<ul>${shown.map(({ name, quoted, quotations }) => html`<li>${name} <span class="facts">${quoted === 1 ? 'once' : `${quoted} times`}, in ${[...new Set(quotations.map(({ outlet }) => outlet))].join(', ')}</span></li>`)}</ul>${more === '' ? nothing : html`<p class="facts">${more}</p>`}</section>`;
}

/** Who rests on whom as a picture, and the same as a table. */
export function graphSection(graph: SourceGraph): Html {
  const { nodes, arrows, more } = graph;
  if (arrows.length === 0)
    return html`<p class="facts">In these claims no outlet cites anybody or has text of another.</p>`;
  const sorted = [...arrows].sort((a, b) => b.times - a.times);
  return html`<p class="facts">${graphLegend}</p>
<div class="graph" role="group" aria-label="Picture" tabindex="0">${svg(sourceGraphPicture(graph))}</div>
${more === '' ? nothing : html`<p class="facts">${more}</p>`}
<details><summary>The same as a table</summary><table><thead><tr><th scope="col">Who</th><th scope="col">does what</th><th scope="col">to whom</th><th scope="col">How often</th></tr></thead>
<tbody>${sorted.map(({ from, to, kind, times }) => html`<tr><td>${nodes[from]!.name}</td><td>${arrowWords[kind]}</td><td>${nodes[to]!.name}</td><td>${times === 1 ? 'once' : `${times} times`}</td></tr>`)}</tbody></table></details>`;
}
