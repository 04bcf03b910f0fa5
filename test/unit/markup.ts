interface Markup {
  readonly elements: ReadonlySet<string>;
  readonly ids: readonly string[];
  /** Of links: all are within the page. */
  readonly targets: readonly string[];
  /** What a person reads and what is said of pictures, in order, white space as single spaces. */
  readonly words: string;
}

const empty = new Set(['meta', 'br']);

/**
 * A page of ours taken apart. Fails where it is not well formed: a sign that no tag begins with, an attribute without
 * quotation marks, an element that is not closed where it should be.
 */
export function markupOf(page: string): Markup {
  const open: string[] = [];
  const elements = new Set<string>();
  const ids: string[] = [];
  const targets: string[] = [];
  const words: string[] = [];
  const pieces = page.replace(/^<!DOCTYPE html>/, '').match(/<[^>]*>|[^<]+/g) ?? [];
  for (const piece of pieces) {
    if (!piece.startsWith('<')) {
      if (open.at(-1) !== 'style') words.push(piece);
      continue;
    }
    const tag = /^<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z0-9-]+="[^"<>]*")*)>$/.exec(piece);
    if (tag === null) throw new Error(`no tag of ours: ${piece}`);
    const [, closes, name, attributes = ''] = tag as unknown as [string, string, string, string];
    elements.add(name);
    if (closes) {
      if (open.pop() !== name) throw new Error(`${piece} closes nothing`);
    } else if (!empty.has(name)) open.push(name);
    ids.push(...[...attributes.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!));
    targets.push(...[...attributes.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href!.replace(/^#/, '')));
    words.push(' ', ...[...attributes.matchAll(/ aria-label="([^"]*)"/g)].map(([, label]) => label!));
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(' ')}`);
  return { elements, ids, targets, words: words.join('').replace(/\s+/g, ' ') };
}
