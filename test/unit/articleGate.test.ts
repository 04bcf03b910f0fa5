import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../server/src/core/article/index.js';

const gate = (text: string, path = 'folder/text.txt'): string | null => {
  const article = readArticle(text, path);
  return 'skipped' in article ? article.skipped : null;
};

const prose = 'The ferry to the island of Aune left the old harbour at noon with forty people and a goat on board.';
const times = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

describe('is an article', () => {
  it.each([
    ['one sentence', 'Six people were killed and forty injured when a rocket hit the market of Sarvino.'],
    ['short sentences', 'Six people died. The army fired at noon. Nobody knows why it did.'],
    [
      'a headline and a lead',
      'Six killed in Sarvino\n\nSix people were killed when a rocket hit the market of the town.',
    ],
    [
      'text without commas and stops',
      'Six people were killed and forty others injured on Friday when rockets fired by the army hit the market of Sarvino the mayor of the town said',
    ],
    [
      'a list of steps in prose',
      times(5, (i) => `- The mayor of the town number ${i} said that the bridge would be shut until Friday.`),
    ],
    [
      'prose with as many commas in each line',
      'Ida Holt, the mayor, said the dam would close on Friday.\n\nOdd Pell, an engineer, said the gate had been rotten for years.\n\nOfficials, who asked not to be named, said nine people had died.',
    ],
    [
      'prose with semicolons',
      'The mayor left; the council stayed; nobody said why.\nThe bridge is shut; the ferry runs; the road is open.\nThe goat swam; the men saw it; they said so.',
    ],
    [
      'one with italics and a heading',
      `# Goat lost\n\n${prose}\n\n## The search\n\nThe *Aune Post* and the *Kessel Times* said so. ${prose}`,
    ],
    [
      'one that quotes a licence',
      `${prose} "This is provided without warranty," the maker of the boat had written on its bill.`,
    ],
    [
      'many names',
      'Ana Holt, Piet Corran, Ida Oake and Osric Pell met at Hotel Merovia in Kessel on Friday, the ministry said in a note.',
    ],
    [
      'foreign names',
      'The daily Der Tag von Kessel said that Die Linke and Les Verts had signed the letter to the ministry in Halden.',
    ],
    [
      'one with a long quotation in French',
      'The mayor of Sarvino said on Friday that the bridge would stay shut. “Les habitants de la ville sont fatigués et les routes ne sont pas sûres pour les enfants”, she told the council. She will speak again on Monday.',
    ],
    [
      'a short one around a quotation in Spanish',
      'He said only this on Friday: “No hay nada para el pueblo en los papeles de la comisión.”',
    ],
    ['a short one', 'Police in Sarvino detained the mayor of Kessel near the harbour on Friday, Northwire said.'],
    [
      'one scraped with a style sheet',
      `${`${prose}\n`.repeat(12)}${times(30, (i) => `.box${i} {\n  top: ${i}px;\n}`)}`,
    ],
    [
      'one scraped with the comments of its page',
      `${prose}\n\n<!-- box_size = '300x250'; box_place = 'side_bar'; //-->\n\n<!-- ad_client = "a_1"; ad_width = 4; ad_type = "text_image"; //-->`,
    ],
    [
      'one scraped with scripts of its page',
      `${prose}\n\n${times(9, () => '(function(p, q) { var z = p.getElement(q)[0]; if (z) { return; } z.src = "//x.example/a_b.js#y=1"; }(page, \'ferry_sdk\')); Post by the Ferry.\n')}\n<script>\nvar a_b = c_d();\nload_all("e_f");\n</script>`,
    ],
    [
      'one about a program',
      `${prose} The program, called sea_bird, was sent as goat.exe to all who had written to the harbour.`,
    ],
  ])('%s', (_, text) => expect(gate(text)).toBeNull());
});

describe('is skipped with a reason', () => {
  it.each([
    ['requirements.txt', 'name is that of a project file'],
    ['a/b/LICENSE.md', 'name is that of a project file'],
    ['README.de.md', 'name is that of a project file'],
    ['requirements-dev.txt', 'name is that of a project file'],
    ['CMakeLists.txt', 'name is that of a project file'],
  ])('%s', (path, reason) => expect(gate(prose, path)).toContain(reason));

  it.each([
    [
      'a manual',
      'Call `open()` before `read()`, which takes the name of a file. With `--all` the program reads all of them, as it does when you have set `READ_ALL` in the file `reader.json` of your home.',
      'describes software',
    ],
    ['an empty file', ' \n\t', 'is empty'],
    ['a binary', `${prose}\0\0`, 'not text'],
    ['another encoding', '\uFFFD\uFFFDh\uFFFD \uFFFD\uFFFD', 'not text'],
    ['a book', prose.repeat(12_000), 'longer than any article'],
    [
      'a licence',
      `Permission is hereby granted to anyone who has a copy of this. The software comes without warranty of any kind, and the above copyright notice shall be kept. Licence of ${prose}`,
      'a licence',
    ],
    [
      'a log',
      times(20, (i) => `2024-12-07 10:15:${10 + i} the server has started and is listening on port ${i}`),
      'a log',
    ],
    [
      'code',
      times(8, (i) => `const value${i} = read(the(file), of(the, house));\nif (value${i} > 3) {\n  return the.end;\n}`),
      'program code',
    ],
    ['pinned packages', times(9, (i) => `package-${i}==1.${i}.0`), 'program code'],
    ['settings', times(9, (i) => `house.${i}: garden`), 'settings'],
    ['a table', times(20, (i) => `${i},the house,in the town,of ${i},at noon`), 'a table'],
    ['a word list', times(40, (i) => `word${i}`), 'a list, not an article'],
    ['numbers', times(30, (i) => `${i} ; ${i} + ${i} = the ${i * 2} ?`), 'numbers and signs'],
    ['a title', 'Six killed in Sarvino', 'no running text'],
    [
      'things to do',
      'todo:\n- call Musa again (hospital)\n- ask Ines for the pictures\n- invoice for February',
      'list of things to do',
    ],
    [
      'boxes',
      '# Friday\n\n- [ ] Call the mayor about the bridge and the nine people who died there.\n- [x] Ask the hospital.\n- [ ] Pictures',
      'list of things to do',
    ],
    [
      'things to do, numbered',
      '1. Ring the harbour master about the goat.\n2. Find out who said that nine people had died\n3. Book the ferry for Monday',
      'list of things to do',
    ],
    [
      'things to do without marks',
      'Call Musa about the toll at the hospital\nAsk Ines for the pictures of the quake and the names\nSend the invoice for February to the desk',
      'list of things to do',
    ],
    [
      'reminders',
      'Reminders\n• the nine names from the hospital\n• a quote from the source at the ministry\n• pictures of the bridge for Ines',
      'list of things to do',
    ],
    [
      'errands',
      'Next steps:\nthe mayor on the record\nsources at the port, again\nsecond opinion on the toll',
      'list of things to do',
    ],
    [
      'a page of help',
      `# What is marked\n\n${prose}\n\n## Words\n\n| words | mark |\n| --- | --- |\n| *a source*, *an insider* | warning |\n| *officials*, *residents*, *activists* | note |\n| *reportedly*, *is said to* | warning |\n\nAlso *sources close to the talks*; see [levels](levels.md).\n`,
      'a page of reference',
    ],
    ['a to-do note', 'milk\nbread and eggs\ncall Ida', 'no running text'],
    [
      'German',
      'Bei einem Angriff auf den Markt der Stadt sind am Freitag sechs Menschen getötet und vierzig verletzt worden, wie die Behörden mitteilten. Die Armee hat das nicht bestätigt.',
      'Looks like German; Second Source reads English.',
    ],
    [
      'French',
      'Six personnes ont été tuées et quarante blessées vendredi dans une attaque contre le marché de la ville, selon les autorités. L’armée ne l’a pas confirmé.',
      'Looks like French; Second Source reads English.',
    ],
    [
      'Spanish',
      'Seis personas murieron y cuarenta resultaron heridas el viernes en un ataque contra el mercado de la ciudad, según las autoridades. El ejército no lo ha confirmado.',
      'Looks like Spanish; Second Source reads English.',
    ],
    [
      'Dutch',
      'Bij een aanval op de markt van de stad zijn vrijdag zes mensen gedood en veertig gewond geraakt, zeggen de autoriteiten. Het leger heeft dat niet bevestigd.',
      'Looks like Dutch; Second Source reads English.',
    ],
    [
      'French with a quotation in English',
      'Le maire de la ville a déclaré vendredi que le pont ne serait pas rouvert avant la fin du mois. « We will wait for the report of the council », a-t-il dit devant les habitants, selon une source proche de la mairie.',
      'Looks like French; Second Source reads English.',
    ],
    [
      'Indonesian',
      'Enam orang tewas dan empat puluh terluka dalam serangan di pasar kota itu pada hari Jumat, kata pihak berwenang. Tentara tidak mengatakan apa yang telah terjadi.',
      'Looks like Indonesian; Second Source reads English.',
    ],
    [
      'Russian',
      'Шесть человек погибли и сорок ранены в пятницу в результате атаки на рынок города, как сообщили власти. Армия этого не подтвердила.',
      'Looks like Russian; Second Source reads English.',
    ],
    [
      'Arabic',
      'قتل ستة أشخاص وأصيب أربعون آخرون يوم الجمعة في هجوم على سوق المدينة بحسب السلطات ولم يؤكد الجيش ذلك حتى الآن',
      'Looks like a language in Arabic script; Second Source reads English.',
    ],
    ['Chinese', '星期五,一枚火箭弹击中了该镇的市场,造成六人死亡,四十人受伤。军方尚未证实这一消息。', 'Chinese'],
  ])('%s', (_, text, reason) => expect(gate(text)).toContain(reason));
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      'The army said ',
      'six people were killed',
      '. ',
      '.',
      '! ',
      '?”',
      '“',
      '”',
      '"',
      "'",
      '‘',
      '’',
      '\n',
      '\n\n',
      '\r\n',
      ' - ',
      '* ',
      '# ',
      '> ',
    ],
    ...[
      '**',
      '_',
      '`',
      '```\n',
      '~~~\n',
      '[a](',
      ')',
      '](b)',
      '<b>',
      '<!--',
      '-->',
      '---\n',
      'title: x\n',
      '+++\n',
      'Gen. ',
      'U.S. ',
      'al. 7 ',
    ],
    ...[
      'KESSEL, May 7 (AFP) — ',
      'By Ida Holt\n',
      '2024-12-07 ',
      'Source: Aune\n',
      '…',
      '...',
      '\\n ',
      '\uFEFF',
      '\u200B',
      '👩‍🚒',
      'e\u0301',
      '\uD800',
      '\0',
      '\t',
      'ﬁ',
      'İ',
      '６',
    ],
  );
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.array(pieces, { maxLength: 40 }).map((parts) => `${prose} ${parts.join('')} ${prose}`),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }).map((middle) => `${prose}${middle}${prose}`),
  );
  const path = fc.oneof(fc.constantFrom('a.txt', 'b/c.md', '2016-05-14_manora_1.txt', ''), fc.string());

  it('is read or skipped with a reason, never thrown at', () => {
    fc.assert(
      fc.property(text, path, (text, path) => {
        const article = readArticle(text, path);
        if ('skipped' in article) expect(article.skipped).toMatch(/^\S.*[.?]$/s);
        else {
          expect(article.text).toBe(text);
          expect(article.plain).toHaveLength(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has tokens in order, sentences within paragraphs, and every visible character of its plain text in both', () => {
    fc.assert(
      fc.property(text, (text) => {
        const article = readArticle(text, 'a.txt');
        fc.pre(!('skipped' in article));
        const { plain, tokens, sentences, paragraphs, quotations } = article;
        const covered = new Set<number>();
        let from = 0;
        for (let i = 0; i < tokens.count; i++) {
          const [start, end] = [tokens.start[i] as number, tokens.end[i] as number];
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          // a word loses what nobody sees, and the break that a line's end put into it
          const seen = text.slice(start, end).replace(/[\p{Cf}\s-]/gu, '');
          expect(tokens.word[i]?.replace(/-/g, '')).toBe(seen);
          expect(tokens.lower[i]).toHaveLength(tokens.word[i]?.length as number);
          for (let at = start; at < end; at++) covered.add(at);
          from = end;
        }
        for (let at = 0; at < plain.length; at++) if (!covered.has(at)) expect(plain[at]).toMatch(/[\s\p{Cc}\p{Cf}]/u);
        let token = 0;
        let sentence = 0;
        for (const [index, paragraph] of paragraphs.entries()) {
          expect(paragraph.firstSentence).toBe(sentence);
          for (; sentence < paragraph.endSentence; sentence++) {
            const one = sentences[sentence];
            expect(one).toMatchObject({ paragraph: index, firstToken: token });
            token = one?.endToken as number;
            expect(one?.start).toBe(tokens.start[one?.firstToken as number]);
            expect(one?.end).toBe(tokens.end[token - 1]);
            expect(one?.start).toBeGreaterThanOrEqual(paragraph.start);
            expect(one?.end).toBeLessThanOrEqual(paragraph.end);
          }
        }
        expect([token, sentence]).toEqual([tokens.count, sentences.length]);
        expect(sentences.filter(({ place }) => place === 'lead').length).toBeLessThanOrEqual(1);
        from = 0;
        for (const { start, end } of quotations) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(paragraphs.some((paragraph) => paragraph.start <= start && end <= paragraph.end)).toBe(true);
          from = end;
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    '"',
    '“',
    '‘',
    "'a ",
    '“ "a',
    '!',
    '.',
    '. (',
    '*',
    '*a',
    '_a',
    '[',
    '![',
    '<',
    '<a',
    '<!--',
    '<script>',
    'function(){ ',
    'function(',
    '`',
    '```\n',
    '- ',
    '> ',
    '\\n ',
    'a\n',
    'A. ',
    'A',
    'A.',
    '…',
    '"a “',
    '“a" ',
  ])('is read in linear time: %j, over and over', (piece) => {
    // quadratic work over 120,000 characters would take minutes and run into the limit of the test
    readArticle(`${prose} ${piece.repeat(120_000 / piece.length)}`, 'a.txt');
  });
});
