/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import type { ClaimView, Corroboration, MentionView, Sentence, ToPanel } from '../protocol/src/index.js';
import { line } from '../protocol/src/index.js';
import { openBrowser } from '../test/vscode/browser.js';
import { percentile, row } from './clock.js';

const claims = 100;
/** As many as the server lists of one claim. */
const mentionsOfClaim = 50;

/**
 * The corroboration panel with 5,000 mentions, in a browser: from the arrival of the list to its first paint, and the
 * frames while it is scrolled from end to end.
 */
export async function benchPanel(): Promise<void> {
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 600, height: 900 } });
  const style = readFileSync('media/panel.css', 'utf8');
  await page.setContent(`<!DOCTYPE html><style>${style}</style><main id="content"></main>`);
  await page.evaluate(() => {
    const host = { postMessage: () => null, getState: () => undefined, setState: () => null };
    Object.assign(window, { acquireVsCodeApi: () => host });
  });
  await page.addScriptTag({ content: readFileSync('dist/panel.js', 'utf8') });
  const message: ToPanel = {
    type: 'show',
    view: { kind: 'corroboration', corroboration: list() },
    pinned: false,
    scope: 'article',
  };
  const paints: number[] = [];
  for (let i = 0; i < 5; i++) paints.push(await page.evaluate(untilPainted, message));
  console.log(`\nthe panel with ${claims * mentionsOfClaim} mentions`);
  row('list arrives → first paint, median of 5', `${percentile(paints, 0.5).toFixed(0)} ms`);
  await page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>('[data-key="more"]')) button.click();
    for (const details of document.querySelectorAll<HTMLDetailsElement>('.claim > div > details')) details.open = true;
  });
  const frames = await page.evaluate(framesOfScroll);
  row(
    'frame while it scrolls, p50, p99, longest',
    ...[0.5, 0.99, 1].map((share) => `${percentile(frames, share).toFixed(0)} ms`),
  );
  await browser.close();
}

/** Runs in the page: milliseconds from the message to the frame after the one that shows it. */
async function untilPainted(message: ToPanel): Promise<number> {
  const from = performance.now();
  window.dispatchEvent(new MessageEvent('message', { data: message }));
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  return performance.now() - from;
}

/** Runs in the page: milliseconds of each frame while it is scrolled down by two thirds of its height a frame. */
async function framesOfScroll(): Promise<number[]> {
  const page = document.documentElement;
  const frames: number[] = [];
  let last = await new Promise(requestAnimationFrame);
  while (page.scrollTop + innerHeight < page.scrollHeight - 1) {
    page.scrollTop += 600;
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  return frames;
}

function list(): Corroboration {
  const all = Array.from({ length: claims }, (_, at) => claim(at));
  return {
    uri: 'file:///a.txt',
    title: line('A long day in Sarvino'),
    outlet: null,
    date: null,
    claims: all,
    more: '',
    archive: '',
    possible: [],
    focus: null,
  };
}

const sentence = (at: number): Sentence => ({
  place: { uri: 'file:///a.txt', range: { start: { line: at, character: 0 }, end: { line: at, character: 90 } } },
  text: line(`Rockets struck the covered market of Sarvino ${at} minutes after the bakers had opened their stalls.`),
  outlet: line('Northwire'),
  date: '2024-05-14',
  source: line(''),
});

const claim = (at: number): ClaimView => ({
  id: String(at),
  verdict: at % 3 === 0 ? 'contested' : 'single-origin',
  verdictWords: 'Contested',
  verdictWhy: '',
  count: '51 files, 3 known origins',
  drifts: at % 5 === 0,
  origins: [{ label: line('Sarvino General Hospital'), words: line('50 mentions') }],
  here: [sentence(at)],
  mentions: Array.from({ length: mentionsOfClaim }, (_, number) => mention(at * mentionsOfClaim + number)),
  more: '',
});

const mention = (at: number): MentionView => ({
  ...sentence(at),
  outlet: line(`Outlet ${at % 40}`),
  outletKnown: true,
  title: line('Market hit'),
  file: line(`${at}.txt`),
  isArchived: false,
  relation: 'same',
  relationWords: line('Same claim in other words'),
  why: 'Nearly the same words.',
  drift: at % 7 === 0 ? ['This article says “around”; the other leaves that out.'] : [],
  counts: null,
  passage: {
    before: line('The market stands in the middle of the old town, next to the school.'),
    pieces: [
      { text: line('Rockets'), shared: true },
      { text: line(' fell on the '), shared: false },
      { text: line('covered market'), shared: true },
      { text: line(' while people queued for bread.'), shared: false },
    ],
    after: line('Ambulances came from both banks of the river.'),
  },
});
