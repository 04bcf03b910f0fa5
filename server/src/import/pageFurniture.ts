import { chooseLanguage, languages } from '../core/languages/index.js';
import { isElement, isText, nameOf, nodesIn, oneLine } from './dom.js';

/** Elements that hold no words of an article, whatever they are called. */
const dropped = new Set(
  `script style template noscript nav aside header footer form button iframe object embed svg canvas audio video select dialog
  figcaption textarea input amp-ad amp-sidebar amp-social-share amp-embed amp-iframe amp-consent`.split(/\s+/),
);

/** Words in class, id or role by which pages call what is not their article: whole words between hyphens and the like. */
const furnitureName = new RegExp(
  `(?:^|[\\s_-])(?:${[
    'related(?:posts|stories|articles|content|links)?',
    'share|sharing|sharebar|sharedaddy|social|socials',
    'newsletters?|subscribe|subscription|signup|sign-up|paywall|regwall|meter|piano',
    'promo|promos|promotion|teasers?|advert\\w*|ads?|adslot|sponsor\\w*|outbrain|taboola|dfp',
    'comments?|disqus|replies|discussion',
    'captions?|credits?|imagecaption|photo-credit',
    'breadcrumbs?|tags|taglist|tag-list|topics|keywords|categories',
    'read-?more|also-?read|read-?next|see-?also|most-?read|trending|popular|recommend\\w*|recirc\\w*|more-?stories|up-?next',
    'cookies?|consent|gdpr|cmp|popup|modal|overlay|toolbar|skip-?link|skip-?nav|pagination|pager|menu|nav|navbar|navigation|sidebar|footer|masthead|site-?header',
    'author-?bio|about-?author|author-?box|bio|byline|dateline-?meta|post-?meta|entry-?meta|article-?meta|submitted',
    'jp-relatedposts|wp-block-buttons?|screen-reader-text|visually-?hidden|sr-only|hidden-print|print-only|player|video-?player|audio-?player',
    'standfirst|subtitle|dek|article-summary|excerpt',
    'contentinfo|complementary|banner|search',
  ].join('|')})(?:$|[\\s_-])`,
  'i',
);
/** A paragraph below the headline; a heading of this name is a crosshead. */
const standfirstName = /(?:^|[\s_-])sub-?head(?:line|ing)?(?:$|[\s_-])/i;
/** Where readers write. */
const commentName = /(?:^|[\s_-])(?:comments?|disqus|replies|discussion)(?:$|[\s_-])/i;

/** In characters; chosen. */
const longestName = 300;

/** The skeleton of a page: never dropped for its name. */
const skeleton = new Set(['html', 'body', 'main', 'head']);

interface Weight {
  /** Characters in paragraphs. */
  prose: number;
  /** It holds a headline of the first rank, or what is marked as the article's text. */
  vital: boolean;
}

/** Takes away what stands around the article, as far as elements, their names and their headings tell. */
export function dropFurniture(document: Document): void {
  const body = document.body;
  const { patterns } = chooseLanguage(body.textContent ?? '', languages).article;
  const weights = weigh(body);
  const all = weights.get(body)?.prose ?? 0;
  // *Sign up to …*, *Related stories*: a box of its own with all that is in it
  for (const heading of body.querySelectorAll('h2,h3,h4,h5,h6')) {
    const words = oneLine(heading.textContent);
    const box = heading.parentElement;
    if (box === null || !(patterns.boilerplate.test(words) || patterns.otherStories.test(words))) continue;
    const { prose, vital } = weights.get(box) ?? { prose: 0, vital: false };
    if (!vital && !skeleton.has(nameOf(box)) && prose <= all / 4) box.remove();
  }
  const doomed: Element[] = [];
  let within: Element | null = null;
  for (const { node, closes } of nodesIn(body)) {
    if (!isElement(node)) continue;
    if (closes && node === within) within = null;
    if (closes || within !== null) continue;
    if (!isFurniture(node, weights.get(node) ?? { prose: 0, vital: false }, all)) continue;
    doomed.push(node);
    if (node.firstChild !== null) within = node;
  }
  for (const element of doomed) element.remove();
}

function isFurniture(element: Element, { prose, vital }: Weight, all: number): boolean {
  const name = nameOf(element);
  if (skeleton.has(name)) return false;
  if (name === 'header' && element.closest('article') !== null) return false;
  // a picture with all that stands in it; a table or somebody's words may be called a figure, too
  if (name === 'figure') return element.querySelector('table,blockquote,p,pre') === null;
  // when, above the text; in a paragraph it is of its sentence
  if (name === 'time') return element.closest('p') === null;
  if (dropped.has(name)) return !vital && (prose <= all / 2 || name === 'script' || name === 'style');
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true')
    return !vital && prose <= all / 2;
  const called = ['class', 'id', 'role', 'data-component', 'data-testid']
    .map((attribute) => (element.getAttribute(attribute) ?? '').slice(0, longestName))
    .join(' ')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-');
  if (name === 'p' && standfirstName.test(called)) return true;
  if (vital || !furnitureName.test(called)) return false;
  return prose <= all / 2 || commentName.test(called);
}

/** How much running text each element holds, in one walk. */
function weigh(body: Element): Map<Element, Weight> {
  const weights = new Map<Element, Weight>();
  const open: Weight[] = [{ prose: 0, vital: false }];
  let paragraphs = 0;
  for (const { node, closes } of nodesIn(body)) {
    const here = open[open.length - 1]!;
    if (isText(node)) {
      if (!closes && paragraphs > 0) here.prose += node.nodeValue?.length ?? 0;
    } else if (isElement(node)) {
      const isParagraph = nameOf(node) === 'p';
      if (!closes) {
        if (isParagraph) paragraphs++;
        open.push({ prose: 0, vital: isVital(node) });
      } else {
        if (isParagraph) paragraphs--;
        const weight = open.pop()!;
        weights.set(node, weight);
        const outer = open[open.length - 1]!;
        outer.prose += weight.prose;
        outer.vital ||= weight.vital;
      }
    }
  }
  weights.set(body, open[0]!);
  return weights;
}

const isVital = (element: Element): boolean =>
  nameOf(element) === 'h1' || /\barticleBody\b/.test(element.getAttribute('itemprop') ?? '');
