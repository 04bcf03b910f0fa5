import { amount, say } from '../../../../l10n/say.js';
import type { Span } from '../span.js';
import type { CrossMention, Elsewhere, Mention } from './rule.js';

/** Mentions of one sentence of this article, those of other files together. */
export interface Gathered {
  readonly here: Span;
  readonly mentions: readonly CrossMention[];
}

/** The mentions by the sentence of this article that they belong to, in order of place. */
export function gather(elsewhere: readonly CrossMention[]): Gathered[] {
  const found = new Map<string, { here: Span; mentions: CrossMention[] }>();
  for (const mention of elsewhere) {
    const key = `${mention.here.start} ${mention.here.end}`;
    const one = found.get(key);
    if (one) one.mentions.push(mention);
    else found.set(key, { here: mention.here, mentions: [mention] });
  }
  return [...found.values()].sort((a, b) => a.here.start - b.here.start || a.here.end - b.here.end);
}

/** The outlet of a mention for a person, else its file's name. */
export function outletOf({ file, outlet }: Mention): string {
  if (outlet !== null) return outlet;
  const name = (file.split('/').at(-1) ?? file).replace(/\.[^.]*$/, '');
  return file.includes('://') ? decodeURIComponent(name) : name;
}

/** *Reuters*, *Reuters and SANA*, *Reuters, SANA and 3 others*. */
export function list(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const [one = '', other, third] = distinct;
  if (other === undefined) return one;
  if (third === undefined) return say`${one} and ${other}`;
  if (distinct.length === 3) return say`${one}, ${other} and ${third}`;
  return say`${one}, ${other} and ${amount(distinct.length - 2)} others`;
}

/** How many files the mentions stand for. */
export function fileCount(mentions: readonly CrossMention[]): number {
  const found = new Map<string, number>();
  for (const { there } of mentions) found.set(there.file, Math.max(there.files, found.get(there.file) ?? 0));
  return [...found.values()].reduce((sum, count) => sum + count, 0);
}

/** *2,000 files have this same text.*, where a mention stands for so many; else ''. */
export function sameText({ files, alike }: Mention): string {
  if (files === 1) return '';
  return alike
    ? say`${amount(files)} files have this or nearly this text.`
    : say`${amount(files)} files have this same text.`;
}

/** Nobody clicks through more: a folder of wire copies has hundreds of each sentence. */
export const mostPlaces = 50;

/** The other mentions as places to click, `mostPlaces` at most, each with what is known of it. */
export const placesOf = (mentions: readonly CrossMention[], say: (mention: CrossMention) => string): Elsewhere[] =>
  mentions.slice(0, mostPlaces).map((mention) => ({
    file: mention.there.file,
    start: mention.there.start,
    end: mention.there.end,
    message: [say(mention), sameText(mention.there)].filter(Boolean).join(' '),
  }));
