import type { Salesforce } from '../../clients/salesforce/types.ts';
import type { CardView } from '../../domain/board/card.ts';
import { askedOfSalesforce } from '../../domain/board/score/asked-of-salesforce.ts';
import type { ScoreInput } from '../../domain/board/score/score.ts';
import { DeskError } from '../../errors.ts';

/** What the scores rest on, and why it could not be read. */
interface ObservedDeals {
  readonly deals: ScoreInput['deals'];
  readonly problem: DeskError | null;
}

/** Reads the deals of all that is asked for, in one call; an outage is a mode and a problem, not an exception. */
export async function observeDeals(
  salesforce: Salesforce | null,
  views: readonly CardView[],
): Promise<ObservedDeals> {
  if (salesforce === null) return { deals: 'off', problem: null };
  try {
    return { deals: await salesforce.askingDeals(askedOfSalesforce(views)), problem: null };
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return { deals: 'down', problem: error };
  }
}
