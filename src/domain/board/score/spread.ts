/**
 * Spreads a whole number over shares by their weights, by largest remainder: the parts are whole, are as near to the
 * exact ones as whole numbers can be, and sum to the number exactly. Of equal remainders the first comes first. Where
 * nothing weighs anything all weigh the same.
 *
 * @param total Not negative; in cents, where it is money.
 * @param weights Not negative.
 */
export function spread(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((one, other) => one + other, 0n);
  if (sum === 0n) {
    return weights.length === 0
      ? []
      : spread(
          total,
          weights.map(() => 1n),
        );
  }
  const parts = weights.map((weight) => (total * weight) / sum);
  const left = total - parts.reduce((one, other) => one + other, 0n);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .sort((one, other) => (one.remainder === other.remainder ? 0 : one.remainder > other.remainder ? -1 : 1));
  for (const { index } of byRemainder.slice(0, Number(left))) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}
