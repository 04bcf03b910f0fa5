import { sentences as common } from '../karvel.js';

const sentences = [
  ...common,
  'Witnesses said that the market of Karvel was crowded when the bomb went off.',
  'Norlane said that its ferries would sail again once the harbour pilots had ended their strike.',
];
/** Printed by one outlet with every report: a matter of form, and no claim. */
const form =
  'Correspondents of the Karvel Gazette across the northern provinces contributed to this report on the day.';

/** An article of the Gazette, which prints no other sentence on three days, or of an outlet that has no second one. */
function article(at: number): string {
  const isGazette = at % 3 === 0;
  const body = sentences.filter((_, k) => (isGazette ? k % 4 === (at / 3) % 4 : (at * 7 + k * (1 + (at % 3))) % 5 < 2));
  const outlet = isGazette ? 'Karvel Gazette' : `Courier of ${at}`;
  const day = at % 5 === 0 ? null : at % 7 === 0 ? '2023-09-01' : `2021-03-${String(6 + (at % 6)).padStart(2, '0')}`;
  const dated = day === null ? '' : `date: ${day}\n`;
  return `---\noutlet: ${outlet}\n${dated}---\n${[...body, ...(isGazette ? [form] : [])].join('\n\n')}\n`;
}

/**
 * Reports on two invented events, each by another choice of sentences: some dated and some not, some long after, some by
 * an outlet that prints one sentence every day, and two that are copies of each other.
 */
export const articles: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 24 }, (_, at) => [`${'ab'[at % 2]}${at}.txt`, article(at === 22 ? 1 : at)]),
);
