/**
 * Counts the characters that are handed to operations on text while something runs: as far as a search has looked,
 * as many as were cut, copied or compared, and for a pattern everything between where it began and where it ended; if
 * it has found nothing, all of the rest. It knows nothing of the code it watches, so no code can forget to count
 * itself. What it cannot see is a pattern that walks back and forth; for that there is the time limit beside it.
 */
export function countCharacters(run: () => void): number {
  let steps = 0;
  const undo = watched.map(([owner, name, cost]) =>
    watch(owner, name, (call) => {
      steps += cost(call);
    }),
  );
  try {
    run();
  } finally {
    for (const each of undo) each();
  }
  return steps;
}

interface Call {
  readonly receiver: unknown;
  readonly given: readonly unknown[];
  readonly result: unknown;
  /** Where a pattern with a memory began to look. */
  readonly from: number;
}

type Cost = (call: Call) => number;

function watch(owner: object, name: string, told: (call: Call) => void): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  const original: unknown = before?.value;
  if (before === undefined || typeof original !== 'function') throw new Error(`there is no ${name}`);
  const value = function (this: unknown, ...given: readonly unknown[]): unknown {
    const from = this instanceof RegExp ? this.lastIndex : 0;
    const result: unknown = Reflect.apply(original, this, given);
    told({ receiver: this, given, result, from });
    return result;
  };
  Object.defineProperty(owner, name, { ...before, value });
  return () => Object.defineProperty(owner, name, before);
}

function lengthOf(text: unknown): number {
  return typeof text === 'string' ? text.length : 0;
}

const whole: Cost = ({ receiver }) => lengthOf(receiver);
const copied: Cost = ({ result }) => lengthOf(result);
const one: Cost = () => 1;
const compared: Cost = ({ given }) => lengthOf(given[0]);

/** A pattern in place of the text asks the pattern, which is counted there. */
const wholeForText: Cost = (call) => (typeof call.given[0] === 'string' ? whole(call) : 0);

const searched: Cost = ({ receiver, given, result }) => {
  const from = typeof given[1] === 'number' ? given[1] : 0;
  const end = typeof result === 'number' && result >= 0 ? result : lengthOf(receiver);
  return Math.max(0, end - from);
};

const matched: Cost = ({ receiver, given, result, from }) => {
  const text = lengthOf(given[0]);
  if (!(receiver instanceof RegExp)) return text;
  const remembers = receiver.global || receiver.sticky;
  if (!Array.isArray(result)) return receiver.sticky ? 1 : text - (remembers ? from : 0);
  const end = remembers ? receiver.lastIndex : Number(Reflect.get(result, 'index')) + lengthOf(result[0]);
  return Math.max(1, end - (remembers ? from : 0));
};

const watched: readonly (readonly [owner: object, name: string, cost: Cost])[] = [
  [RegExp.prototype, 'exec', matched],
  ...(['split', 'replace', 'replaceAll', 'includes'] as const).map(
    (name) => [String.prototype, name, wholeForText] as const,
  ),
  ...(
    ['trim', 'trimStart', 'trimEnd', 'normalize', 'toLowerCase', 'toUpperCase', 'toWellFormed'] as const
  ).map((name) => [String.prototype, name, whole] as const),
  [String.prototype, 'slice', copied],
  [String.prototype, 'indexOf', searched],
  [String.prototype, 'lastIndexOf', whole],
  ...(['charAt', 'charCodeAt', 'codePointAt'] as const).map((name) => [String.prototype, name, one] as const),
  ...(['startsWith', 'endsWith'] as const).map((name) => [String.prototype, name, compared] as const),
];
