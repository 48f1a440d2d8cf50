import type { GitLab, GitLabIssue } from '../../clients/gitlab/types.ts';
import type { Card, CardComment } from '../../domain/board/card.ts';
import { feedbackTypeLabel } from '../../domain/board/feedback-type-label.ts';
import { findCardRecord } from '../../domain/board/record/find-card-record.ts';
import { keyedNotes } from '../../domain/record/find-notes.ts';
import type { IssueFacts, Snapshot } from '../../domain/snapshot.ts';
import { lastEventId } from '../../domain/timeline/fold-labels.ts';
import { ownHistory } from '../../domain/timeline/own-history.ts';
import type { CardCache } from './card-cache.ts';
import type { CardEntry } from './card-cache-entry.ts';
import { eachOf } from './each-of.ts';
import { eventsAsNumbers, eventsOf, usersOf } from './history-cache-entry.ts';
import { namesOf } from './names-of.ts';
import { reactionsToProposals } from './reactions-to-proposals.ts';

const connections = 8;

/** How long a closed card is looked at: what was moved before it was closed is told after a few days at the latest. */
const closedFor = 14 * 86_400_000;

/** An issue that has changed since is not kept: more may have happened in the same moment. */
const settling = 60_000;

/** A card as it was read; the users of its events have numbers only. */
interface Kept {
  readonly issue: GitLabIssue;
  readonly entry: CardEntry;
}

/**
 * Reads every card: the open ones, and those that were closed and changed of late, oldest first. The history of one that
 * the cache proves to be as it was is not read. Complete or an error: scores and groups of a part would be wrong, and
 * what was read until then is kept for the next run.
 */
export async function observeCards(
  gitlab: GitLab,
  snapshot: Snapshot,
  cache: CardCache | null,
): Promise<readonly Card[]> {
  const labels = [feedbackTypeLabel];
  const updatedAfter = snapshot.now - closedFor;
  const lists = await Promise.all([
    gitlab.issues({ state: 'opened', labels }),
    gitlab.issues({ state: 'closed', labels, updatedAfter }),
  ]);
  const issues = new Map(lists.flat().map((issue) => [issue.iid, issue]));
  const kept: Kept[] = [];
  const settledBefore = (gitlab.serverTime() ?? 0) - settling;
  await eachOf([...issues.values()], connections, async (issue) => {
    const known = cache?.card(issue) ?? null;
    const entry = known ?? (await readCard(gitlab, issue, snapshot.desk.ids));
    if (known !== null || issue.updatedAt < settledBefore) cache?.keepCard(issue, entry);
    kept.push({ issue, entry });
  });
  return await withNames(gitlab, snapshot, kept);
}

/** The cards with the names that labels and users have today, and the reactions that are asked for. */
async function withNames(gitlab: GitLab, snapshot: Snapshot, kept: readonly Kept[]): Promise<Card[]> {
  const users = new Set(kept.flatMap(({ entry }) => usersOf({ labels: entry.labels, states: [] })));
  const names = await namesOf(gitlab, snapshot, users);
  const cards = kept.map(({ issue, entry }): Card => {
    const { labels, ...read } = entry;
    const { labelEvents } = eventsOf({ labels, states: [] }, names);
    return { ...issue, ...read, labelEvents, reactions: [] };
  });
  cards.sort((a, b) => a.iid - b.iid);
  const reactions = await reactionsToProposals(gitlab, cards, snapshot.now);
  return cards.map((card) => ({ ...card, reactions: reactions.get(card.iid) ?? [] }));
}

async function readCard(gitlab: GitLab, issue: GitLabIssue, deskIds: readonly number[]): Promise<CardEntry> {
  const [labelEvents, notes] = await Promise.all([gitlab.labelEvents(issue.iid), gitlab.notes(issue.iid)]);
  const own = ownHistory({ ...issue, labelEvents, notes, stateEvents: [], reactions: [] }, deskIds);
  const { record, surplus } = findCardRecord(notes, issue, deskIds);
  return {
    labels: eventsAsNumbers(own).labels,
    lastEvent: lastEventId(labelEvents),
    comments: commentsOf(own, deskIds).filter(({ id }) => id !== record?.note && !surplus.includes(id)),
    record,
    surplus: [...surplus],
  };
}

/** Comments of people and the desk. The record is none: it is known by itself. */
function commentsOf(issue: Pick<IssueFacts, 'id' | 'notes'>, deskIds: readonly number[]): CardComment[] {
  const keys = new Map(keyedNotes(issue, deskIds).map(({ key, note }) => [note.id, key]));
  return issue.notes
    .flatMap(({ id, author, at, internal, system }): CardComment[] => {
      if (system || typeof id !== 'number') return [];
      return [{ id, author: author.id, at, internal, key: keys.get(id) ?? null }];
    })
    .sort((a, b) => a.id - b.id);
}
