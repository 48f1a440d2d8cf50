import { lastRead } from '../authority.ts';
import { field } from '../call.ts';
import type { Finding } from '../finding.ts';
import { at, deskWrote, type Seen, type SeenIssue } from '../seen.ts';

/**
 * 15: nothing is written on an issue that is not confidential, but that it become so. What a person changes
 * between the desk's reading and its write is not the desk's doing; the next run meets it.
 */
export function confidentialFirst(seen: Seen): Finding[] {
  return seen.issues.flatMap((issue) =>
    issue.calls.flatMap((call): Finding[] => {
      if (!deskWrote(seen, call) || field(call, 'confidential') === true) return [];
      const isNow = at(issue.confidential, call.seq) ?? false;
      const wasRead = at(issue.confidential, lastAnswer(seen, issue, call.seq)) ?? false;
      if (isNow || wasRead) return [];
      const what = `${call.method} ${call.path} while the issue was not confidential (call ${call.seq})`;
      return [{ invariant: 15, issue: issue.iid, what }];
    }),
  );
}

/** When the desk was last told how the issue is: by a reading, or by the answer to its own update. */
function lastAnswer(seen: Seen, issue: SeenIssue, seq: number): number {
  const update = issue.calls.findLast(
    (call) => call.seq < seq && deskWrote(seen, call) && call.method === 'PUT',
  );
  return Math.max(lastRead(seen, issue, seq) ?? 0, (update?.seq ?? 0) + 0.5, 0.5);
}
