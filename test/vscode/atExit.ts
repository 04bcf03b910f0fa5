/** What still has to be put away, in the order in which it was made. */
const left = new Set<() => void>();

// one listener however many workbenches are opened; what was made last goes first, so a server ends before its folder goes
process.once('exit', () => {
  for (const putAway of [...left].reverse()) putAway();
});

/** Puts something away when this process ends, unless the function that is returned has done so before. */
export function atExit(putAway: () => void): () => void {
  left.add(putAway);
  return () => {
    putAway();
    left.delete(putAway);
  };
}
