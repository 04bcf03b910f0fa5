import fc from 'fast-check';

/**
 * Texts for fuzzing: news made from a small grammar, so that every reader has something to read, with all that files hold
 * beside news (front matter, Markdown, HTML, odd characters), and texts of nothing but odd characters. Names and places are
 * invented.
 */

const one = (...choices: readonly string[]) => fc.constantFrom(...choices);
type Piece = fc.Arbitrary<string>;

/** Pieces one after the other, and text between them: `said\`${who} said that ${what}.\``. */
const said = (texts: TemplateStringsArray, ...pieces: Piece[]): Piece =>
  fc.tuple(...pieces).map((parts) => String.raw({ raw: texts }, ...parts));

const grouped = (count: number, separator: string): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, separator);
const digits: Piece = fc.oneof(
  fc.nat(99).map(String),
  fc.tuple(fc.nat(99_999_999), one(',', ' ', '\u202f', '.', '')).map(([count, separator]) => grouped(count, separator)),
  one('0', '007', '1,2', '1,000,1,000', '2.5', '1e9', '9007199254740993', '١٢', '½', '3½', '1-2-3', '20–30', '٣٠'),
);
const word: Piece = one('one', 'two', 'seven', 'a dozen', 'half a dozen', 'dozens of', 'scores of', 'hundreds of');
const size: Piece = one('hundred', 'thousand', 'hundred thousand', 'million', 'billion', 'dozen');
const bound: Piece = one(
  ...[
    'at least',
    'at most',
    'more than',
    'up to',
    'as many as',
    'fewer than',
    'no fewer than',
    'over',
    'under',
    'some',
  ],
  ...['around', 'about', 'nearly', 'almost', 'between', 'from', 'another', 'the', 'only', 'not', 'possibly'],
);
const amount: Piece = fc.oneof(
  { weight: 3, arbitrary: fc.oneof(digits, word) },
  said`${bound} ${digits}`,
  said`${bound} ${bound} ${digits}`,
  said`${digits} ${size}`,
  said`${bound} ${digits} to ${digits}`,
  said`between ${digits} and ${digits}`,
  said`${word} or ${word}`,
  said`tens of ${size}s of`,
  said`${digits} ${bound} ${digits} ${size}`,
);

const people: Piece = one('people', 'civilians', 'children', 'fighters', 'women', 'of them', 'men and', 'goats', '');
const harm: Piece = one(
  ...['were killed', 'died', 'was injured', 'are missing', 'were displaced', 'were captured', 'lost their lives'],
  ...['have been killed since 2011', 'were killed and wounded', 'were not killed', 'may have died'],
);
const place: Piece = one('in Karvel', 'near Tosk', 'at the market of Merrin', 'on both sides of the river', '');
const day: Piece = one('on Monday', 'last week', 'on 31 February', 'in May 2031', 'on 2031-05-06', 'at noon', '');

const name: Piece = one('Dana Orsolic', 'Commander Yusef Abdul-Rahim', 'J. R. O’Farrel', 'Dr. Ilse van den Maren Jr.');
const source: Piece = fc.oneof(
  name,
  one(
    ...['a source', 'sources close to the talks', 'two officials', 'the army', 'Reuters', 'local media', 'he', 'they'],
    ...['the Karvel Observatory for Rivers', 'a spokesman for the port', 'residents', 'the same source', 'critics'],
    ...['an official who asked not to be named', 'the ministry', 'one of the foremen', 'media reports', 'WHO'],
  ),
  said`${name}, a doctor ${place},`,
  said`a ${one('senior', 'former', 'second')} official ${place}`,
);
const cue: Piece = one(
  ...['said', 'says', 'claimed', 'denied', 'told the Lakeland Times', 'added that', 'reported', 'announced', 'warned'],
  ...['reportedly', 'is believed to have said', 'was quoted as saying', 'did not say', 'maintained', 'wants'],
);
const act: Piece = one(
  ...['the bridge was closed', 'rebels entered the northern suburbs', 'the mill would be sold', 'no gas had been used'],
  ...['the ferry company suspended all crossings', 'it was not true', 'the fighting goes on', 'shells fell'],
);
const toll: Piece = fc.oneof(
  said`${amount} ${people} ${harm} ${place} ${day}`,
  said`a blast ${place} killed ${amount} ${people} and wounded ${amount}`,
  said`the death toll rose from ${amount} to ${amount}`,
  said`${amount} ${people}, among them ${amount} ${people}, ${harm}`,
);
const statement: Piece = fc.oneof(act, toll, said`${act}, while ${toll}`);
const quoted: Piece = fc.oneof(
  ...['“”', '""', '‘’', '«»', '“', '„“', "''"].map((marks) =>
    statement.map((words) => `${marks[0]}${words},${marks[1] ?? ''}`),
  ),
);
const sentence: Piece = fc.oneof(
  said`${source} ${cue} ${statement}.`,
  said`${statement}, ${source} ${cue}.`,
  said`${quoted} ${source} ${cue}.`,
  said`${source} ${cue}: ${quoted} ${quoted}`,
  said`According to ${source}, ${statement}.`,
  said`${source}, citing ${source}, ${cue} ${statement}.`,
  said`${statement}.`,
  said`${act}?`,
);

/** Characters that readers of text trip over. */
const odd: Piece = fc.oneof(
  one(
    ...[
      '😀',
      '👩‍👩‍👧‍👦',
      '🇺🇳',
      'e\u0301',
      'n\u0303\u0303\u0303',
      '\u00ad',
      '\u200d',
      '\u200b',
      '\u202e',
      '\u2028',
      '\u0000',
    ],
    ...[
      '\ud83d',
      '\ude00',
      '\uffff',
      '\ufeff',
      '\u00a0',
      '\t',
      '\r',
      '\v',
      '…',
      '—',
      '–',
      '-',
      '−',
      '’',
      '′',
      '“',
      '”',
      '"',
    ],
    ...[
      '«',
      '»',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '<',
      '>',
      '*',
      '_',
      '`',
      '~',
      '|',
      '\\',
      '#',
      '&amp;',
      '&#0;',
      '%',
      '$(zap)',
    ],
    ...['İ', 'ß', 'ﬁ', 'Ǆ', 'ſ', '𝟙𝟚', '漢字', 'الجيش', 'Москва', 'ⅷ', '²', '٪'],
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

const line: Piece = one(
  '# ',
  '## ',
  '> ',
  '* ',
  '- ',
  '1. ',
  '---\n',
  '***\n',
  '```\n',
  '| a | b |\n|---|---|\n',
  '    ',
  '<!-- ',
  '\t',
);
const wrapped: Piece = fc
  .tuple(
    one('**', '*', '_', '`', '~~', '<b>|</b>', '[|](https://karvel.example/?q=1)', '![|](x.png)', '<p class="x">|</p>'),
    sentence,
  )
  .map(([mark, text]) => (mark.includes('|') ? mark.replace('|', () => text) : `${mark}${text}${mark}`));

const paragraph: Piece = fc
  .tuple(
    fc.option(line, { nil: '', freq: 5 }),
    fc.array(
      fc.oneof({ weight: 8, arbitrary: sentence }, { weight: 1, arbitrary: wrapped }, { weight: 1, arbitrary: odd }),
      { minLength: 1, maxLength: 5 },
    ),
    one(' ', ' ', ' ', '  ', '', '\n'),
  )
  .map(([before, parts, between]) => before + parts.join(between));

const field: Piece = said`${one('title', 'outlet', 'date', 'author', 'source', 'agency', 'lang', 'x', 'date ')}: ${fc.oneof(
  one(
    '2031-05-06',
    '2031-02-31',
    '31/12/2031',
    '"',
    '{',
    '[a, b',
    '&a [*a]',
    '!!js/function x',
    '|',
    '>',
    'null',
    '~',
    '1e400',
  ),
  statement,
  odd,
)}`;
const opening: Piece = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc.array(field, { maxLength: 5 }).map((fields) => `---\n${fields.join('\n')}\n---\n`),
  fc.array(field, { maxLength: 3 }).map((fields) => `+++\n${fields.join('\n').replaceAll(': ', ' = ')}\n+++\n`),
  said`---\n${field}\n`,
  said`KARVEL, May ${digits} (Northwire) — `,
  said`By ${name}\n${day}\n\n`,
);

/** An article as a folder may hold one: hundreds of words, so that it is read. */
export const story: Piece = fc
  .tuple(
    opening,
    fc.array(paragraph, { minLength: 3, maxLength: 12 }),
    one('\n\n', '\n\n', '\n\n', '\r\n\r\n', '\n', '\n \n'),
  )
  .map(([before, paragraphs, between]) => before + paragraphs.join(between));

/** A text that need not be an article at all. */
export const scrap: Piece = fc
  .array(fc.oneof(odd, odd, amount, cue, source, line), { maxLength: 60 })
  .map((parts) => parts.join(''));

/** An edit by shares of the text's length, so that it fits whatever text is there when it is made. */
export interface Edit {
  /** Where it begins and how much it takes away, as shares (0..1) of the length. */
  readonly at: number;
  readonly gone: number;
  readonly text: string;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
export const edit: fc.Arbitrary<Edit> = fc.record({
  at: share,
  gone: fc.oneof(
    fc.constant(0),
    share.map((of) => of * 0.02),
    share,
  ),
  text: fc.oneof(fc.constant(''), odd, sentence, paragraph, amount),
});

export function edited(text: string, { at, gone, text: inserted }: Edit): string {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + inserted + text.slice(from + Math.floor(gone * text.length));
}
