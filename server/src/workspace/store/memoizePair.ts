/** Finds something once for each pair of numbers, the second of 16 bits; arguments after these two must not matter. */
export function memoizePair<Rest extends unknown[], Found>(find: (one: number, other: number, ...rest: Rest) => Found) {
  const found = new Map<number, Found>();
  return (one: number, other: number, ...rest: Rest): Found => {
    const key = one * 0x10000 + (other & 0xffff);
    const known = found.get(key) ?? find(one, other, ...rest);
    found.set(key, known);
    return known;
  };
}
