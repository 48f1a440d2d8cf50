/** What a figure has to say: its value, or null, and how many things stand behind it. */
export interface Told {
  readonly value: number | null;
  readonly n: number;
}

/** Figures by their id. */
export type Figures = ReadonlyMap<string, Told>;

export function count(value: number): Told {
  return { value, n: value };
}

/** Part of a whole in percent. */
export function share(part: number, whole: number): Told {
  return { value: whole === 0 ? null : (part / whole) * 100, n: whole };
}

/** What could not be read, or is not defined. */
export const nothing: Told = { value: null, n: 0 };

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The mean of some values, null where there is none. */
export function mean(values: readonly number[]): Told {
  return { value: values.length === 0 ? null : total(values) / values.length, n: values.length };
}
