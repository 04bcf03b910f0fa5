/** A kind of text that can be made as long as one likes, to see how work grows with it. */
export interface Generator {
  readonly name: string;
  /** What is repeated; `i` counts, for units that differ. */
  readonly unit: (i: number) => string;
  /** Why work grows faster than the text today, in a few words; the test fails when it no longer does. */
  readonly grows?: string;
}

const always =
  (unit: string): ((i: number) => string) =>
  () =>
    unit;

export const generators: readonly Generator[] = [
  { name: 'quotations with a speaker', unit: always('“We were told,” he said. ') },
  { name: 'one source again and again', unit: always('A source said that the bridge was closed. ') },
  { name: 'the source, the official', unit: always('The source said it, and the official added it. ') },
  { name: 'a new name each time', unit: (i) => `Mayor Dana Orsolic${i} said that the bridge was closed. ` },
  { name: 'tolls', unit: always('Ten people were killed. ') },
  {
    name: 'a new toll each time',
    unit: (i) => `At least ${i + 2} people were killed at the market of Karvel on Monday. `,
  },
  { name: 'counts without an end', unit: always('two women and ') },
  { name: 'citing without an end', unit: always('citing a source, ') },
  { name: 'according to', unit: always('According to Dana Orsolic, ') },
  { name: 'hearsay', unit: always('reportedly ') },
  { name: 'saying without an end', unit: always('he said she said ') },
  {
    name: 'prose in one line',
    unit: (i) => `The ferry ${i} runs from the northern pier to the island of Aune and back. `,
  },
  { name: 'digits', unit: always('7') },
  { name: 'a number without an end', unit: always('1,000,') },
  { name: 'a word without vowels', unit: always('bcdfg') },
  { name: 'combining accents', unit: always('e\u0301\u0301') },
  { name: 'opening quotation marks', unit: always('“') },
  { name: 'straight quotation marks', unit: always('"a ') },
  { name: 'apostrophes', unit: always("a's ") },
  { name: 'brackets', unit: always('(') },
  { name: 'dashes', unit: always('a — ') },
  { name: 'commas', unit: always('a, ') },
  { name: 'capitals', unit: always('KARVEL ') },
  { name: 'hyphens', unit: always('a-') },
  { name: 'full stops', unit: always('. ') },
  { name: 'HTML tags', unit: always('<b>') },
  { name: 'links', unit: always('[a](b) ') },
  { name: 'emphasis', unit: always('**a* ') },
  { name: 'list items', unit: always('* The bridge was closed.\n') },
  { name: 'quoted lines', unit: always('> > The bridge was closed.\n') },
  { name: 'empty lines', unit: always('\n \n') },
  { name: 'dates', unit: always('on Monday, 5 May 2031, ') },
  {
    name: 'a new date each time',
    unit: (i) => `on ${(i % 28) + 1} ${['January', 'March', 'June', 'October'][i % 4]} ${1990 + (i % 30)}, `,
  },
  { name: 'honorifics', unit: always('Dr. Commander ') },
  { name: 'conjunctions', unit: always('and or but ') },
  { name: 'numbers with units', unit: always('12 km and 30 tonnes ') },
  { name: 'acronyms in brackets', unit: (i) => `the Karvel Peace Council ${i} (KPC) ` },
  { name: 'acronyms of many names', unit: (i) => `Karvel Peace Council${i} (KPC) ` },
];

/** What stands before the repeated part, so that the file is an article; reading it takes linear work. */
const prose = (i: number): string =>
  `The ferry ${i} runs every hour from the northern pier to the island and back, and the market opens at noon.\n\n`;

const repeated = (unit: (i: number) => string, length: number): string => {
  const units: string[] = [];
  for (let i = 0, left = length; left > 0; i++) {
    units.push(unit(i));
    left -= unit(i).length;
  }
  return units.join('');
};

/** A text of about `length` characters: prose, and as much of what the generator repeats. */
export const textOf = ({ unit }: Generator, length: number): string =>
  `${repeated(prose, length / 2)}${repeated(unit, length / 2)}`;

/** Fields without an end; they stand before the article, so they are not a `Generator`. */
export const frontMatter = (length: number): string =>
  `---\n${repeated((i) => `key${i}: value\n`, length / 2)}---\n${repeated(prose, length / 2)}`;
