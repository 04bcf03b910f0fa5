import { amount, say } from '../../../../l10n/say.js';
import type { ArticleWords } from '../languages/articleWords.js';
import type { Article } from './article.js';
import { withoutUnseen } from './characters.js';
import type { Block } from './paragraphs.js';

/** In characters; longer paragraphs are of the article whatever they open with. Chosen. */
const longestLine = 300;

/** In characters: *+3*, *1,204*. A date is longer. */
const longestCount = 6;

/** In words; chosen. */
const mostWords = { menu: 2, crumb: 4, heading: 7, link: 22 };

/** Other stories that one heading announces; chosen. */
const mostLinks = 20;

/** As many words of running text above a reader's comments make an article. Chosen. */
const fewestAbove = 20;

/** A paragraph as a reader of the page sees it. */
interface Line {
  readonly text: string;
  readonly words: number;
  readonly heading: boolean;
  readonly item: boolean;
  /** Running text: a sentence that stops. */
  readonly prose: boolean;
}

/**
 * For each paragraph of a pasted page whether it is furniture: menus, buttons, invitations, links to other stories, captions,
 * comments, notices. Whatever could be the article's own text is none: a menu that is read does less harm than a paragraph
 * that is not.
 */
export function findFurniture(plain: string, blocks: readonly Block[], language: ArticleWords): boolean[] {
  const lines = blocks.map((block) => readLine(plain, block));
  const told = lines.map((line) => isFurnitureLine(line, language));
  const firstProse = lines.findIndex(({ prose }, i) => prose && !told[i]);
  const above = firstProse < 0 ? lines.length : firstProse;
  const folded = told.slice();
  // what only its neighbours make furniture, or a label: the article's own headline may be among it
  for (let i = 0; i < above; i++) folded[i] ||= isCrumbs(lines[i]!.text, 2);
  foldMenus(lines, told, folded, above);
  foldLabelled(lines, folded, above, language);
  foldLinks(lines, told, folded, above, language);
  foldRepeated(lines, folded);
  if (above > 0 && !folded.slice(0, above).includes(false)) {
    const last = told.lastIndexOf(false, above - 1);
    if (last >= 0) folded[last] = false;
  }
  foldComments(lines, folded, language);
  return folded;
}

function readLine(plain: string, block: Block): Line {
  const length = block.end - block.start;
  const text =
    length > longestLine ? '' : withoutUnseen(plain.slice(block.start, block.end)).replace(/\s+/g, ' ').trim();
  if (length > longestLine)
    return { text, words: Math.round(length / 6), heading: block.heading, item: block.item, prose: true };
  const words = wordsIn(text);
  const stops = /[.!?…]["”’')\]]*$/.test(text);
  return { text, words, heading: block.heading, item: block.item, prose: !block.heading && stops && words >= 6 };
}

/** Told by the line alone, wherever it stands. */
function isFurnitureLine({ text, prose, item }: Line, { patterns, pageLines }: ArticleWords): boolean {
  if (text === '') return false;
  const name = bare(text);
  // counts of comments, numbers of pictures; a table may hold numbers alone
  if (name === '') return !item && text.length <= longestCount;
  if (pageLines.has(name)) return true;
  if (patterns.boilerplate.test(text) || patterns.caption.test(text)) return true;
  return !prose && (patterns.stamp.test(text) || isCrumbs(text, 3));
}

/** *Comments (14)*, *▸ Share 12*: lower case, without signs and counts around it. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[^\p{L}]+$/u, '');

/** *Breaking News | World | Africa*, *Home > News*: short names between bars or arrows. */
function isCrumbs(text: string, fewest: number): boolean {
  if (!/[|›»>•·→]/.test(text)) return false;
  const names = text.split(/\s*[|›»>•·→]\s*/).filter((name) => name !== '');
  const short = (name: string): boolean =>
    /^[\p{Lu}#@]/u.test(name) && !/\d|[.!?:;,]/.test(name) && wordsIn(name) <= mostWords.crumb;
  return names.length >= fewest && names.every(short) && names.filter((name) => wordsIn(name) <= 2).length >= 2;
}

const wordsIn = (text: string): number => text.match(/[^ ]*[\p{L}\p{N}][^ ]*/gu)?.length ?? 0;

/** Short lines between known ones of a menu, or beside a run of them: *Home*, *Ports*, *Weather*. */
function foldMenus(lines: readonly Line[], told: readonly boolean[], folded: boolean[], above: number): void {
  const isName = ({ text, words, heading }: Line): boolean =>
    !heading && text !== '' && words <= mostWords.menu && /^\p{Lu}[^.!?:;\d]*$/u.test(text);
  for (let from = 0; from < lines.length; ) {
    let to = from;
    let known = 0;
    while (to < lines.length && (told[to] || isName(lines[to]!))) if (told[to++]) known++;
    // below the first paragraph a short line may be a crosshead
    if (to - from >= 3 && known >= (from < above ? 1 : 2)) folded.fill(true, from, to);
    from = Math.max(to, from + 1);
  }
}

/** *READ MORE: …*, *ALSO READ | …*; *WATCH: …* below a headline: labels of other stories. */
function foldLabelled(lines: readonly Line[], folded: boolean[], above: number, { patterns }: ArticleWords): void {
  let headed = false;
  for (const [i, { text, prose, words }] of lines.entries()) {
    if (folded[i] || text === '') continue;
    const below = headed || i > above;
    if (patterns.otherStory.test(text) || (below && !prose && patterns.storyLabel.test(text))) folded[i] = true;
    else headed ||= words >= fewestInHeadline;
  }
}

/** In words; less above an article is a section or a kicker: *BREAKING*. Chosen. */
const fewestInHeadline = 4;

/** *Related articles* and the titles below it; above the article its own headline might be taken for one. */
function foldLinks(
  lines: readonly Line[],
  told: readonly boolean[],
  folded: boolean[],
  above: number,
  { patterns }: ArticleWords,
): void {
  for (let i = 0; i < lines.length; i++) {
    const { text, words, prose } = lines[i]!;
    if (prose || text === '' || words > mostWords.heading || !patterns.otherStories.test(text)) continue;
    folded[i] = true;
    if (i < above) continue;
    for (let k = i + 1; k < lines.length && k - i <= mostLinks && (told[k] || isLink(lines[k]!)); k++) folded[k] = true;
  }
}

/** The headline once more, above buttons; a caption that is there twice, once behind its agency. */
function foldRepeated(lines: readonly Line[], folded: boolean[]): void {
  const seen = new Set<string>();
  for (const [i, { text, words, prose }] of lines.entries()) {
    if (folded[i] || prose || words < fewestInHeadline) continue;
    const lower = text.toLowerCase();
    if (seen.has(lower)) folded[i] = true;
    seen.add(lower);
    const next = lines[i + 1];
    if (i > 0 && next && next.words >= fewestInHeadline && next.text !== text && text.endsWith(` ${next.text}`))
      folded.fill(true, i, i + 2);
  }
}

/** A title without a full stop; a question may be one. */
const isLink = ({ text, words, prose, heading }: Line): boolean =>
  !heading && text !== '' && words <= mostWords.link && (!prose || /\?$/.test(text)) && !/[.!…]["”’')\]]*$/.test(text);

/**
 * *Comments (14)* and all below it, where the article stands above. Right below a headline it is a link to them, and more
 * text than the article has is folded only where it looks like what readers write.
 */
function foldComments(lines: readonly Line[], folded: boolean[], { patterns }: ArticleWords): void {
  const prose = lines.map(({ prose, words }, i) => (prose && !folded[i] ? words : 0));
  const all = prose.reduce((sum, words) => sum + words, 0);
  let before = 0;
  for (const [i, { text, words }] of lines.entries()) {
    before += prose[i]!;
    if (before < fewestAbove || words > mostWords.heading || !patterns.comments.test(text)) continue;
    const looks = lines.slice(i + 1, i + 7).filter((line) => patterns.comment.test(line.text)).length >= 2;
    if (!looks && all - before > before / 2) continue;
    folded.fill(true, i);
    return;
  }
}

/** *14 lines around the article are not read*, for a person; '' where all is read. */
export function leftOutOf({ furniture }: Pick<Article, 'furniture'>): string {
  const lines = furniture.length;
  if (lines === 0) return '';
  return lines === 1
    ? say`1 line around the article not read`
    : say`${amount(lines)} lines around the article not read`;
}
