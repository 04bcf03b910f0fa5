/** What stands for no place in a table. */
export const none = -1;

/** An array that grows by half of its length where `index` does not fit; its contents stay. */
export function roomFor(numbers: Int32Array<ArrayBuffer>, index: number): Int32Array<ArrayBuffer> {
  if (index < numbers.length) return numbers;
  const wider = new Int32Array(Math.max(index + 1, Math.ceil(1.5 * numbers.length)));
  wider.set(numbers);
  return wider;
}
