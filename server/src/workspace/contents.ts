import type { Skipped } from '../core/article/article.js';
import { type KnownFigure, type KnownFigures, knownFigures } from '../core/casualties/known.js';
import { type Claims, readClaims } from '../core/claims/claims.js';
import { type PackedClaims, pack, unpack } from '../core/claims/packed.js';
import type { Reading } from '../core/reading.js';
import { type Keys, keysOf } from './articleIndex.js';
import { printKeys } from './boilerplate.js';

/** What others ask of an article, open or not. */
export interface Contents {
  readonly claims: Claims;
  readonly figures: KnownFigures;
}

/** What is kept of every article, and what it is found by. Nothing in it is shared with anybody, so it may be stored. */
export interface Kept {
  readonly claims: PackedClaims;
  /** JSON. */
  readonly figures: string;
  readonly keys: Keys;
  /** What each mention is counted by as boilerplate of its outlet. */
  readonly printed: Int32Array;
}

/** `null` for a file that is not an article. */
export const keptOf = (reading: Reading | Skipped): Kept | null =>
  'skipped' in reading ? null : packContents(readClaims(reading), knownFigures(reading));

export const packContents = (claims: Claims, figures: KnownFigures): Kept => ({
  claims: pack(claims),
  figures: packFigures(figures),
  keys: keysOf(claims),
  printed: printKeys(claims),
});

export const contentsOf = (kept: Kept): Contents => new Unpacked(kept);

/** A class for the reason that unpacked claims are one. */
class Unpacked implements Contents {
  readonly claims: Claims;
  private readonly packedFigures: string;
  /** Unpacked when first asked for. */
  private unpackedFigures: KnownFigures | null = null;

  constructor(kept: Kept) {
    this.claims = unpack(kept.claims);
    this.packedFigures = kept.figures;
  }

  get figures(): KnownFigures {
    this.unpackedFigures ??= unpackFigures(this.packedFigures);
    return this.unpackedFigures;
  }
}

/** A table: the names of what a figure holds once, then a row for each. */
type FigureTable = readonly [
  date: string | null,
  names: readonly string[],
  rows: readonly (readonly [origin: KnownFigure['origin'], values: readonly unknown[]])[],
];

function packFigures({ date, figures }: KnownFigures): string {
  const names = Object.keys(figures[0]?.figure ?? {});
  const table: FigureTable = [date, names, figures.map(({ figure, origin }) => [origin, Object.values(figure)])];
  return JSON.stringify(table);
}

function unpackFigures(json: string): KnownFigures {
  const [date, names, rows] = JSON.parse(json) as FigureTable;
  const figures = rows.map(([origin, values]) => ({
    figure: Object.fromEntries(names.map((name, k) => [name, values[k]])) as unknown as KnownFigure['figure'],
    origin,
  }));
  return { date, figures };
}
