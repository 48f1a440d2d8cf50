/** The range of an axis that shows 0 and every value. Where all are 0 it is not empty: 0 has a place on it. */
export function fromZero(values: readonly number[]): [low: number, high: number] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return low === high ? [0, 1] : [low, high];
}
