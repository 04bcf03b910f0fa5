import type { Identity } from './files.js';

/**
 * Which names lead to one file: two spellings, a link, a folder that is linked. Read under each of them, a text would
 * corroborate itself.
 */
export class SameFiles {
  private readonly identities = new Map<string, Identity>();
  /** Most files have one name, which needs no list. */
  private readonly names = new Map<Identity, string | readonly string[]>();

  /** The name leads there from now on, or, with `null`, nowhere. Returns other names whose turn it may be now. */
  lead(name: string, identity: Identity | null): readonly string[] {
    const before = this.identities.get(name) ?? null;
    if (before === identity) return [];
    const left = this.leave(name, before);
    if (identity === null) return left;
    const others = this.namesAt(identity);
    this.identities.set(name, identity);
    this.setNames(identity, [...others, name]);
    return [...left, ...others];
  }

  /** All names of the file that this one leads to, itself among them. */
  namesOf(name: string): readonly string[] {
    const identity = this.identities.get(name);
    return identity === undefined ? [name] : this.namesAt(identity);
  }

  /** The one of a file's names under which it is read: the first, of the preferred ones where there are some. */
  readAs(name: string, isPreferred: (name: string) => boolean = () => false): string {
    const names = this.namesOf(name);
    const preferred = names.filter(isPreferred);
    return firstOf(preferred.length > 0 ? preferred : names);
  }

  clear(): void {
    this.identities.clear();
    this.names.clear();
  }

  private leave(name: string, identity: Identity | null): readonly string[] {
    if (identity === null) return [];
    const left = this.namesOf(name).filter((one) => one !== name);
    this.identities.delete(name);
    this.setNames(identity, left);
    return left;
  }

  private namesAt(identity: Identity): readonly string[] {
    const names = this.names.get(identity) ?? [];
    return typeof names === 'string' ? [names] : names;
  }

  private setNames(identity: Identity, names: readonly string[]): void {
    const [first] = names;
    if (first === undefined) this.names.delete(identity);
    else this.names.set(identity, names.length === 1 ? first : names);
  }
}

/** The first of some names, in an order that is the same however they were found. */
const firstOf = (names: readonly string[]): string => names.reduce((a, b) => (b < a ? b : a));
