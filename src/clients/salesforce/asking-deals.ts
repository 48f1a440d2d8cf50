import { z } from 'zod';
import { askingQueries } from './asking-soql.ts';
import { queriesTogether, queryTogether } from './query-together.ts';
import { id } from './schema.ts';
import type { Session } from './session.ts';
import type { Asked, AskingDeal } from './types.ts';

const askingDealSchema = z
  .object({
    Id: id,
    AccountId: id.nullish(),
    Amount: z.number().nullish(),
    IsClosed: z.boolean(),
    IsWon: z.boolean(),
    CloseDate: z.iso.date(),
    Probability: z.number().nullish(),
  })
  .transform(
    (row): AskingDeal => ({
      id: row.Id,
      accountId: row.AccountId ?? null,
      amount: row.Amount ?? null,
      closed: row.IsClosed,
      won: row.IsWon,
      closeDate: row.CloseDate,
      probability: row.Probability ?? null,
    }),
  );

/** What customer feedback is scored with, each opportunity once; nothing is asked where nothing is wanted. */
export async function askingDeals(session: Session, asked: Asked): Promise<readonly AskingDeal[]> {
  const rows = await queryTogether(session, askingDealSchema, askingQueries(asked, queriesTogether));
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
