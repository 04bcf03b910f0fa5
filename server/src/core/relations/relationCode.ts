import { type Reason, type Related, type RelationKind, reasons, relationKinds } from './relation.js';

/**
 * A relation as whole numbers of 32 bits, for tables that hold half a million of them. What fits into which bits is
 * known here alone.
 */
export type RelationCode = readonly [mentions: number, likeness: number, reasons: number];

/** Numbers of a `RelationCode`. */
export const codeLength = 3;

/** The places of the two mentions in their articles share one number of 32 bits, half each. */
const mentionBits = 16;
/** An article has fewer mentions than this (`mostMentions` in mentions/mentionBuilder.ts is far below). */
export const mentionLimit = 2 ** mentionBits;

/** Scores are kept in thousandths. */
const thousand = 1000;

interface Field {
  readonly shift: number;
  readonly bits: number;
}
/** The fields of the second number, from the lowest bit. */
const kindField: Field = { shift: 0, bits: 4 };
const scoreField: Field = { shift: 4, bits: 10 };
const runField: Field = { shift: 14, bits: 10 };
const driftsField: Field = { shift: 24, bits: 1 };

const largest = ({ bits }: Field): number => 2 ** bits - 1;
const put = (field: Field, value: number): number => Math.min(value, largest(field)) << field.shift;
const get = (field: Field, from: number): number => (from >>> field.shift) & largest(field);

const kindNumbers: ReadonlyMap<RelationKind, number> = new Map(relationKinds.map((kind, number) => [kind, number]));
const reasonBits: ReadonlyMap<Reason, number> = new Map(reasons.map((reason, bit) => [reason, 2 ** bit]));

/** Everything about a relation but its mentions and reasons. */
const likenessCode = ({ kind, score, run, drifts }: Related): number =>
  put(kindField, kindNumbers.get(kind)!) |
  put(scoreField, Math.round(score * thousand)) |
  put(runField, run) |
  put(driftsField, drifts ? 1 : 0);

/** One bit for each reason. */
function reasonsCode({ reasons: given }: Related): number {
  let bits = 0;
  for (const reason of given) bits |= reasonBits.get(reason)!;
  return bits;
}

export const encodeRelation = (related: Related): RelationCode => [
  (related.i << mentionBits) | related.j,
  likenessCode(related),
  reasonsCode(related),
];

export const decodeRelation = (mentions: number, likeness: number, reasonsGiven: number): Related => ({
  i: mentions >>> mentionBits,
  j: mentions & (mentionLimit - 1),
  kind: relationKinds[get(kindField, likeness)]!,
  score: get(scoreField, likeness) / thousand,
  run: get(runField, likeness),
  drifts: get(driftsField, likeness) === 1,
  reasons: reasonsOf(reasonsGiven),
});

/** The lists of reasons that occur, a handful: relations with the same reasons share one. */
const lists = new Map<number, readonly Reason[]>();

function reasonsOf(bits: number): readonly Reason[] {
  const known = lists.get(bits);
  if (known !== undefined) return known;
  const list = reasons.filter((reason) => (bits & reasonBits.get(reason)!) !== 0);
  lists.set(bits, list);
  return list;
}
