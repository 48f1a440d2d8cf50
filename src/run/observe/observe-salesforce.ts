import type { Salesforce } from '../../clients/salesforce/types.ts';
import type { RequestView } from '../../domain/request/request-view.ts';
import type { SalesforceFacts } from '../../domain/snapshot.ts';
import { DeskError } from '../../errors.ts';

/** Salesforce as this run sees it; an outage is a mode and a problem, not an exception. */
export interface ObservedSalesforce {
  readonly facts: SalesforceFacts;
  readonly problem: DeskError | null;
}

/** Reads opportunities and teams of all live requests, and the active users to match people with. */
export async function observeSalesforce(
  salesforce: Salesforce | null,
  views: readonly RequestView[],
): Promise<ObservedSalesforce> {
  if (salesforce === null) return { facts: { mode: 'off' }, problem: null };
  try {
    return { facts: await readAll(salesforce, opportunityIds(views)), problem: null };
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return { facts: { mode: 'down', reason: error.message }, problem: error };
  }
}

/** 18-character ids of the opportunities that live requests name or have rows on. */
function opportunityIds(views: readonly RequestView[]): string[] {
  const ids = new Set<string>();
  for (const { form, record } of views) {
    if (form.opportunity.state === 'given') ids.add(form.opportunity.value);
    for (const row of record.state?.team ?? []) ids.add(row.opportunity);
  }
  return [...ids].filter((id) => /^006[A-Za-z0-9]{15}$/.test(id)).sort();
}

async function readAll(salesforce: Salesforce, ids: readonly string[]): Promise<SalesforceFacts> {
  if (ids.length === 0) {
    return { mode: 'on', integrationUserId: '', opportunities: {}, teamRows: [], users: [] };
  }
  const integrationUserId = await salesforce.integrationUser();
  const [opportunities, teamRows, users] = await Promise.all([
    salesforce.opportunities(ids),
    salesforce.teamRows(ids),
    salesforce.activeUsers(),
  ]);
  return {
    mode: 'on',
    integrationUserId,
    opportunities: Object.fromEntries(opportunities.map((each) => [each.id, each])),
    teamRows,
    users,
  };
}
