/** Pieces of work that are done at the same time, a few at most. */
export class UnderWay {
  /** Those that failed stay: whoever begins another, or ends, is told. */
  private readonly pieces = new Set<Promise<void>>();

  constructor(private readonly most: number) {}

  /** Resolves when there is room for it and it has begun. @throws what a piece before it did. */
  async begin(work: () => Promise<void>): Promise<void> {
    if (this.pieces.size >= this.most) await Promise.race(this.pieces);
    const piece: Promise<void> = work().then(() => {
      this.pieces.delete(piece);
    });
    this.pieces.add(piece);
    piece.catch(() => undefined); // `begin` and `end` say so
  }

  /** Resolves when all are done. @throws what one of them did. */
  async end(): Promise<void> {
    await Promise.all(this.pieces);
  }
}
