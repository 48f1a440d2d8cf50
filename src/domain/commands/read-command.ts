/** What somebody tells the desk by the first line of a comment. Everything else is talk. */
export type Command =
  | { readonly kind: 'accept' }
  | { readonly kind: 'hand back'; readonly reason: string }
  | { readonly kind: 'question' }
  /** The rest of the line: a date and time as the form takes them. */
  | { readonly kind: 'agreed'; readonly date: string }
  | { readonly kind: 'team done' };

/** Longer lines are talk: nothing that the desk acts on takes more. */
const longestLine = 500;

/**
 * Reads a comment as a command, or null (`docs/rules.md#commands`). Case, bold marks and blanks make no difference.
 */
export function readCommand(body: string): Command | null {
  const first = body.split(/[\r\n\u2028\u2029\u0085]/u, 50).find((line) => line.trim() !== '');
  if (first === undefined || first.length > longestLine) return null;
  const line = first.replaceAll('*', '').trim();
  if (/^accept(?:ed)?(?![\p{L}\p{N}-])/iu.test(line)) return { kind: 'accept' };
  const handedBack = /^hand(?:ing|ed)?[ -]?back(?![\p{L}\p{N}-])[:.,\s]*(.*)$/iu.exec(line);
  if (handedBack !== null) return { kind: 'hand back', reason: handedBack[1]?.trim() ?? '' };
  if (/^question\s*:/iu.test(line)) return { kind: 'question' };
  const agreed = /^agreed\s*:\s*(.+)$/iu.exec(line);
  if (agreed !== null) return { kind: 'agreed', date: agreed[1]?.trim() ?? '' };
  return /^team\s*:\s*done(?![\p{L}\p{N}])/iu.test(line) ? { kind: 'team done' } : null;
}
