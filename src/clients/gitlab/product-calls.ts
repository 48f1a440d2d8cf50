import { z } from 'zod';
import { encodeSegment } from '../transport/path-segment.ts';
import { byKey } from './issue-calls.ts';
import type { Session } from './session.ts';
import { time } from './time.ts';
import type { GitLab, GitLabProductIssue } from './types.ts';

/** Only what is decided by; titles and descriptions of the product's issues are not kept. */
const productIssueSchema = z
  .object({ iid: z.int(), state: z.enum(['opened', 'closed']), closed_at: time.nullish() })
  .transform(
    ({ iid, state, closed_at }): GitLabProductIssue => ({
      iid,
      closed: state === 'closed',
      closedAt: closed_at ?? null,
    }),
  );

/** As many as one page holds. */
const most = 100;

/** Issues of the projects that the configuration names, and of no others (docs/gitlab.md#issues). */
export function productCalls(session: Session): Pick<GitLab, 'productIssues'> {
  return {
    async productIssues(project, iids) {
      const wanted = [...new Set(iids)].sort((a, b) => a - b);
      const found: GitLabProductIssue[] = [];
      const endpoint = `projects/${encodeSegment(project)}/issues`;
      for (let from = 0; from < wanted.length; from += most) {
        const query = { iids: wanted.slice(from, from + most), scope: 'all', state: 'all' };
        found.push(...(await session.list(productIssueSchema, endpoint, query)));
      }
      return byKey(found, ({ iid }) => iid);
    },
  };
}
