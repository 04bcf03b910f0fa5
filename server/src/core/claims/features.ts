import { type Claims, DENIES, HEADLINE, LEAD, NAME, NEGATED, NUMBER, QUOTED, shingles } from './claims.js';
import { agree, incompatible } from './counts.js';

/** How two articles meet: what every pair of their mentions is judged against. */
export interface Meeting {
  readonly a: Claims;
  readonly b: Claims;
  /** Cosine of the topics, 0..1. */
  readonly topic: number;
  /** Cosine of mention i of a and j of b at `i * b.count + j`. */
  readonly cosine: Float32Array;
  /** Best cosine of each mention of a, and of b. */
  readonly bestOfA: Float32Array;
  readonly bestOfB: Float32Array;
  /** Pairs of mentions with a cosine that leaves no doubt. */
  readonly strong: number;
  /** In how many mentions of both articles a term occurs. */
  readonly spread: ReadonlyMap<number, number>;
}

/** Lets two articles meet: one pass over the terms of both, in their order. */
export function meet(a: Claims, b: Claims): Meeting {
  const cosine = new Float32Array(a.count * b.count);
  const spread = new Map<number, number>();
  let i = 0;
  let j = 0;
  while (i < a.byTerm.length && j < b.byTerm.length) {
    const term = a.bagTerm[a.byTerm[i] as number] as number;
    const other = b.bagTerm[b.byTerm[j] as number] as number;
    if (term < other) i++;
    else if (term > other) j++;
    else {
      let iEnd = i;
      let jEnd = j;
      while (a.bagTerm[a.byTerm[iEnd] as number] === term) iEnd++;
      while (b.bagTerm[b.byTerm[jEnd] as number] === term) jEnd++;
      spread.set(term, iEnd - i + jEnd - j);
      const weight = a.bagWeight[a.byTerm[i] as number] as number;
      for (let x = i; x < iEnd; x++) {
        const row = (a.bagMention[a.byTerm[x] as number] as number) * b.count;
        for (let y = j; y < jEnd; y++) {
          const at = row + (b.bagMention[b.byTerm[y] as number] as number);
          cosine[at] = (cosine[at] as number) + weight * weight;
        }
      }
      i = iEnd;
      j = jEnd;
    }
  }
  return { a, b, topic: topicCosine(a, b), cosine, spread, ...normalise(a, b, cosine) };
}

const leavesNoDoubt = 0.55;

function normalise(a: Claims, b: Claims, cosine: Float32Array): Pick<Meeting, 'bestOfA' | 'bestOfB' | 'strong'> {
  const bestOfA = new Float32Array(a.count);
  const bestOfB = new Float32Array(b.count);
  let strong = 0;
  for (let i = 0; i < a.count; i++) {
    for (let j = 0; j < b.count; j++) {
      const at = i * b.count + j;
      if (cosine[at] === 0) continue;
      const value = (cosine[at] as number) / ((a.norm[i] as number) * (b.norm[j] as number));
      cosine[at] = value;
      if (value > (bestOfA[i] as number)) bestOfA[i] = value;
      if (value > (bestOfB[j] as number)) bestOfB[j] = value;
      if (value > leavesNoDoubt) strong++;
    }
  }
  return { bestOfA, bestOfB, strong };
}

/** How much two articles are about the same, 0..1. */
export function topicCosine(a: Claims, b: Claims): number {
  const ta = a.topic;
  const tb = b.topic;
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < ta.term.length && j < tb.term.length) {
    const x = ta.term[i] as number;
    const y = tb.term[j] as number;
    if (x < y) i++;
    else if (x > y) j++;
    else sum += (ta.weight[i++] as number) * (tb.weight[j++] as number);
  }
  return sum;
}

/** The features of a pair, by name; their order is that of the learned weights. */
export const featureNames = [
  'cosine',
  'cosineSquared',
  'localCosine',
  'mixedCosine',
  'coverLess',
  'coverMore',
  'shared',
  'rarest',
  'secondRarest',
  'names',
  'namesLess',
  'numbers',
  'numbersApart',
  'content',
  'contentLess',
  'contentMore',
  'order',
  'run',
  'runShare',
  'fiveGrams',
  'countsAgree',
  'countsConflict',
  'bothCount',
  'sameVoice',
  'otherVoice',
  'rankA',
  'rankB',
  'mutual',
  'marginA',
  'marginB',
  'neighbours',
  'topic',
  'strong',
  'sameDay',
  'sameOutlet',
  'headlines',
  'oneHeadline',
  'bothLead',
  'lengthLess',
  'lengthRatio',
  'quotedShared',
  'bothQuoted',
  'negation',
  'denial',
  'exactShare',
  'sharedSpread',
  'positions',
  'oneQuoted',
  'topNameOnly',
  'localCover',
] as const;
export type FeatureName = (typeof featureNames)[number];
const at = Object.fromEntries(featureNames.map((name, i) => [name, i])) as Record<FeatureName, number>;

const often = (claims: Claims, term: number): number => {
  const { term: terms, often: counts } = claims.topic;
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] as number) < term) low = middle + 1;
    else high = middle;
  }
  return terms[low] === term ? (counts[low] as number) : 1;
};

interface Sums {
  w: number;
  local: number;
  localSq: number;
  mixedSq: number;
  names: number;
  content: number;
  numbers: number;
  quoted: number;
  count: number;
}
const sumsOf = (meeting: Meeting, claims: Claims, m: number): Sums => {
  const s: Sums = { w: 0, local: 0, localSq: 0, mixedSq: 0, names: 0, content: 0, numbers: 0, quoted: 0, count: 0 };
  const n = meeting.a.count + meeting.b.count + 1;
  for (let x = claims.firstBag[m] as number; x < (claims.firstBag[m + 1] as number); x++) {
    const term = claims.bagTerm[x] as number;
    const w = claims.bagWeight[x] as number;
    const kind = claims.bagKind[x] as number;
    const local = Math.log(n / (meeting.spread.get(term) ?? often(claims, term)));
    s.w += w;
    s.local += local;
    s.localSq += local * local;
    s.mixedSq += (w * local) ** 2;
    s.count++;
    if (kind & NUMBER) s.numbers++;
    else if (kind & NAME) s.names += w;
    else s.content += w;
    if (kind & QUOTED) s.quoted += w;
  }
  return s;
};

/** Describes a pair of mentions to the learned weights. */
export function featuresOf(meeting: Meeting, i: number, j: number): Float64Array {
  const { a, b } = meeting;
  const f = new Float64Array(featureNames.length);
  const sa = sumsOf(meeting, a, i);
  const sb = sumsOf(meeting, b, j);
  const n = a.count + b.count + 1;
  let x = a.firstBag[i] as number;
  let y = b.firstBag[j] as number;
  const xEnd = a.firstBag[i + 1] as number;
  const yEnd = b.firstBag[j + 1] as number;
  let w = 0,
    local = 0,
    localDot = 0,
    mixed = 0,
    names = 0,
    content = 0,
    numbers = 0,
    quoted = 0,
    exact = 0,
    count = 0,
    rarest = 0,
    second = 0,
    spreadMin = 99,
    nonName = 0;
  const placed: [number, number][] = [];
  while (x < xEnd && y < yEnd) {
    const ta = a.bagTerm[x] as number;
    const tb = b.bagTerm[y] as number;
    if (ta < tb) x++;
    else if (ta > tb) y++;
    else {
      const weight = a.bagWeight[x] as number;
      const ka = a.bagKind[x] as number;
      const kb = b.bagKind[y] as number;
      const spread = meeting.spread.get(ta) as number;
      const l = Math.log(n / spread);
      w += weight;
      local += l;
      localDot += l * l;
      mixed += (weight * l) ** 2;
      count++;
      if (ka & NUMBER) numbers++;
      else if (ka & kb & NAME) names += weight;
      else content += weight;
      if (!(ka & kb & NAME)) nonName++;
      if (ka & kb & QUOTED) quoted += weight;
      const ia = (a.firstTerm[i] as number) + (a.bagAt[x] as number);
      const jb = (b.firstTerm[j] as number) + (b.bagAt[y] as number);
      if (a.exact[ia] === b.exact[jb]) exact++;
      if (weight > rarest) {
        second = rarest;
        rarest = weight;
      } else if (weight > second) second = weight;
      if (spread < spreadMin) spreadMin = spread;
      placed.push([a.bagAt[x] as number, b.bagAt[y] as number]);
      x++;
      y++;
    }
  }
  placed.sort((p, q) => p[0] - q[0]);
  let order = 0;
  for (let k = 1; k < placed.length; k++) {
    const [p0, q0] = placed[k - 1] as [number, number];
    const [p1, q1] = placed[k] as [number, number];
    if (p1 - p0 <= 2 && q1 > q0 && q1 - q0 <= 2) order++;
  }
  const cosine = meeting.cosine[i * b.count + j] as number;
  const set = (name: FeatureName, value: number): void => {
    f[at[name]] = Number.isFinite(value) ? value : 0;
  };
  set('cosine', cosine);
  set('cosineSquared', cosine * cosine);
  set('localCosine', localDot / Math.sqrt(sa.localSq * sb.localSq));
  set('mixedCosine', mixed / Math.sqrt(sa.mixedSq * sb.mixedSq));
  const less = Math.min(sa.w, sb.w);
  set('coverLess', w / less);
  set('coverMore', w / Math.max(sa.w, sb.w));
  set('localCover', local / Math.min(sa.local, sb.local));
  set('shared', Math.log1p(count));
  set('rarest', rarest / 8);
  set('secondRarest', second / 8);
  set('names', Math.min(sa.names, sb.names) > 0 ? names / Math.max(sa.names, sb.names) : 0);
  set('namesLess', Math.min(sa.names, sb.names) > 0 ? names / Math.min(sa.names, sb.names) : 0);
  set('numbers', Math.min(numbers, 3));
  set('numbersApart', sa.numbers > 0 && sb.numbers > 0 && numbers === 0 ? 1 : 0);
  set('content', content / Math.sqrt(sa.content * sb.content));
  set('contentLess', content / Math.min(sa.content, sb.content));
  set('contentMore', content / Math.max(sa.content, sb.content));
  set('order', order / Math.min(sa.count, sb.count));
  const run = cosine > 0.15 ? longestRun(a, i, b, j) : 0;
  const wordsA = (a.firstWord[i + 1] as number) - (a.firstWord[i] as number);
  const wordsB = (b.firstWord[j + 1] as number) - (b.firstWord[j] as number);
  set('run', Math.log1p(run));
  set('runShare', run / Math.min(wordsA, wordsB));
  set('fiveGrams', run >= 5 ? containment(a, i, b, j) : 0);
  const countsA = a.counts.get(i) ?? [];
  const countsB = b.counts.get(j) ?? [];
  set('bothCount', countsA.length > 0 && countsB.length > 0 ? 1 : 0);
  set('countsAgree', agree(countsA, countsB) ? 1 : 0);
  set('countsConflict', incompatible(countsA, countsB) ? 1 : 0);
  const voicesA = (a.voices.get(i) ?? []).filter((v) => v.name !== '');
  const voicesB = (b.voices.get(j) ?? []).filter((v) => v.name !== '');
  const sameVoice = voicesA.some((v) => voicesB.some((u) => u.name.toLowerCase() === v.name.toLowerCase()));
  set('sameVoice', sameVoice ? 1 : 0);
  set('otherVoice', !sameVoice && voicesA.length > 0 && voicesB.length > 0 ? 1 : 0);
  const bestA = meeting.bestOfA[i] as number;
  const bestB = meeting.bestOfB[j] as number;
  set('rankA', cosine / bestA);
  set('rankB', cosine / bestB);
  set('mutual', cosine >= bestA && cosine >= bestB ? 1 : 0);
  set('marginA', cosine - next(meeting, i, j, true));
  set('marginB', cosine - next(meeting, i, j, false));
  set('neighbours', neighbours(meeting, i, j));
  set('topic', meeting.topic);
  set('strong', Math.log1p(Math.max(0, meeting.strong - (cosine > leavesNoDoubt ? 1 : 0))));
  set('sameDay', Number.isNaN(a.day) || Number.isNaN(b.day) ? 0.5 : Math.abs(a.day - b.day) <= 1 ? 1 : 0);
  set('sameOutlet', a.outlet !== null && a.outlet === b.outlet ? 1 : 0);
  const both = (a.traits[i] as number) & (b.traits[j] as number);
  const either = (a.traits[i] as number) ^ (b.traits[j] as number);
  set('headlines', both & HEADLINE ? 1 : 0);
  set('oneHeadline', either & HEADLINE ? 1 : 0);
  set('bothLead', both & LEAD ? 1 : 0);
  set('lengthLess', Math.log(Math.min(sa.count, sb.count)));
  set('lengthRatio', Math.min(sa.count, sb.count) / Math.max(sa.count, sb.count));
  set('quotedShared', quoted / less);
  set('bothQuoted', sa.quoted > sa.w / 3 && sb.quoted > sb.w / 3 ? 1 : 0);
  set('oneQuoted', sa.quoted > sa.w / 3 !== sb.quoted > sb.w / 3 ? 1 : 0);
  set('negation', either & NEGATED ? 1 : 0);
  set('denial', either & DENIES ? 1 : 0);
  set('exactShare', count === 0 ? 0 : exact / count);
  set('sharedSpread', count === 0 ? 0 : 1 / spreadMin);
  set('positions', Math.abs(i / a.count - j / b.count));
  set('topNameOnly', count > 0 && nonName === 0 ? 1 : 0);
  return f;
}

/** The best cosine that mention i (or j) has with any other mention than its partner. */
function next({ a, b, cosine }: Meeting, i: number, j: number, ofA: boolean): number {
  let best = 0;
  if (ofA) {
    for (let k = 0; k < b.count; k++) if (k !== j) best = Math.max(best, cosine[i * b.count + k] as number);
  } else {
    for (let k = 0; k < a.count; k++) if (k !== i) best = Math.max(best, cosine[k * b.count + j] as number);
  }
  return best;
}

/** How well the sentences before and after go together: copied and agency text travels in paragraphs. */
function neighbours({ a, b, cosine }: Meeting, i: number, j: number): number {
  let best = 0;
  for (const d of [-1, 1]) {
    for (const e of [-1, 1]) {
      const x = i + d;
      const y = j + e;
      if (x >= 0 && y >= 0 && x < a.count && y < b.count) best = Math.max(best, cosine[x * b.count + y] as number);
    }
  }
  return best;
}

/** Number of words in the longest run that both mentions have. */
export function longestRun(a: Claims, i: number, b: Claims, j: number): number {
  const fromA = a.firstWord[i] as number;
  const toA = a.firstWord[i + 1] as number;
  const fromB = b.firstWord[j] as number;
  const length = (b.firstWord[j + 1] as number) - fromB;
  const runs = new Uint16Array(length + 1);
  let best = 0;
  for (let x = fromA; x < toA; x++) {
    const word = a.word[x] as number;
    for (let y = length; y > 0; y--) {
      const run = b.word[fromB + y - 1] === word ? (runs[y - 1] as number) + 1 : 0;
      runs[y] = run;
      if (run > best) best = run;
    }
  }
  return best;
}

/** Share of the shorter mention's runs of five words that the other has too (after Clough et al. 2002, METER). */
export function containment(a: Claims, i: number, b: Claims, j: number): number {
  const inA = shingles(a, i, 5);
  const inB = shingles(b, j, 5);
  const [small, large] = inA.length < inB.length ? [inA, new Set(inB)] : [inB, new Set(inA)];
  return small.length === 0 ? 0 : small.filter((shingle) => large.has(shingle)).length / small.length;
}
