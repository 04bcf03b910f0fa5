import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../server/src/core/article/index.js';
import type { Attribution } from '../../server/src/core/attribution/attribution.js';
import { unnamedSources } from '../../server/src/core/attribution/attribution.js';
import { attribute, loadTagger, type Tagger } from '../../server/src/core/attribution/index.js';
import { english } from '../../server/src/core/languages/en/index.js';
import { wordsOf } from '../../server/src/core/words.js';

const filler =
  '\n\nThe weather is expected to stay mild until the weekend, and the ferry will run every hour from the northern pier to the island and back, with a pause at noon for the crew.\n';

function loaded(): Tagger {
  const tagger = loadTagger(readFileSync(join(__dirname, '..', '..', 'models', 'tagger.bin')));
  if ('error' in tagger) throw new Error(tagger.error);
  return tagger;
}

const readers: readonly (readonly [name: string, tagger: Tagger | null])[] = [
  ['with the tagger', loaded()],
  ['by rules alone', null],
];

interface Said {
  readonly text: string;
  readonly all: readonly Attribution[];
}

function read(body: string, tagger: Tagger | null): Said {
  const text = body + filler;
  const article = readArticle(text, 'harbour.txt');
  if ('skipped' in article) throw new Error(article.skipped);
  return { text, all: attribute(wordsOf(article, english), tagger) };
}

const source = ({ text }: Said, { source }: Attribution): string =>
  source ? text.slice(source.start, source.end) : '';

/** The attribution whose source or cue holds `words`. */
function by(said: Said, words: string): Attribution {
  const found = said.all.find(
    (one) => source(said, one).includes(words) || said.text.slice(one.cue?.start, one.cue?.end).includes(words),
  );
  if (found === undefined)
    throw new Error(`no attribution to “${words}” in: ${said.all.map((one) => source(said, one)).join(' | ')}`);
  return found;
}

describe.each(readers)('levels %s', (_, tagger) => {
  it.each([
    ['Ada Lindqvist, a lecturer at the college, said the dam was safe.', 'Ada Lindqvist', 'named-person'],
    ['Harbour commander Tarik Benali said the dam was safe.', 'Tarik Benali', 'named-person'],
    ['The Ostravan Observatory for Rivers said the dam was safe.', 'Observatory', 'named-body'],
    ['The foreign minister said the dam was safe.', 'minister', 'named-body'],
    ['The army said the dam was safe.', 'army', 'named-body'],
    ['Harbour Insider said the dam was safe.', 'Insider', 'named-body'],
    ['A palace insider said the dam was safe.', 'insider', 'anonymous-person'],
    ['The state news agency NOVA said the dam was safe.', 'NOVA', 'named-body'],
    ['A spokesman for the port authority said the dam was safe.', 'spokesman', 'spokesperson'],
    ['Two Ostravan port officials said the dam was safe.', 'officials', 'unnamed-role'],
    ['A doctor at the hospital said the dam was safe.', 'doctor', 'unnamed-role'],
    ['A source at Nordhaven Police Command said the dam was safe.', 'source', 'unnamed-role'],
    ['Local activists said the dam was safe.', 'activists', 'vague-collective'],
    ['The opposition said the dam was safe.', 'opposition', 'vague-collective'],
    ['Rebel forces in the north said the dam was safe.', 'forces', 'vague-collective'],
    ['A military source said the dam was safe.', 'source', 'anonymous-person'],
    ['People familiar with the matter said the dam was safe.', 'People', 'anonymous-person'],
    ['A security source in Nordhaven said the dam was safe.', 'source', 'anonymous-person'],
    ['Harbour guards and rebel forces have both denied that the dam was open.', 'forces', 'vague-collective'],
    ['According to media reports, the dam was safe.', 'reports', 'vague-media'],
    ['Several northern outlets reported that the dam was safe.', 'outlets', 'vague-media'],
    ['State television said the dam was safe.', 'television', 'vague-media'],
    ['The dam was reportedly safe.', 'reportedly', 'hearsay'],
    ['The miller is believed to have left the town.', 'believed', 'hearsay'],
    ['It has been claimed that the dam was opened by the miller.', 'claimed', 'hearsay'],
    ['The row went on for hours, it has been claimed.', 'claimed', 'hearsay'],
    [
      'A dock worker who asked not to be identified because he was not allowed to speak said the dam was safe.',
      'worker',
      'unnamed-role',
    ],
    ['A local clerk, who requested anonymity for safety reasons, gave a toll of 37 dead.', 'clerk', 'unnamed-role'],
    ['Two aides spoke. One said the dam was safe. Another said that it would hold.', 'Another', 'unnamed-role'],
    ['A former colleague, who remains close to Mr Benali, said the dam was safe.', 'colleague', 'unnamed-role'],
    ['A mum-of-three at the camp site said the dam was safe.', 'mum-of-three', 'unnamed-role'],
    ['One man, a baker from Tosk, said the dam was safe.', 'One man', 'unnamed-role'],
    ['Insiders at the boat firm Silver Gulls claim the dam was safe.', 'Insiders', 'unnamed-role'],
    ['Defenders of the dam say that it is safe.', 'Defenders', 'vague-collective'],
    ['Cynics will tell you that the dam is safe.', 'Cynics', 'vague-collective'],
    ['Government circles pointed out that the dam was safe.', 'circles', 'vague-collective'],
    [
      'Two engineers have read the paper. One of them, a diver, said that the dam was safe.',
      'One of them',
      'unnamed-role',
    ],
    ['The dam was safe, according to a police report.', 'report', 'named-body'],
    ['The dam was safe, according to a statement read to the court.', 'statement', 'named-body'],
    ['Harbour Chief of Police (HCP) Tarik Benali said the dam was safe.', 'Benali', 'named-person'],
    ['Her daughter, Ilse, said the dam was safe.', 'Ilse', 'named-person'],
    [
      'The dam was built by Nordhaven woman Ilse Dahl. The Nordhaven woman said it was safe.',
      'The Nordhaven',
      'named-person',
    ],
    ['The dam was built by Ilse Dahl. The 34-year-old diver said it was safe.', 'diver', 'named-person'],
  ])('%s', (body, words, level) => {
    expect(by(read(body, tagger), words).level).toBe(level);
  });
});

describe.each(readers)('who is meant, %s', (_, tagger) => {
  it.each([
    'Nobody disputes that the dam was safe.',
    'No one said that the dam was safe.',
    'None of the drivers denied that the dam was safe.',
    'Neither side said the dam was safe.',
  ])('has no source where there is none: %s', (sentence) => {
    expect(read(sentence, tagger).all.filter(({ source }) => source !== null)).toEqual([]);
  });

  it.each([
    ['No Labels said the dam was safe.', 'No Labels'],
    ['No 10 said the dam was safe.', 'No 10'],
    ['No fewer than six witnesses said the dam was safe.', 'witnesses'],
  ])('is somebody whose name or number begins so: %s', (sentence, words) => {
    const said = read(sentence, tagger);
    expect(source(said, said.all[0]!)).toContain(words);
  });

  it('takes the level of what “the source” goes back to', () => {
    const said = read(
      'A source at Nordhaven Police Command said the dam was safe. The source added that it would hold.',
      tagger,
    );
    const again = by(said, 'The source');
    expect(again.level).toBe('unnamed-role');
    expect(said.text.slice(again.refersTo?.start, again.refersTo?.end)).toBe('A source at Nordhaven Police Command');
  });

  it('tells a surname from a body by the full name before it', () => {
    const said = read('Miller Ada Lindqvist said the dam was safe. Lindqvist added that it would hold.', tagger);
    const [first, second] = [by(said, 'Ada Lindqvist'), said.all[1] as Attribution];
    expect(second.level).toBe('named-person');
    expect(second.name).toBe(first.name);
  });

  it('does not mark pronouns', () => {
    const said = read('Two port officials said the dam was safe. They said it would hold.', tagger);
    expect(unnamedSources(said.all).map((one) => source(said, one))).toEqual(['Two port officials']);
  });

  it('knows that an apposition names the person', () => {
    const said = read('“The dam will hold,” said one of the engineers, Tarik Benali.', tagger);
    expect(unnamedSources(said.all)).toEqual([]);
  });

  it('takes a monitor that is named in the next sentence for a named body', () => {
    const said = read(
      'Ten boats sank on Friday, a monitor said. The Ostravan Observatory for Rivers said two more were missing.',
      tagger,
    );
    expect(unnamedSources(said.all)).toEqual([]);
  });

  it('is whoever told it to somebody, not whoever was told', () => {
    const said = read('They had been told about the leak by a nurse, but did not know the day.', tagger);
    expect(unnamedSources(said.all).map((one) => source(said, one))).toEqual(['a nurse']);
  });

  it('marks nobody who only saw what happened next', () => {
    const said = read('Two boys fled after an officer saw them on the dam.', tagger);
    expect(unnamedSources(said.all)).toEqual([]);
  });

  it('marks neither refusals nor wishes', () => {
    const said = read('Officials did not say when the dam would open. Residents want a new bridge.', tagger);
    expect(unnamedSources(said.all)).toEqual([]);
  });

  it('sees quotation marks around a source', () => {
    const said = read('“Sources told me about the boat,” said Ada Lindqvist.', tagger);
    expect(by(said, 'Sources').quoted).toBe(true);
  });
});

describe('whoever speaks, where the tagger sees somebody else', () => {
  it.each([
    ['A union clerk, speaking privately because he feared for his job, said that the dam leaked.', 'A union clerk'],
    ['One driver I spoke to said that the dam leaked.', 'One driver'],
    ['Several residents we spoke to said the dam leaked.', 'Several residents'],
  ])('%s', (body, words) => {
    const said = read(`The council met at the harbour and spoke of the weather for an hour.\n\n${body}`, loaded());
    expect(unnamedSources(said.all).map((one) => source(said, one))).toEqual([words]);
  });
});

describe.each(readers)('chains %s', (_, tagger) => {
  it.each([
    ['A source told CNN that the dam was safe.', 'source', ['CNN']],
    [
      'The Nordhaven Courier, citing sources close to the talks, reported that the dam was safe.',
      'sources close',
      ['Nordhaven Courier'],
    ],
    ['Reuters quoted a port official as saying that the dam was safe.', 'a port official', ['Reuters']],
  ])('%s', (body, words, chain) => {
    expect(by(read(body, tagger), words).chain.map((relay) => relay.name)).toEqual(chain);
  });
});

describe('what is said', () => {
  it.each([
    ['The dam is closed to lorries, a source told the Ostrava Gazette.', 'a source', 'The dam is closed to lorries'],
    ['According to Ostravan media reports, the dam was closed.', 'media reports', 'the dam was closed'],
  ])('is the rest of the sentence: %s', (body, words, content) => {
    const said = read(body, loaded());
    const [span] = by(said, words).content;
    expect(said.text.slice(span?.start, span?.end).replace(/^that /, '')).toBe(content);
  });

  it('is a whole quotation of several sentences, whoever is named in full behind it', () => {
    const said = read(
      'The boats left at noon.\n\n“Our crews have begun the last stage of the crossing. The island awaits us”, announced the head of the ferry union and leader of the strike, Tarik Omar Benali.',
      loaded(),
    );
    const one = by(said, 'Tarik Omar Benali');
    expect(one.level).toBe('named-person');
    expect(said.text.slice(one.content[0]?.start, one.content[0]?.end)).toMatch(/^“Our crews have .* awaits us”$/);
  });
});

describe('the speaker of a quotation', () => {
  // the tagger alone hears neither
  it.each([
    [
      '“The dam will hold. We have looked at every stone”, proclaimed her brother and keeper of the lighthouse, Ivo Maric.',
    ],
    ['“To the pier! The boats are ours”, joked the head of the ferry union and leader of the strike, Ivo Omar Maric.'],
  ])('is named in full right behind the verb: %s', (body) => {
    const one = by(read(`The boats left at noon.\n\n${body}`, loaded()), 'Maric');
    expect(one.level).toBe('named-person');
    expect(one.content).not.toEqual([]);
  });
});

describe.each(readers)('verbs that say nothing, %s', (_, tagger) => {
  it.each([
    'Benali is still carrying out his “duties to the port from the island, Nordhaven,” it concluded.',
    'Ostrava is still carrying out its “duties to the port from the island, Nordhaven”, it said.',
  ])('are part of what is said: %s', (body) => {
    const said = read(
      `“The council denies all these rumours and points out their goals,” the statement continued. ${body}`,
      tagger,
    );
    const sources = said.all.filter((one) => one.sentence === 1).map((one) => source(said, one));
    expect(sources).toEqual(['it']);
  });
});

describe.each(readers)('text that lost a full stop, %s', (_, tagger) => {
  it('goes on with According to', () => {
    const said = read(
      'Six boats sank on Friday near the pier According to a source at Nordhaven Police Command two more were towed to the island and back.',
      tagger,
    );
    expect(by(said, 'source at Nordhaven').level).toBe('unnamed-role');
  });
});

describe('offsets', () => {
  it.each(readers)('point into the text as stored, with emoji and Windows line ends (%s)', (_, tagger) => {
    const said = read('🌊 The river rose.\r\nA port official said the dam was safe — “déjà vu”, 🌊 he said.', tagger);
    expect(source(said, by(said, 'A port official'))).toBe('A port official');
  });
});

describe('hostile text', () => {
  it.each(readers)('is read to its end, %s', (_, tagger) => {
    const pieces = [
      'officials, ',
      'said, ',
      'said , , ',
      '“',
      '" ',
      'the source who ',
      'according to ',
      'citing ',
      'He: ',
      '— ',
    ];
    for (const piece of pieces) {
      const body = `${piece.repeat(4000)}\n\nThe mayor said the dam was safe.`;
      const article = readArticle(body + filler, 'harbour.txt');
      if (!('skipped' in article)) expect(attribute(wordsOf(article, english), tagger).length).toBeGreaterThan(0);
    }
  });
});
