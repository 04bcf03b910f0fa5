import { spanOf } from '../../core/mentions/packedMentions.js';
import { farApart } from '../../core/relations/relate.js';
import type { FactsRecord } from '../factsRecord.js';
import { type CopySet, isOwn } from './entry.js';
import { mostSpeaking } from './voices.js';

/** Characters of a sentence that two articles hardly have by chance. Chosen. */
const tellingLength = 40;
/** Share of an article's telling sentences that stand word for word in another of which it is a near copy. Chosen. */
const nearFrom = 0.8;

/** Smallest telling sentences, by digest, over which an article meets others: a word changed or a paragraph cut leaves some. Chosen. */
const sentencesMet = 4;
/** So many of those that an article meets, the first by file, say whom it may follow: a line that all print leads to many. Chosen. */
const asked = 16;

/** An article among those that share one of its smallest sentences. */
interface Member {
  readonly set: CopySet;
  /** Its first file of the folder. */
  readonly file: string;
  readonly facts: FactsRecord;
  /** The digests of its smallest sentences. */
  readonly keys: readonly number[];
  /** The first by file of which it is a near copy, as far as its smallest sentences lead to one. */
  first: Member | null;
  /** What was found out of it and other articles; `null` for one that met none. */
  compared: WeakMap<FactsRecord, boolean> | null;
}

/**
 * Which articles are near copies: one wire story under many outlets, each with another headline or a word of its own. An
 * article meets others over its smallest sentences by digest, so nobody looks at pairs; the first by file leads those that
 * have nearly all of their sentences from it. Of more than eight such, only the leader is compared with other articles,
 * and the others with it. Who leads whom depends on the articles that are there, not on how they came.
 */
export class NearCopies {
  private readonly members = new Map<CopySet, Member>();
  /** Members by the digest of one of their smallest sentences, in order of file; most sentences have one, which needs no list. */
  private readonly meeting = new Map<number, Member | Member[]>();
  /** Those that have a set for their first, in order of file. */
  private readonly followers = new Map<CopySet, CopySet[]>();

  /** Puts a set in its place by the facts and files that it has now. Returns the sets whose leader is another than before. */
  place(set: CopySet): Set<CopySet> {
    const moved = new Set<CopySet>();
    const [copy] = set.copies;
    const file = copy !== undefined && isOwn(copy) ? copy.file : null;
    const before = this.members.get(set);
    if (before === undefined ? file === null : before.file === file && before.facts === set.facts) return moved;
    const concerned = new Set<Member>();
    if (before !== undefined) this.remove(before, concerned, moved);
    if (file !== null)
      this.add({ set, file, facts: set.facts, keys: smallest(set.facts), first: null, compared: null }, concerned);
    for (const member of concerned) this.follow(member, concerned, moved);
    return moved;
  }

  /** Those that lead others. */
  *leaders(): Generator<CopySet> {
    for (const set of this.followers.keys()) if (set.led.length > 0) yield set;
  }

  private add(member: Member, concerned: Set<Member>): void {
    this.members.set(member.set, member);
    concerned.add(member);
    for (const key of member.keys) {
      const met = this.met(key);
      let at = met.length;
      while (at > 0 && met[at - 1]!.file > member.file) at--;
      met.splice(at, 0, member);
      this.setMet(key, met);
      concern(met, at, concerned);
    }
  }

  /** All that may have followed it are looked at again. */
  private remove(member: Member, concerned: Set<Member>, moved: Set<CopySet>): void {
    this.members.delete(member.set);
    for (const key of member.keys) {
      const met = this.met(key);
      const at = met.indexOf(member);
      concern(met, at, concerned);
      met.splice(at, 1);
      this.setMet(key, met);
    }
    for (const set of this.followers.get(member.set) ?? []) concerned.add(this.members.get(set)!);
    this.setFirst(member, null, moved);
    concerned.delete(member);
  }

  private met(key: number): Member[] {
    const met = this.meeting.get(key) ?? [];
    return Array.isArray(met) ? met : [met];
  }

  private setMet(key: number, met: Member[]): void {
    if (met.length === 0) this.meeting.delete(key);
    else this.meeting.set(key, met.length === 1 ? met[0]! : met);
  }

  /** Finds a member its first; those that came to theirs over this one are looked at again where it is another. */
  private follow(member: Member, concerned: Set<Member>, moved: Set<CopySet>): void {
    concerned.delete(member);
    const first = this.firstOf(member);
    if (first === member.first) return;
    this.setFirst(member, first, moved);
    for (const key of member.keys) {
      const met = this.met(key);
      concern(met, met.indexOf(member), concerned);
    }
  }

  private firstOf(member: Member): Member | null {
    let found: Member | null = null;
    for (const key of member.keys)
      for (const met of this.met(key).slice(0, asked)) {
        if (met.file >= member.file) break;
        const first = met.first ?? met;
        if (first !== found && (found === null || first.file < found.file) && isNear(member, first)) found = first;
      }
    return found;
  }

  private setFirst(member: Member, first: Member | null, moved: Set<CopySet>): void {
    const { set } = member;
    const left = member.first?.set;
    member.first = first;
    if (left === first?.set) return;
    if (left !== undefined) {
      const others = this.followers.get(left)!;
      others.splice(others.indexOf(set), 1);
      if (others.length === 0) this.followers.delete(left);
      lead(left, others, moved);
      setLeader(set, null, moved);
    }
    if (first === null) return;
    const others = this.followers.get(first.set) ?? [];
    this.followers.set(first.set, others);
    let at = others.length;
    while (at > 0 && this.members.get(others[at - 1]!)!.file > member.file) at--;
    others.splice(at, 0, set);
    lead(first.set, others, moved, set);
  }
}

/** Those that may come to their first over the member at a place of a list: all behind it, if it is asked at all. */
function concern(met: readonly Member[], at: number, concerned: Set<Member>): void {
  if (at < asked) for (const other of met.slice(at + 1)) concerned.add(other);
}

/** Lets a set lead those that follow it, if they are enough; `came` has just become one of them. */
function lead(set: CopySet, followers: readonly CopySet[], moved: Set<CopySet>, came?: CopySet): void {
  const isLeader = followers.length >= mostSpeaking;
  const changes = isLeader !== set.led.length > 0;
  set.led = isLeader ? followers : [];
  for (const one of changes ? followers : came === undefined ? [] : [came])
    setLeader(one, isLeader ? set : null, moved);
}

function setLeader(set: CopySet, leader: CopySet | null, moved: Set<CopySet>): void {
  if (set.leader !== leader) moved.add(set);
  set.leader = leader;
}

/** Whether nearly all telling sentences of an article stand in another of about the same time. */
function isNear(member: Member, other: Member): boolean {
  const { facts } = member;
  if (farApart(facts.day, other.facts.day)) return false; // most: a line that one outlet always has leads to all others
  member.compared ??= new WeakMap();
  const { compared } = member;
  const known = compared.get(other.facts);
  if (known !== undefined) return known;
  const there = sentencesOf(other.facts);
  const own = telling(facts);
  const shared = own.filter((digest) => there.has(digest));
  const near = shared.length >= nearFrom * own.length;
  compared.set(other.facts, near);
  return near;
}

/** The smallest digests of its telling sentences, in order: picked out in one walk, since all of a folder are when it is opened. */
function smallest({ numbers, sentences }: FactsRecord): number[] {
  const claims = { numbers };
  const found: number[] = [];
  for (let mention = 0; mention < sentences.length; mention++) {
    const digest = sentences[mention]!;
    if (!isTelling(claims, mention) || found.includes(digest)) continue;
    let at = found.length;
    while (at > 0 && found[at - 1]! > digest) at--;
    if (at === sentencesMet) continue;
    found.splice(at, 0, digest);
    found.length = Math.min(found.length, sentencesMet);
  }
  return found.slice(); // with room for no more: it is kept of every article
}

/** Digests of the telling sentences of an article, each once. */
function telling({ numbers, sentences }: FactsRecord): number[] {
  const claims = { numbers }; // found once, not for each mention
  return [...new Set(sentences.filter((_, mention) => isTelling(claims, mention)))];
}

/** Of the articles that others were compared with: most meet nobody. */
const sentences = new WeakMap<FactsRecord, ReadonlyMap<number, number>>();

/** The mentions of an article by the digest of their words; of two alike, the first. */
export function sentencesOf(facts: FactsRecord): ReadonlyMap<number, number> {
  const known = sentences.get(facts);
  if (known !== undefined) return known;
  const found = new Map<number, number>();
  facts.sentences.forEach((digest, mention) => {
    if (!found.has(digest)) found.set(digest, mention);
  });
  sentences.set(facts, found);
  return found;
}

export function isTelling(claims: Pick<FactsRecord, 'numbers'>, mention: number): boolean {
  const { start, end } = spanOf(claims, mention);
  return end - start >= tellingLength;
}
