/** Whether a text is of the form that a program has configured. */
export function matchesPattern(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    // `check-config` refuses such a pattern; a form is not the place to say so.
    return true;
  }
}
