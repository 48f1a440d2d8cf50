import pLimit from 'p-limit';
import type { GitLab } from '../../clients/gitlab/types.ts';
import type { Salesforce } from '../../clients/salesforce/types.ts';
import type { Config } from '../../config/types.ts';
import type { Opportunities, RequestHistory } from '../../domain/metrics/facts.ts';
import { requestTypeLabel } from '../../domain/request/request-type-label.ts';
import { type RequestContext, requestContext, viewRequest } from '../../domain/request/request-view.ts';
import { requesterEntry } from '../../domain/request/requester.ts';
import type { IssueFacts, Snapshot } from '../../domain/snapshot.ts';
import { DeskError } from '../../errors.ts';
import { readHistory } from './observe-issues.ts';

const connections = 8;

/**
 * The history of every request there ever was. Complete or an error: a report of half the requests would be
 * believed.
 */
export async function observeHistories(
  gitlab: GitLab,
  config: Config,
  snapshot: Snapshot,
): Promise<readonly RequestHistory[]> {
  const issues = await gitlab.issues({ state: 'all', labels: [requestTypeLabel] });
  const limit = pLimit(connections);
  const read = await Promise.all(issues.map((issue) => limit(() => readHistory(gitlab, issue))));
  const context = requestContext(config, snapshot);
  return read.map((issue) => historyOf(context, issue));
}

function historyOf(context: RequestContext, issue: IssueFacts): RequestHistory {
  const { form, areaKey, record } = viewRequest(context, issue);
  const region = form.region.state === 'given' ? form.region.value : null;
  return {
    iid: issue.iid,
    areaKey: areaKey ?? 'other',
    region: region ?? requesterEntry(context.config, issue.author.username)?.region ?? null,
    opportunityId: form.opportunity.state === 'given' ? form.opportunity.value : null,
    submittedAt: issue.createdAt,
    labelEvents: issue.labelEvents,
    stateEvents: issue.stateEvents,
    closedAt: issue.closedAt,
    agreedDate: record.state?.decision?.end ?? null,
    outcome: record.state?.feedback?.outcome ?? null,
  };
}

/** The opportunities of some requests, or why there are none. */
export async function observeOpportunities(
  salesforce: Salesforce | null,
  histories: readonly RequestHistory[],
): Promise<{ readonly opportunities: Opportunities; readonly problem: DeskError | null }> {
  if (salesforce === null) return { opportunities: 'off', problem: null };
  const ids = new Set(histories.flatMap((each) => (each.opportunityId === null ? [] : [each.opportunityId])));
  try {
    return { opportunities: await salesforce.opportunities([...ids].sort()), problem: null };
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return { opportunities: 'down', problem: error };
  }
}
