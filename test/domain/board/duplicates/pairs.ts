import type { AskPair } from './ask-pair.ts';
import { otherAsks } from './pairs-apart.ts';
import { sameAsks } from './pairs-same.ts';

/**
 * What the proposals of duplicates are measured on. They were written before there was anything to measure, by what
 * the words mean, and nothing is ever chosen by what it makes of them: that is what `tuning-pairs.ts` is for.
 */
export const measuredPairs: readonly AskPair[] = [...sameAsks, ...otherAsks];
