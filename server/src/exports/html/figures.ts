import { axisWords, rangeChart } from '../../../../pictures/rangeChart.js';
import type { FigureRow, FigureTable, IncidentView } from '../../../../protocol/src/index.js';
import { moreWords } from '../../features/wording.js';
import { type Html, html, nothing, svg } from './markup.js';
import type { Refer } from './places.js';

/** Nobody reads more on one page. */
const mostIncidents = 60;

const heads = ['Figure', 'Range', 'Chart', 'Outlet', 'Date', 'Source', 'On whose word'] as const;

/** The figures by incident and outcome; those of one outcome have one scale. */
export function figuresSection({ incidents, rows }: FigureTable, refer: Refer): Html {
  if (rows.length === 0)
    return html`<p class="facts">No article gives a number of people killed, injured, missing or displaced.</p>`;
  const more = moreWords(incidents.length, mostIncidents);
  return html`${incidents.slice(0, mostIncidents).map((incident, i) =>
    incidentTable(
      incident,
      rows.filter((row) => row.incident === i),
      refer,
    ),
  )}${more === '' ? nothing : html`<p class="facts">${more} incidents; the CSV has all.</p>`}`;
}

const incidentTable = (
  { title, tolls, verdict, contested, edits }: IncidentView,
  rows: readonly FigureRow[],
  refer: Refer,
): Html =>
  html`<section class="incident"><h3>${title} <span class="verdict ${contested ? 'differs' : ''}">${verdict}</span></h3><p class="facts">${tolls}</p>${edits.map(({ words }) => html`<p class="facts">${words}</p>`)}
<table class="figures"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
${[...new Set(rows.map(({ outcome }) => outcome))].map((outcome) => outcomeRows(outcome, rows, refer))}</table></section>`;

function outcomeRows(outcome: string, all: readonly FigureRow[], refer: Refer): Html {
  const rows = all.filter((row) => row.outcome === outcome);
  const widest = Math.max(...rows.map(({ low, high }) => Math.max(low ?? 0, high ?? 0)));
  return html`<tbody><tr class="outcome"><th scope="rowgroup" colspan="2">${outcome}</th><td><span class="axis" aria-hidden="true">${axisWords(widest).map((people) => html`<span>${people}</span>`)}</span></td><td colspan="4"></td></tr>
${rows.map((row) => figureRow(row, widest, refer))}</tbody>`;
}

const figureRow = (row: FigureRow, widest: number, refer: Refer): Html =>
  html`<tr><td><strong>${row.words}</strong>${isSaid(row) ? '' : ` ${row.victims}`}</td><td>${row.range}</td><td>${svg(rangeChart(row, widest))}</td>
<td>${row.outlet}${refer(row.place)}</td><td class="date">${row.date ?? 'undated'}</td><td>${row.source || '–'}</td><td class="${row.grade}">${row.gradeWords}</td></tr>`;

/** Whether the figure's own words say of whom it is: *70 civilians*. */
const isSaid = ({ words, victims }: FigureRow): boolean =>
  victims === '' || words.toLowerCase().includes(victims.toLowerCase());
