import type { PutBackReason } from '../engagement/assignee-claim.ts';
import type { RequestContext, RequestView } from '../request/request-view.ts';
import { leadsInWords } from './leads-in-words.ts';
import { mention } from './words.ts';

/** The comment to somebody whose change of assignees cannot stand: why, and what to do instead. */
export function putBackComment(
  view: RequestView,
  { config }: RequestContext,
  username: string,
  why: PutBackReason,
): string {
  const start = `${mention([username])}: the assignee was put back, because`;
  const leads = leadsInWords(config, view.areaKey, view.issue.author.username);
  switch (why) {
    case 'not entitled':
      return `${start} the SME is chosen by the desk, or by hand by an approver or a lead of the area. If somebody else should take this request, please ask ${leads}.`;
    case 'not an SME':
      return `${start} it has to be somebody of the roster who is active on GitLab and is not the requester. To choose by hand, please assign one of the SMEs.`;
    default:
      return why satisfies never;
  }
}
