/** What stands for no place in a table. */
export const none = -1;

/** An array that grows by half of its length where `index` does not fit; its contents stay. */
export function roomFor<Numbers extends Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(
  numbers: Numbers,
  index: number,
): Numbers {
  if (index < numbers.length) return numbers;
  const wider = new (numbers.constructor as { new (length: number): Numbers })(
    Math.max(index + 1, Math.ceil(1.5 * numbers.length)),
  );
  wider.set(numbers);
  return wider;
}
