/** Key of the comment with a list of problems: a short hash of the list, and the how-manieth list it is. */
export function problemsKey(list: string, count: number): string {
  return `problems:${list}:${count}`;
}

/** Whether a comment's key is that of a list of problems. */
export function isProblemsKey(key: string): boolean {
  return key.startsWith('problems:');
}
