/**
 * Hostile texts of any length: each repeats one thing that some part of the reading looks for. Reading any of them takes
 * time that grows with its length and no faster.
 */
export interface Doubling {
  readonly what: string;
  /** A text of `length` UTF-16 units. */
  readonly text: (length: number) => string;
}

/** An article begins each text, as long as what is looked at before a text is taken for one: nothing below is refused. */
const paragraph =
  'The town has waited for a new road since the spring, and the port is slow to open in the morning. Lorries stand in a ' +
  'row along the river until the gate is open, and drivers buy bread and tea at the stalls. In the winter the ferry goes ' +
  'twice a day, as it did when the bridge was new and the market was held on the other bank.\n\n';
const opening =
  'HALVEN, May 14 (Northwire) — The old bridge at Sarvino was closed on Monday after two days of rain.\n\n' +
  paragraph.repeat(28);
const closing = '\nThe mayor said on Monday that the road to the port would stay open.\n';

/** `unit` again and again; a number in its place keeps two repetitions apart. */
function repeated(unit: string | ((i: number) => string), head = opening): (length: number) => string {
  return (length) => {
    const parts = [head];
    let written = head.length + closing.length;
    for (let i = 0; written < length; i++) {
      const part = typeof unit === 'string' ? unit : unit(i);
      parts.push(part);
      written += part.length;
    }
    return parts.join('').slice(0, length - closing.length) + closing;
  };
}

/** A name that no other number has: *Bado Lune*, *Bado Mire*. */
const syllables = ['ba', 'do', 'lu', 'ne', 'mi', 're', 'so', 'ta'];
function name(i: number): string {
  const word = (n: number): string => {
    const [a, b, c] = [n & 7, (n >> 3) & 7, (n >> 6) & 7].map((digit) => syllables[digit] as string);
    return `${(a as string)[0]?.toUpperCase()}${a?.slice(1)}${b}${c}`;
  };
  return `${word(i)} ${word(i >> 9)}l`;
}

const months = ['January', 'March', 'June', 'October'];

const texts: Readonly<Record<string, (length: number) => string>> = {
  'quotations with a speaker': repeated('“We were told,” he said. '),
  'quotations without a speaker': repeated('“We were told.” '),
  'a source without a name': repeated('a source said '),
  'sentences of a source without a name': repeated('A source said the bridge was closed. '),
  'sources that a source tells': repeated('A source told Northwire that an official said that '),
  'a source cited': repeated('citing a source, '),
  'sources with their own names': repeated((i) => `${name(i)}, a clerk of the port, said the road was closed. `),
  'surnames after names': repeated((i) => `${name(i)} spoke. ${name(i >> 1).split(' ')[1]} said no. She said yes. `),
  hearsay: repeated('Reportedly the road was allegedly closed. '),
  'according to': repeated('according to officials, '),
  'according to, in sentences': repeated('The road was closed, according to officials. '),
  'figures in sentences': repeated('Ten people were killed. '),
  'figures without a stop': repeated('ten people were killed and '),
  'figures joined': repeated('two women and '),
  'figures with places and days': repeated((i) => `At least ${i % 90} people were killed in Sarvino on Monday. `),
  'figures with sources': repeated((i) => `The ministry said ${i % 90} were injured; a hospital put the toll at 12. `),
  'bounds of figures': repeated('up to more than at least 130 '),
  'verbs of harm': repeated('killed injured wounded '),
  'passive verbs of harm': repeated('were killed '),
  'subjects without a verb': repeated('of the people who '),
  'numbers with units': repeated('12 km, 3.5 million tonnes, $2,500, 40 per cent of '),
  'number words': repeated('two hundred and six thousand '),
  ranges: repeated('20 to 30 or 40-50 '),
  'digits in one token': repeated('1234567890'),
  'a number with many commas': repeated('1,000,'),
  'consonants in one token': repeated('bcdfg'),
  'combining accents': repeated('e\u0301\u0301\u0301'),
  'accents alone': repeated('\u0301'),
  'hyphens in a word': repeated('a-'),
  dashes: repeated('— '),
  hyphens: repeated('- '),
  commas: repeated('a, '),
  'commas alone': repeated(','),
  stops: repeated('a. '),
  'stops alone': repeated('. '),
  abbreviations: repeated('U.S. '),
  'letters with stops': repeated('A.'),
  'marks of questions': repeated('Who? '),
  capitals: repeated('The Port Of Halven '),
  'capitals alone': repeated('SARVINO '),
  honorifics: repeated('Mr. Dr. Gen. '),
  conjunctions: repeated('and or but '),
  prepositions: repeated('of the in the at '),
  'relative clauses': repeated('who said that '),
  adverbs: repeated('later also reportedly '),
  dates: repeated((i) => `on ${(i % 28) + 1} ${months[i % 4]} ${1990 + (i % 30)}, `),
  datelines: repeated('HALVEN, May 14 (Northwire) — '),
  'datelines in paragraphs': repeated('HALVEN, May 14 (Northwire) — The road is open.\n\n'),
  bylines: repeated('By Ada Lind\n'),
  'curly marks that open': repeated('“'),
  'curly marks that close': repeated('” '),
  'straight marks': repeated('" '),
  'straight marks and words': repeated('"a "'),
  'single marks': repeated("'a "),
  'single marks that open': repeated('‘a '),
  'apostrophes of plurals': repeated('the ports’ road ‘is '),
  'quotations left open in paragraphs': repeated('“The road is open.\n\n'),
  'quotations within quotations': repeated('“a ‘b '),
  brackets: repeated('(a '),
  'brackets nested': repeated('('),
  'square brackets': repeated('['),
  links: repeated('[the road](https://halven.example/a) '),
  'links left open': repeated('[a](b '),
  pictures: repeated('![a]('),
  emphasis: repeated('*a'),
  'emphasis in words': repeated('**a** _b_ '),
  underscores: repeated('_'),
  'back quotes': repeated('`a'),
  tags: repeated('<p>The road is open.</p>'),
  'tags left open': repeated('<a '),
  'comments left open': repeated('<!-- '),
  'elements nested': repeated('<div>'),
  entities: repeated('&amp;'),
  ampersands: repeated('&'),
  addresses: repeated('https://halven.example/'),
  'list items': repeated('- The road is open\n'),
  'list items nested': repeated((i) => `${' '.repeat(i % 40)}- a\n`),
  'quoted lines': repeated('> The road is open.\n'),
  'marks of quoted lines': repeated('>'),
  headings: repeated('# The road\n\n'),
  'marks of headings': repeated('#'),
  rules: repeated('---\n'),
  lines: repeated('a\n'),
  'empty lines': repeated('\n'),
  'lines of one word in capitals': repeated('SARVINO\n\n'),
  spaces: repeated(' '),
  tabs: repeated('\t'),
  returns: repeated('\r'),
  'hard wraps': repeated('The road to the port of Halven is open, and so is the\n'),
  'front matter': repeated((i) => `key${i}: a\n`, '---\n'),
  'front matter with nesting': repeated('[', '---\na: '),
  'front matter with anchors': repeated((i) => `k${i}: &a${i} [*a${Math.max(0, i - 1)}]\n`, '---\n'),
  'front matter in TOML': repeated((i) => `k${i} = "a"\n`, '+++\n'),
  'header lines': repeated('Title: The road\n', ''),
  'small words': repeated('it was '),
  'one word': repeated('road '),
  'one long line': repeated('The road to the port of Halven was closed by the town on Monday and opened again '),
  acronyms: repeated((i) => `the Halven Port ${name(i)} Board (HPB) `),
  denials: repeated('The mayor denied that the road was not closed. '),
  'signs of other planes': repeated('\u{1F6A7}'),
  'letters of another script': repeated('дорога '),
  'letters that grow': repeated('İ'),
};

export const doublings: readonly Doubling[] = Object.entries(texts).map(([what, text]) => ({ what, text }));
