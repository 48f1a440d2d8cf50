import type { CardAction, CommentOnCard, DeleteCardNote, LinkCards } from '../../plan/card-action.ts';
import type { Ending } from './applied.ts';
import { type Applier, endingOf } from './applier.ts';
import { applyCardRecord } from './apply-card-record.ts';
import { applySetCard } from './apply-set-card.ts';
import { writeKeyedNote } from './write-keyed-note.ts';

/** Carries out one action on a piece of customer feedback. Total over their kinds. */
export function applyCard(applier: Applier, action: CardAction): Promise<Ending> {
  switch (action.kind) {
    case 'card.set':
      return applySetCard(applier, action);
    case 'card.record':
      return applyCardRecord(applier, action);
    case 'card.comment':
      return applyComment(applier, action);
    case 'card.note.delete':
      return applyDelete(applier, action);
    case 'card.link':
      return applyLink(applier, action);
    default:
      return action satisfies never;
  }
}

/** Comments of a card are known from a cache where it has not changed, so they are looked at before one is written. */
function applyComment(applier: Applier, { card, key, body, mentions }: CommentOnCard): Promise<Ending> {
  return writeKeyedNote(applier, { iid: card, key, body, mentions, internal: false, looksFirst: true });
}

async function applyDelete({ clients }: Applier, { card, note }: DeleteCardNote): Promise<Ending> {
  const outcome = await clients.gitlab.deleteNote(card, note);
  return outcome.kind === 'applied' ? { kind: 'applied' } : endingOf(outcome);
}

async function applyLink({ clients }: Applier, { card, target }: LinkCards): Promise<Ending> {
  const outcome = await clients.gitlab.linkIssues(card, target);
  if (outcome.kind !== 'applied') return endingOf(outcome);
  return outcome.value.linked ? { kind: 'applied' } : { kind: 'there already' };
}
