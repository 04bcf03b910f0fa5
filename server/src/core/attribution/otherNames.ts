import type { Article } from '../article/article.js';
import type { Language } from '../languages/language.js';
import type { OtherNames } from '../readingSettings.js';
import { type Attribution, isNamed } from './attribution.js';

/** Bodies that a folder knows under several names: whatever an article calls one, it is told and compared by one name. */
export class OneName {
  private readonly nameFor = new Map<string, string>();

  constructor(
    otherNames: OtherNames,
    private readonly language: Language,
  ) {
    for (const [name, others] of Object.entries(otherNames))
      for (const other of others) if (this.key(other) !== '') this.nameFor.set(this.key(other), name);
  }

  /** The article, with the one name of its outlet and agency. */
  article(article: Article): Article {
    if (this.nameFor.size === 0) return article;
    const { outlet, agency } = article.metadata;
    return { ...article, metadata: { ...article.metadata, outlet: this.of(outlet), agency: this.of(agency) } };
  }

  /** Attributions, with the one name of whoever speaks and of those who hand it on. Such a body is named, however it is put. */
  attributions({ text }: Article, all: readonly Attribution[]): readonly Attribution[] {
    if (this.nameFor.size === 0) return all;
    return all.map((one) => {
      const { level, source } = one;
      const chain = one.chain.map((relay) => ({ ...relay, name: this.of(relay.name) }));
      const name = this.known(one.name) ?? (source && this.known(text.slice(source.start, source.end)));
      if (name === null) return { ...one, chain };
      return { ...one, chain, name, level: isNamed(level) ? level : 'named-body' };
    });
  }

  private of<Name extends string | null>(name: Name): Name | string {
    return (name === null ? null : this.known(name)) ?? name;
  }

  /** A name may be given for another that has one itself; whoever goes in a circle ends in it. */
  private known(name: string): string | null {
    let found: string | null = null;
    for (let steps = 0; steps < mostSteps; steps++) {
      const next = this.nameFor.get(this.key(found ?? name));
      if (next === undefined || next === found) break;
      found = next;
    }
    return found;
  }

  /** What names are compared by: small letters, without signs and the article before them. */
  private key(name: string): string {
    const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.slice(words.length > 1 && this.language.claims.articles.has(words[0]!) ? 1 : 0).join(' ');
  }
}

/** Names of names that are followed. */
const mostSteps = 4;
