import { describe, expect, it } from 'vitest';
import type { Article } from '../../server/src/core/article/article.js';
import { readArticle } from '../../server/src/core/article/index.js';

function read(text: string, path = 'news/report.txt'): Article {
  const article = readArticle(text, path);
  if ('skipped' in article) throw new Error(`not read as an article: ${article.skipped}`);
  return article;
}

const prose = 'The ferry to the island of Aune left the old harbour at noon with forty people and a goat on board.';
const sentences = (text: string): string[] => {
  const { sentences, text: whole } = read(text);
  return sentences.map(({ start, end }) => whole.slice(start, end));
};
const quotations = (text: string): string[] =>
  read(text).quotations.map(({ start, end, continued }) => text.slice(start, end) + (continued ? ' →' : ''));

/** Each line is a sentence; the paragraph is the lines joined with spaces. */
const splits = (lines: readonly string[]): void => expect(sentences(lines.join(' '))).toEqual(lines);

describe('sentences', () => {
  it.each([
    ['acronyms', ['The U.S. Army left the port.', 'It was built by the U.S.', 'The town paid for it.']],
    ['titles', ['Gen. Osric Pell met Dr. Maren and Lt. Col. Hale on Friday.', 'Mr. Oake did not come.']],
    ['initials', ['The report was written by J. R. Oake and Mary K. Holt in March.', 'Nobody read it.']],
    [
      'numbered things',
      ['The decree refers to al. 7 and to No. 12 of the list that was made then.', 'It says no more.'],
    ],
    ['no', ['Asked whether the army had fired on the town, the minister said no.', 'He left at once.']],
    ['decimals', ['The quake had a magnitude of 6.4 and lasted 12.5 seconds, the institute said.', 'Nobody was hurt.']],
    ['months', ['The bridge was closed on Jan. 7 and opened again on Feb. 12 after repairs.', 'It is narrow.']],
    ['times', ['The shelling began at 9.40 a.m. Tuesday and went on until 3 p.m.', 'Police came later.']],
    ['states', ['The plane landed in Tampa, Fla.', 'The crew was unhurt and went home by bus.']],
    ['companies', ['The bridge was built by Holt Inc. Chairman Bill Oake in the nineties.', 'It has not aged well.']],
    ['ellipses', ['“We … Merovians never leave the table before the others do,” she said.', 'They left.']],
    [
      'exclamations',
      ['“Get out!” President Velmane shouted at the reporters in the hall.', 'They stayed where they were.'],
    ],
    [
      'questions asked by someone',
      ['“Who is left?” Gen. Pell asked the men.', '“Nobody,” they said, and they went on digging.'],
    ],
    ['numbers first', ['The road was shut all week for repairs.', '46 people were taken home by boat.']],
    ['names with al-', ['The council met for the third time this week.', 'al-Hadi did not attend it.']],
    ['list numbers', ['1. Who fired the rockets that fell on the old market of the town?', 'Nobody knows.']],
    ['addresses', ['More is at https://valley.example.org/News.Daily?Page=2 for those who read it.', 'Few do.']],
    ['closing brackets', ['The man (he was 40.) walked to the river, which was low at that time of year.', 'He swam.']],
  ])('%s', (_, lines) => splits(lines));

  it('splits where a space was lost after a quotation mark or a full stop', () => {
    expect(sentences('“The siege is over.”The army denied it.The mayor left the town. He “wept.”')).toEqual([
      '“The siege is over.”',
      'The army denied it.',
      'The mayor left the town.',
      'He “wept.”',
    ]);
    expect(sentences('He said that "the siege is over."The army of the valley denied it on Friday.')).toHaveLength(2);
  });

  it('keeps a small letter with what stands before it', () => {
    expect(
      sentences(`The camp was closed by the army and the opposition. war monitor said on Friday at noon.`),
    ).toHaveLength(1);
  });

  it('reads text without a final stop, with accents, emoji and CRLF', () => {
    const text =
      'The caf\u0065\u0301 burned down 🔥 on the night of the fair.\r\nNobody was there when the roof fell in 👩‍🚒 and the rain came';
    const article = read(text);
    expect(article.sentences.map(({ start, end }) => text.slice(start, end))).toEqual(text.split('\r\n'));
    const at = text.indexOf('caf');
    const token = article.tokens.start.indexOf(at);
    expect(article.tokens.word[token]).toBe('caf\u0065\u0301');
    expect(article.tokens.end[token]).toBe(at + 5);
  });
});

describe('quotations', () => {
  it.each([
    ['curly', 'The mayor said “we stay” and left the “hall” at noon with all of his men.', ['“we stay”', '“hall”']],
    ['straight', 'The mayor said "we stay" and left the "hall" at noon with all of his men.', ['"we stay"', '"hall"']],
    ['guillemets', 'The mayor said «we stay» and left the hall at noon with all of his men.', ['«we stay»']],
    ['British', '‘We don’t stay,’ said the mayor of the town. The players’ union met at noon.', ['‘We don’t stay,’']],
    [
      'British straight',
      "'We don't stay,' said the mayor of the town. The players' union met at noon.",
      ["'We don't stay,'"],
    ],
    [
      'a plural within',
      '‘The players’ union will not stay,’ said the mayor of the old town.',
      ['‘The players’ union will not stay,’'],
    ],
    ['apostrophes alone', "The bakers' hall wasn't the mayor's in the '90s, nor the brothers' after it.", []],
    [
      'doubled apostrophes',
      "The mayor said ''we can't stay'' and left the hall at noon with his men.",
      ["''we can't stay''"],
    ],
    [
      'double in single',
      '‘He told me “go” and I went,’ said the driver of the second lorry.',
      ['‘He told me “go” and I went,’'],
    ],
    [
      'single in double',
      '“He told me ‘go’ and I went,” said the driver of the second lorry.',
      ['“He told me ‘go’ and I went,”'],
    ],
    [
      'mixed shapes',
      'The mayor said “we stay" and left the "hall” at noon with all of his men.',
      ['“we stay"', '"hall”'],
    ],
    ['a space on the wrong side', 'The mayor said" we stay," and left the hall with all of his men.', ['" we stay,"']],
    [
      'a closing mark turned round',
      'The mayor called it “a false claim.“ He left the hall with all of his men.',
      ['“a false claim.“'],
    ],
    [
      'one that was never closed',
      'The mayor said “we stay. He said “we never leave” and left the hall with his men.',
      ['“we never leave”'],
    ],
  ])('%s', (_, text, expected) => expect(quotations(text)).toEqual(expected));

  it('runs over several paragraphs, each of which opens with a mark', () => {
    expect(
      quotations('“We stay in the town.\n\n“We never leave it,” said the mayor, and the men of the town cheered him.'),
    ).toEqual(['“We stay in the town. →', '“We never leave it,”']);
  });

  it('hold what is quoted inside one that the next paragraph takes up', () => {
    expect(
      quotations(
        '‘We stay here “until the bridge is open” and no day longer, whatever the town may say.\n\n‘We never leave it,’ said the mayor, and the men of the town cheered him.',
      ),
    ).toEqual([
      '‘We stay here “until the bridge is open” and no day longer, whatever the town may say. →',
      '‘We never leave it,’',
    ]);
  });

  it('runs over paragraphs whose opening mark was lost', () => {
    expect(
      quotations('He said: “We stay in the town.\n\nWe never leave it,” and all the men of the town cheered him.'),
    ).toEqual(['“We stay in the town. →', 'We never leave it,”']);
  });
});

describe('paragraphs', () => {
  const blocks = (text: string): string[] => {
    const { paragraphs } = read(text);
    return paragraphs.map(({ start, end, kind }) => `${kind === 'headline' ? '# ' : ''}${text.slice(start, end)}`);
  };

  it('are lines, or blocks where the text is hard-wrapped', () => {
    expect(blocks(`${prose}\n${prose}\n\n${prose}`)).toEqual([prose, prose, prose]);
    const wrapped = `The ferry to the island of Aune left the old harbour\nat noon with forty people and a goat on board, the\nharbour master said.\n\nIt came back in the evening without the goat, which\nhad gone ashore.`;
    expect(blocks(wrapped)).toEqual(wrapped.split('\n\n'));
  });

  it('join a line that a stray break cut in mid-sentence', () => {
    expect(sentences(`${prose}\n\nThe goat was seen on the\nnorthern pier.`)).toEqual([
      prose,
      'The goat was seen on the\nnorthern pier.',
    ]);
  });

  it('tells the title and crossheads from text', () => {
    expect(
      blocks(`Goat lost at sea, ferry late\n\n${prose}\n\nA long search\n\n${prose}\n\nWhere is the goat?\n\n${prose}`),
    ).toEqual(['# Goat lost at sea, ferry late', prose, '# A long search', prose, '# Where is the goat?', prose]);
  });

  it('knows a headline that ends in a stop by its grammar', () => {
    expect(read(`Merovia recalls envoy after raid on market.\n\n${prose}`).sentences.map(({ place }) => place)).toEqual(
      ['headline', 'lead'],
    );
    expect(read(`The mayor left the town on Friday, a source told the radio.\n\n${prose}`).sentences[0]?.place).toBe(
      'lead',
    );
  });

  it('finds the headline that a page glued to the text, with or without a stop', () => {
    const front = '---\ntitle: "Car bomb kills four in Sarvino | Osterlund Review"\ndate: 2013-09-05\n---\n';
    for (const glue of ['. ', ' ', ' AFP ']) {
      const article = read(
        `${front}Thu Sep 5 2013 Car bomb kills four in Sarvino${glue}A car bomb has killed four people in the town of Sarvino.`,
      );
      expect(article.sentences.map(({ start, end, place }) => [place, article.text.slice(start, end)])).toEqual([
        ['headline', glue === '. ' ? 'Car bomb kills four in Sarvino.' : 'Car bomb kills four in Sarvino'],
        ['lead', 'A car bomb has killed four people in the town of Sarvino.'],
      ]);
    }
  });

  it('leaves a lead alone that opens with the words of the title', () => {
    const lead = 'Car bomb kills four in Sarvino Thursday, police of the valley said on the radio.';
    expect(sentences(`---\ntitle: Car bomb kills four in Sarvino\n---\n${lead}`)).toEqual([lead]);
  });

  it('sets apart what stands around an article', () => {
    const text = `Goat lost at sea\n\nBy Lena Aumont\n\n${prose}\n\n(Reporting by Piet Corran; editing by Ida Holt)\n\nFollow us on Telegram for more.\n\nTen more goats you may like`;
    const article = read(text);
    expect(article.furniture.map(({ start, end }) => text.slice(start, end))).toEqual([
      '(Reporting by Piet Corran; editing by Ida Holt)',
      'Follow us on Telegram for more.',
    ]);
    expect(
      article.sentences.filter(({ boilerplate }) => boilerplate).map(({ start, end }) => text.slice(start, end)),
    ).toEqual(['Ten more goats you may like']);
    expect(article.plain).not.toContain('Aumont');
    expect(article.sentences.find(({ place }) => place === 'lead')?.start).toBe(text.indexOf('The ferry'));
  });

  it('knows initials behind the last full stop', () => {
    const { sentences } = read(`${prose} The goat was seen on the northern pier. LA 12`);
    expect(sentences.map(({ boilerplate }) => boilerplate)).toEqual([false, false, true]);
  });

  it.each([
    'Following the fire, the mayor closed the market of the old town for a week.',
    'Reporting by the Aune Post found that the goat had been seen on the pier.',
    'Sharing the ferry with a goat is nothing new, said the harbour master.',
    'The harbour contributed to this report’s findings, which the mayor had asked for, with a map.',
    'By noon the harbour was empty.',
  ])('takes no text for what stands around it: %s', (line) => {
    const { sentences, furniture } = read(`${prose}\n\n${line}`);
    expect(sentences.some(({ boilerplate }) => boilerplate)).toBe(false);
    expect(furniture).toEqual([]);
  });
});

describe('Markdown', () => {
  it('reads words, not marks', () => {
    const text = [
      '# Goat *lost* at sea',
      '> The **harbour** master said in [a letter](https://example.org/a_(b).html "“x”") that the _ferry_ was late.',
      '- Forty people were on board, and ~~all~~ none of them complained about it, as `goat.log` says.',
      '```\nconst goat = null;\n```',
      '![a goat](goat.png)',
      'Nobody knows where it is <b>now</b>.<!-- ask the vet. --><script>\nask("the vet");\n</script>',
      '***',
    ].join('\n\n');
    const article = read(text, 'goat.md');
    expect(article.tokens.word.join(' ')).toBe(
      'Goat lost at sea The harbour master said in a letter that the ferry was late . ' +
        'Forty people were on board , and none of them complained about it , as says . Nobody knows where it is now .',
    );
    expect(article.sentences.map(({ place }) => place)).toEqual(['headline', 'lead', 'body', 'body']);
    expect(article.quotations).toEqual([]);
    expect(article.plain).toHaveLength(text.length);
  });

  it('leaves stars, underscores and brackets that mark nothing', () => {
    const text = 'The 5 * 3 metre hall of J_R_Oake [sic] was rated 2* by the guests, who were 3 < 4 in number.';
    expect(read(text).plain).toBe(text);
  });

  it('breaks a line where a scraper wrote its break as two characters', () => {
    expect(sentences(`${prose} \\n ${prose}`)).toEqual([prose, prose]);
  });
});

describe('words on a page', () => {
  const words = (text: string): string => read(`${prose}\n\n${text}`).tokens.lower.slice(22).join(' ');

  it.each([
    ['soft hyphens', 'The offi\u00adcials re\u00adport\u00aded it.', 'the officials reported it .'],
    ['spaces of no width', 'The offi\u200bcials re\u2060ported it.', 'the officials reported it .'],
    ['spaces that do not break', 'The\u00a0officials\u202freported it.', 'the officials reported it .'],
    [
      'a hyphen at the end of a line',
      'The harbour offi-\ncials re-\nported it.',
      'the harbour officials reported it .',
    ],
    [
      'a soft hyphen at the end of a line',
      'The harbour offi\u00ad\ncials reported it.',
      'the harbour officials reported it .',
    ],
    [
      'lines that end in CRLF and begin with spaces',
      'The harbour offi-\r\n  cials reported it.',
      'the harbour officials reported it .',
    ],
    ['a number', 'They said that twenty-\nthree goats swam.', 'they said that twenty-three goats swam .'],
    ['a measure', 'It was a three-\nyear search for them.', 'it was a three-year search for them .'],
    ['a name', 'They asked Abdul-\nGhani about it.', 'they asked abdul-ghani about it .'],
    ['a word with more hyphens', 'They asked the mother-in-\nlaw about it.', 'they asked the mother-in-law about it .'],
    ['a dash', 'It swam to the pier -\nand they saw it.', 'it swam to the pier - and they saw it .'],
  ])('%s', (_, text, expected) => expect(words(text)).toBe(expected));

  it('does not join two paragraphs', () => {
    expect(words('The harbour offi-\n\ncials reported it.')).toBe('the harbour offi - cials reported it .');
  });
});

describe('Markdown that is no prose', () => {
  const table = `${prose}\n\n| Town | Lost |\n| :--- | ---: |\n| Aune | officials said none |\n| Kessel | 4 goats |\n\n${prose}`;

  it('reads each cell of a table by itself, and no names of columns', () => {
    expect(sentences(table)).toEqual([prose, 'Aune', 'officials said none', 'Kessel', '4 goats', prose]);
  });

  it('leaves a line with bars alone that is in no table', () => {
    const line = 'The goat | the ferry | the pier: so the poem goes that the island knows.';
    expect(sentences(`${prose}\n\n${line}`)).toEqual([prose, line]);
  });

  it('reads no code', () => {
    const code = `${prose}\n\n    sources said nine died\n\nRun \`officials said so\` now, said Ida Holt, and do it twice.\n\n~~~\nforty killed\n~~~\n\n${prose}`;
    expect(read(code, 'page.md').tokens.lower).not.toContain('died');
    expect(read(code, 'page.md').tokens.lower).not.toContain('officials');
    expect(read(code, 'page.md').tokens.lower).not.toContain('killed');
  });

  it('reads indented paragraphs, of lists and of those who indent them all', () => {
    const list = `- ${prose}\n\n    The goat went ashore.\n\n${prose}`;
    expect(read(list, 'page.md').tokens.lower).toContain('ashore');
    const typed = `    ${prose}\n\n    The goat went ashore.`;
    expect(read(typed, 'page.md').tokens.lower).toContain('ashore');
    expect(read(`${prose}\n\n    The goat went ashore.`, 'page.txt').tokens.lower).toContain('ashore');
  });

  it('reads footnotes without their marks', () => {
    expect(sentences(`${prose}[^1]\n\n[^1]: The goat was seen twice.`)).toEqual([prose, 'The goat was seen twice.']);
  });
});
