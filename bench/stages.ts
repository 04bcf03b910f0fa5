import type { Article } from '../server/src/core/article/article.js';
import { readArticle } from '../server/src/core/article/index.js';
import { attribute } from '../server/src/core/attribution/index.js';
import { findFigures } from '../server/src/core/casualties/index.js';
import { languageOf } from '../server/src/core/languages/index.js';
import { type Readers, read } from '../server/src/core/reading.js';
import { wordsOf } from '../server/src/core/words.js';
import { beside, milliseconds, row, scan } from './clock.js';

/** Words per second of each stage of core over `texts`, as a ratio to a bare scan, beside the neighbours. */
export async function benchStages(texts: readonly string[], readers: Readers): Promise<void> {
  const words = scan(texts);
  const bare = await milliseconds(() => scan(texts), 7);
  const report = (name: string, ms: number, share = 1): void =>
    row(name, `${Math.round((words * share) / ms)}k words/s`, `${(ms / share / bare).toFixed(1)} x scan`);
  console.log(`\n${texts.length} articles, ${words} words, one thread`);
  report('bare regex word scan (the yardstick)', bare);

  const articles = texts
    .map((text, i) => readArticle(text, `${i}.txt`))
    .filter((article): article is Article => !('skipped' in article));
  const attributed = articles.map((article) => ({
    words: wordsOf(article, languageOf(article.language)),
    attributions: attribute(wordsOf(article, languageOf(article.language)), readers.tagger),
  }));
  report(
    'article: sentences, quotations, tokens',
    await milliseconds(() => texts.map((t, i) => readArticle(t, `${i}.txt`))),
  );
  report(
    'attribution',
    await milliseconds(() =>
      articles.map((article) => attribute(wordsOf(article, languageOf(article.language)), readers.tagger)),
    ),
  );
  report(
    'casualties',
    await milliseconds(() => attributed.map((a) => findFigures(a.words, a.attributions, readers.settings))),
  );
  report('everything in core', await milliseconds(() => texts.map((t, i) => read(t, `${i}.txt`, readers))));

  const some = texts.slice(0, 40);
  const share = scan(some) / words;
  for (const [name, load] of Object.entries(neighbours)) {
    const run = await beside(name, load);
    if (run)
      report(
        name,
        await milliseconds(async () => {
          for (const text of some) await run(text);
        }, 1),
        share,
      );
  }
}

type Run = (text: string) => unknown;

/** Other tools over the same text: what each does for the price, loaded from bench/node_modules. */
const neighbours: Record<string, () => Promise<Run>> = {
  'wink-nlp (sentences, tokens, POS, entities)': async () => {
    const { default: winkNLP } = await import('wink-nlp');
    const { default: model } = await import('wink-eng-lite-web-model');
    const nlp = winkNLP(model);
    return (text) => nlp.readDoc(text).sentences().out();
  },
  'natural (sentence tokenizer + Brill tagger)': async () => {
    const { default: Brill } = await import('natural/lib/natural/brill_pos_tagger/index.js');
    const { SentenceTokenizer, WordTokenizer } = (await import('natural/lib/natural/tokenizers/index.js')).default;
    const tagger = new Brill.BrillPOSTagger(new Brill.Lexicon('EN', 'NN', 'NNP'), new Brill.RuleSet('EN'));
    const [sentences, words] = [new SentenceTokenizer([]), new WordTokenizer()];
    return (text) => sentences.tokenize(text).map((sentence: string) => tagger.tag(words.tokenize(sentence)));
  },
  'harper.js (all rules)': async () => {
    const { LocalLinter } = await import('harper.js');
    const { binary } = await import('harper.js/binary');
    const linter = new LocalLinter({ binary });
    await linter.setup();
    return (text) => linter.lint(text);
  },
};
