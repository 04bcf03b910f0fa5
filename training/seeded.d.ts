/** Numbers in 0..1, the same for the same seed (mulberry32): whatever is made or learned by chance can be made again. */
export declare function seeded(seed: number): () => number;
