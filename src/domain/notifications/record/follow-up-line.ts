import type { RecordState } from '../../record/record-state.ts';
import { isReference, whenDone } from '../../record/reference-words.ts';

/** What follows from an engagement, and where; null: nothing does. */
export function followUpLine({ followUps }: RecordState): string | null {
  if (followUps.length === 0) return null;
  const opened = followUps.map(({ kind, issue }) => {
    const name = kind.replace('-', ' ');
    if (typeof issue === 'number') return `${name} in #${issue}`;
    if (issue === null || !isReference(issue)) return `${name}, not yet opened`;
    return `${name}, ${whenDone(issue, 'opened and linked', 'not yet opened')}`;
  });
  return `What follows: ${opened.join('; ')}`;
}
