import type { ArticleWords } from '../languages/articleWords.js';
import { chooseLanguage, languages } from '../languages/index.js';
import type { Language } from '../languages/language.js';
import { contains, itemAt, type Span } from '../span.js';
import type { Article, Paragraph, Sentence, Skipped, Tokens } from './article.js';
import { noteRights } from './credits.js';
import { readFrontMatter } from './frontMatter.js';
import { findFurniture } from './furniture.js';
import { notAnArticle, refuse } from './gate.js';
import { tellHeadlines } from './headlines.js';
import { blank, blankInline } from './markup.js';
import { readMetadata } from './metadata.js';
import { readOpening } from './opening.js';
import { type Block, lineHyphens, splitParagraphs } from './paragraphs.js';
import { findQuotations } from './quotations.js';
import { splitSentences } from './sentences.js';
import { tokenize } from './tokens.js';

/**
 * Reads a file's text as an article in one of the languages `read`, or says why it is not one. `path`, with forward slashes,
 * serves the metadata.
 */
export function readArticle(text: string, path: string, read: readonly Language[] = languages): Article | Skipped {
  const refused = refuse(text, path);
  if (refused !== null) return { skipped: refused };
  const { article, language } = readIn(text, path, read);
  const reason = notAnArticle(article, language, read);
  return reason === null ? article : { skipped: reason };
}

/** Reads any words as an article is read, whatever they are: a typed claim, a selection. */
export const readPassage = (text: string, read: readonly Language[] = languages): Article =>
  readIn(text, '', read).article;

function readIn(text: string, path: string, read: readonly Language[]): { article: Article; language: Language } {
  const { fields, end } = readFrontMatter(text);
  const unmarked = blankInline(blank(text, [{ start: 0, end }]), /\.(?:md|markdown)$/i.test(path));
  const language = chooseLanguage(unmarked, read);
  const words = language.article;
  const blocks = splitParagraphs(unmarked, end);
  const onPage = findFurniture(unmarked, blocks, words);
  const around = blocks.filter((_, i) => onPage[i]);
  const opening = readOpening(
    unmarked,
    blocks.filter((_, i) => !onPage[i]),
    fields,
    words,
  );
  for (const { start, end } of around) noteRights(unmarked.slice(start, end), fields, words);
  const parts = opening.parts.filter(({ credit }) => !credit);
  const furniture = [...around, ...opening.parts.filter(({ credit }) => credit)]
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);
  const plain = blankBetween(blank(unmarked, opening.header), parts);

  const tokens = tokenize(plain, 0, words, lineHyphens(plain, parts));
  const quotations = findQuotations(plain, parts, words);
  const { paragraphs, sentences } = layOut(
    plain,
    tokens,
    parts,
    new Set(quotations.map((quotation) => quotation.end)),
    words,
  );
  const [first] = paragraphs;
  const headline = first?.kind === 'headline' ? plain.slice(first.start, first.end).replace(/\s+/g, ' ') : null;
  const article: Article = {
    path,
    text,
    plain,
    metadata: readMetadata(fields, path, headline, words),
    isPressRelease: words.patterns.pressRelease.test(text),
    body: { start: first?.start ?? text.length, end: text.length },
    tokens,
    paragraphs,
    sentences,
    quotations,
    furniture,
    language: language.code,
  };
  return { article, language };
}

/** Blanks what lies outside all paragraphs: marks of headings, quotations and lists, rules. */
function blankBetween(plain: string, parts: readonly Span[]): string {
  const gaps: Span[] = [];
  let from = 0;
  for (const { start, end } of [...parts, { start: plain.length, end: plain.length }]) {
    if (start > from && /\S/.test(plain.slice(from, start))) gaps.push({ start: from, end: start });
    from = end;
  }
  return blank(plain, gaps);
}

function layOut(
  plain: string,
  tokens: Tokens,
  parts: readonly Block[],
  quotationEnds: ReadonlySet<number>,
  language: ArticleWords,
): { paragraphs: Paragraph[]; sentences: Sentence[] } {
  const paragraphs: Paragraph[] = [];
  const sentences: Sentence[] = [];
  const kinds = tellHeadlines(plain, parts, language);
  let leadSeen = false;
  let token = 0;
  parts.forEach((part, paragraph) => {
    const { kind, behind: boilerplate } = kinds[paragraph] ?? { kind: 'text', behind: false };
    const firstSentence = sentences.length;
    const first = token;
    while (token < tokens.count && tokens.start[token]! < part.end) token++;
    for (const run of splitSentences(tokens, { first, end: token }, quotationEnds, language)) {
      const place = kind === 'headline' ? 'headline' : leadSeen || boilerplate ? 'body' : 'lead';
      if (place === 'lead') leadSeen = true;
      sentences.push({
        start: tokens.start[run.first]!,
        end: tokens.end[run.end - 1]!,
        paragraph,
        firstToken: run.first,
        endToken: run.end,
        place,
        boilerplate,
      });
    }
    paragraphs.push({ start: part.start, end: part.end, firstSentence, endSentence: sentences.length, kind });
  });
  const last = sentences.pop();
  if (last)
    sentences.push(isSignature(tokens, last, sentences[sentences.length - 1]) ? { ...last, boilerplate: true } : last);
  return { paragraphs, sentences };
}

/** Initials or a link that a page leaves behind the last full stop: *… the army said. LA* */
function isSignature(tokens: Tokens, last: Sentence, before: Sentence | undefined): boolean {
  const words = last.endToken - last.firstToken;
  return before?.paragraph === last.paragraph && words <= 3 && !/[.!?…”"’')]/.test(tokens.word[last.endToken - 1]!);
}

/** The quotation that covers all of `span`, if any. */
export function quotationAround({ quotations }: Article, span: Span): Span | undefined {
  const quotation = itemAt(quotations, span.start);
  return quotation !== undefined && contains(quotation, span) ? quotation : undefined;
}
