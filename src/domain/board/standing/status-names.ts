import type { CardStatus } from '../card.ts';

/** What a column of the board is called. */
export const statusNames: Readonly<Record<CardStatus, string>> = {
  new: 'New',
  reviewed: 'Reviewed',
  accepted: 'Accepted',
  roadmap: 'Roadmap',
  resolved: 'Resolved',
  declined: 'Declined',
  backlog: 'Backlog',
};
