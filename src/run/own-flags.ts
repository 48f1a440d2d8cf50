import { type ParseArgsConfig, parseArgs } from 'node:util';
import { runError } from './error-catalogue.ts';

/**
 * The flags of a script that works on files only and so takes fewer than the others. An unknown flag is an error
 * of usage: nothing is guessed.
 */
export function ownFlags<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : 'The flags cannot be read.';
    throw runError('usage', { what: message, cure: usage, cause });
  }
}
