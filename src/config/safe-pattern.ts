const longest = 100;
const mostUnbounded = 3;

interface Scan {
  /** One entry per open group: whether it already holds a quantifier or an alternative. */
  readonly groups: boolean[];
  unbounded: number;
}

function isQuantifier(char: string | undefined): boolean {
  return char === '*' || char === '+' || char === '?' || char === '{';
}

function markInner(scan: Scan): void {
  const last = scan.groups.length - 1;
  if (last >= 0) scan.groups[last] = true;
}

/** Closes a group; true when it repeats something that itself varies, the shape that backtracks without end. */
function closesNested(scan: Scan, next: string | undefined): boolean {
  const varies = scan.groups.pop() ?? false;
  if (varies) markInner(scan);
  return varies && isQuantifier(next) && next !== '?';
}

function scanStructure(pattern: string): string | null {
  const scan: Scan = { groups: [], unbounded: 0 };
  let inClass = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern.charAt(at);
    const next = pattern[at + 1];
    if (char === '\\') {
      if (next !== undefined && /[1-9k]/.test(next)) return 'refers back to a group';
      at += 1;
    } else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '(') {
      scan.groups.push(false);
      if (next === '?' && pattern[at + 2] !== ':') return 'looks ahead, behind, or names a group';
      if (next === '?') at += 2;
    } else if (char === ')') {
      if (closesNested(scan, next)) return 'repeats a group that holds a repetition or an alternative';
    } else if (char === '|') markInner(scan);
    else if (isQuantifier(char)) {
      markInner(scan);
      if (char !== '?') scan.unbounded += 1;
    }
  }
  return scan.unbounded > mostUnbounded ? `repeats in more than ${mostUnbounded} places` : null;
}

/**
 * Why a configured pattern is not used, or null: it compiles and matches in reasonable time whatever it is given.
 * The texts it is matched against come from strangers (docs/security.md#sinks), so a pattern that can backtrack
 * without end would let one request stop the desk for all others.
 */
export function patternFault(pattern: string): string | null {
  if (pattern.length > longest) return `is longer than ${longest} characters`;
  try {
    new RegExp(pattern, 'u');
  } catch {
    return 'is not a regular expression';
  }
  return scanStructure(pattern);
}
