/** Key of the comment with a list of problems: a short hash of the list, and the how-manieth list it is. */
export function problemsKey(list: string, count: number): string {
  return `problems:${list}:${count}`;
}

/** Whether a comment's key is that of a list of problems. */
export function isProblemsKey(key: string): boolean {
  return key.startsWith('problems:');
}

const turns = ['problems:', 'question:', 'other-dates:', 'declined:', 'no-reason:', 'expired:', 'cancelled:'];

/**
 * Whether a comment's key is one of those after which a request is shown anew, if it ever is: with it the approvers
 * are told again, though what they are shown may be the same.
 */
export function endsShowing(key: string): boolean {
  return turns.some((turn) => key.startsWith(turn));
}
