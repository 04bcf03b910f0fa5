import { Html } from './markup.js';

/** How the page looks: kinds differ by words and line style first, by colour second, as in the panel. */
export const style = new Html(`<style>
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --card: #fff; --ink: #1c1d21; --soft: #5a5d66; --line: #dcd9d0; --accent: #1d4e79;
  --warn: #a3320b; --good: #1f6b3a; --mark: #ffeeb3; --note: #34548a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181c; --card: #1e2126; --ink: #e8e6e1; --soft: #a9adb6; --line: #3a3e46; --accent: #8fc1ea;
    --warn: #ff9d73; --good: #84cf9c; --mark: #57481a; --note: #a5bff0;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
body {
  max-width: 64rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
h1, h2, blockquote { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif; }
h1 { margin: .1em 0; font-size: 2.4rem; line-height: 1.15; font-weight: 600; letter-spacing: -.01em; }
h2 { margin: 3.2rem 0 1rem; padding-bottom: .3rem; border-bottom: 2px solid var(--ink); font-size: 1.55rem; font-weight: 600; }
h3 { margin: 1.6rem 0 .3rem; font-size: 1.05rem; line-height: 1.4; }
h4 { margin: 0; font-size: .85rem; color: var(--soft); font-weight: 600; }
p { margin: .4em 0; }
a { color: var(--accent); }
ul, ol { margin: .3em 0; padding-left: 1.2em; }
.name { margin: 0; color: var(--accent); font-weight: 600; letter-spacing: .02em; }
.about { color: var(--soft); font-size: 1.05rem; }
.facts, .why, .place, figcaption, .settle { color: var(--soft); font-weight: normal; }
.place, .why, figcaption, .settle { font-size: .86rem; }
.place { display: block; overflow-wrap: anywhere; }
a.place { color: var(--soft); }
figcaption .place { display: inline; margin-left: .4em; }
.number { color: var(--soft); font-weight: 400; }
nav ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: .6rem; margin: 1.4rem 0 0; padding: 0; list-style: none; }
nav a { display: block; height: 100%; padding: .7rem .9rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); color: inherit; text-decoration: none; }
nav a:hover { border-color: var(--accent); }
nav .part { display: block; color: var(--accent); font-size: .88rem; font-weight: 600; }
nav .lead { display: block; font-size: 1.15rem; font-weight: 600; line-height: 1.35; }
nav .facts { font-size: .9rem; line-height: 1.4; display: block; }
a:focus-visible, summary:focus-visible, .graph:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { width: 100%; margin: .6rem 0; border-collapse: collapse; font-size: .92rem; }
th, td { padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { color: var(--soft); font-size: .82rem; font-weight: 600; white-space: nowrap; }
.date { white-space: nowrap; font-variant-numeric: tabular-nums; }
.claim, .incident, .told { margin: 1.2rem 0; padding: 1rem 1.3rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); }
.claim { border-left: 4px solid var(--soft); }
.claim.contested { border-left: 7px double var(--warn); }
.claim.corroborated { border-left-color: var(--good); }
.claim.unsourced, .claim.repeated { border-left-style: dashed; }
.claim h3, .incident h3, .told h3 { margin-top: 0; }
.contested .verdict, .verdict.differs { color: var(--warn); }
.corroborated .verdict { color: var(--good); }
.incident .verdict { font-size: .9rem; font-weight: 600; }
.incident .verdict::before { content: "· "; color: var(--soft); }
figure { margin: .6rem 0; }
blockquote { margin: 0; font-size: 1.18rem; line-height: 1.4; }
q { quotes: none; }
.behind { margin: .8rem 0 .2rem; }
.behind ul { display: flex; flex-wrap: wrap; gap: .2rem 1.6rem; padding: 0; list-style: none; }
.relation { display: inline-block; margin-right: .4em; border-bottom: 2px solid currentcolor; font-size: .86rem; }
.relation.same { border-bottom-style: dashed; }
.relation.indirect { border-bottom-style: dotted; }
.relation.conflict { border-bottom: 3px double var(--warn); color: var(--warn); font-weight: 600; }
.why { display: block; }
mark { background: var(--mark); color: inherit; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 3px; }
q mark { background: none; text-decoration-color: var(--soft); }
tr.outcome th { padding-top: 1rem; font-weight: 600; }
tr.outcome td { padding-top: 1rem; }
tr.outcome th::first-letter { text-transform: uppercase; }
svg.ranges, .axis { display: block; width: 9rem; }
svg.ranges { height: .84rem; margin-top: .33rem; color: var(--accent); }
.tick { stroke: var(--line); stroke-width: .6; }
.axis { position: relative; height: 1.3em; color: var(--soft); font-size: .8rem; }
.axis span { position: absolute; transform: translateX(-50%); }
.axis span:nth-child(1) { left: 3.7%; } .axis span:nth-child(2) { left: 46.3%; } .axis span:nth-child(3) { left: 88.9%; }
.lane { display: block; position: relative; width: 9rem; height: 1.1rem; border-bottom: 1px solid var(--soft); }
.dot { position: absolute; bottom: -.32rem; width: .62rem; height: .62rem; border-radius: 50%; background: var(--accent); }
.graph { overflow: auto; max-height: 40rem; margin: .6rem 0; padding: .5rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); }
.graph svg { display: block; max-width: none; }
.graph text { fill: var(--ink); font-size: 12px; }
.graph rect { fill: var(--paper); stroke: var(--ink); }
.graph .outlet rect { stroke-width: 2; }
.graph .unnamed rect { stroke: var(--warn); stroke-dasharray: 2 3; }
.graph polyline { fill: none; stroke: var(--soft); }
.graph .copies { stroke-dasharray: 6 4; }
.graph marker { color: var(--soft); }
summary { cursor: pointer; }
.levels { columns: 2; column-gap: 2.5rem; }
.level { break-inside: avoid; margin-bottom: 1.4rem; }
.level h3 { margin-top: 0; border-bottom: 1px solid var(--line); }
.level h3::first-letter { text-transform: uppercase; }
.level.unnamed h3 { border-bottom: 2px dotted var(--warn); }
.level ul { padding: 0; list-style: none; }
.level .facts { font-size: .88rem; }
.told > ol { padding: 0; list-style: none; }
.told > ol > li { display: grid; grid-template-columns: 4.5rem 1fr; gap: 0 .8rem; padding: .7rem 0; border-top: 1px solid var(--line); break-inside: avoid; }
.told .line { color: var(--soft); font-size: .86rem; }
.sentence { margin: 0; }
.told > ol > li > ul { grid-column: 2; padding: 0; list-style: none; }
.severity { font-weight: 600; font-size: .86rem; }
.warning .severity { color: var(--warn); } .information .severity { color: var(--note); } .hint .severity { color: var(--soft); }
.said { display: block; padding-left: .7rem; border-left: 3px solid var(--good); font-size: .9rem; }
td a.place { white-space: nowrap; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .92rem; }
@media (max-width: 44rem) {
  body { padding: 1.5rem 1rem 3rem; }
  .levels { columns: 1; }
  .told > ol > li { grid-template-columns: 1fr; }
  .told > ol > li > ul { grid-column: 1; }
  .claim table, .incident table, .timeline { display: block; overflow-x: auto; }
}
@media print {
  :root {
    color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #123a5c;
    --warn: #8a2a08; --good: #14522b; --mark: #fff1bd; --note: #27426f;
  }
  @page { margin: 16mm 14mm; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2 { margin-top: 1.6rem; break-after: avoid; }
  h3, h4 { break-after: avoid; }
  .claim, .incident, .told { padding: .6rem .8rem; }
  .claim figure, .behind, tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .graph { overflow: visible; max-height: none; break-inside: avoid; }
  .graph svg { width: 100%; height: auto; }
  details { display: none; }
  a { color: inherit; text-decoration: none; }
  mark, .dot { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
</style>`);
