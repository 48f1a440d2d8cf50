import type { RecordState } from '../record/record-state.ts';

type Wish = RecordState['team'][number];

/** Whether two wishes are about the same person on the same opportunity. */
export function sameWish(
  a: { readonly opportunity: string; readonly user: string },
  b: { readonly opportunity: string; readonly user: string },
): boolean {
  return a.opportunity === b.opportunity && a.user === b.user;
}

/** The record with a wish in it; the one about the same person on the same opportunity goes. */
export function withWish(record: RecordState, wish: Wish): RecordState {
  return { ...record, team: [...record.team.filter((each) => !sameWish(each, wish)), wish] };
}

/** Stands for a row that was there before the desk: it satisfies the wish and is never touched. */
export const foreignRow = 'was there';
