import type { Action } from '../action.ts';
import { issueOf, type Plan } from '../plan.ts';

const nouns: Readonly<Record<Action['kind'], readonly [one: string, many: string]>> = {
  'issue.set': ['issue change', 'issue changes'],
  'record.write': ['record edit', 'record edits'],
  'record.seal': ['record seal', 'record seals'],
  'note.create': ['comment', 'comments'],
  'note.delete': ['comment deletion', 'comment deletions'],
  'team.add': ['team addition', 'team additions'],
  'team.remove': ['team removal', 'team removals'],
  'slack.post': ['Slack message', 'Slack messages'],
  'slack.edit': ['Slack edit', 'Slack edits'],
  'slack.delete': ['Slack deletion', 'Slack deletions'],
  'slack.invite': ['channel invitation', 'channel invitations'],
  'slack.remove': ['channel removal', 'channel removals'],
  'slack.channel.create': ['new channel', 'new channels'],
  'slack.channel.set': ['channel description', 'channel descriptions'],
  'slack.channel.archive': ['archived channel', 'archived channels'],
  'slack.pin': ['pin', 'pins'],
  'slack.tell': ['direct message', 'direct messages'],
  'slack.reply': ['answer in a thread', 'answers in threads'],
  'issue.create': ['new issue', 'new issues'],
  'issue.link': ['link', 'links'],
  'file.upload': ['file', 'files'],
  'card.set': ['card change', 'card changes'],
  'card.record': ['card record', 'card records'],
  'card.comment': ['comment on a card', 'comments on cards'],
  'card.note.delete': ['comment deletion on a card', 'comment deletions on cards'],
  'card.link': ['link of a card', 'links of cards'],
  'asker.tell': ['news to an asker', 'news to askers'],
  'digest.tell': ['digest by direct message', 'digests by direct message'],
  'digest.open': ['standing issue', 'standing issues'],
  'digest.comment': ['digest as a comment', 'digests as comments'],
  'standing.open': ['standing issue', 'standing issues'],
  'standing.edit': ['edit of a standing issue', 'edits of standing issues'],
  'program.post': ['post in the program channel', 'posts in the program channel'],
  'wiki.write': ['wiki page', 'wiki pages'],
  'label.create': ['label', 'labels'],
  'board.ensure': ['board', 'boards'],
  'schedule.ensure': ['pipeline schedule', 'pipeline schedules'],
  'webhook.ensure': ['webhook', 'webhooks'],
};

/** A number of actions of one kind in words: "2 team additions". */
export function countOf(kind: Action['kind'], count: number): string {
  const [one, many] = nouns[kind];
  return `${count} ${count === 1 ? one : many}`;
}

/** Whether an action gives somebody access, or names an SME outside of GitLab: each needs a live approval. */
export function isGrant(action: Action): boolean {
  return 'authority' in action && action.authority !== null;
}

/** How many actions a plan has of each kind, in the order of their first one. */
export function countByKind(actions: readonly Action[]): Map<Action['kind'], number> {
  const counts = new Map<Action['kind'], number>();
  for (const { kind } of actions) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** How many actions there are, on how many issues, and how many of them grant something. */
export function headlineOf(plan: Plan): string {
  const { actions } = plan;
  if (actions.length === 0) return emptyHeadline(plan);
  const issues = new Set(actions.map(issueOf).filter((issue) => issue !== null)).size;
  const grants = actions.filter(isGrant).length;
  const writes = actions.length === 1 ? '1 write' : `${actions.length} writes`;
  const where = issues === 0 ? '' : ` on ${issues === 1 ? '1 issue' : `${issues} issues`}`;
  const granting = grants === 0 ? 'none of them grants anything' : grantsText(grants);
  return `${writes}${where}; ${granting}.`;
}

function grantsText(grants: number): string {
  return `${grants} of them ${grants === 1 ? 'grants access or names' : 'grant access or name'} an SME`;
}

function emptyHeadline({ leftOver, held, problems }: Plan): string {
  if (leftOver.length + held.length + problems.length === 0)
    return 'Nothing to write: everything is as it should be.';
  return 'Nothing to write in this run, but not everything is as it should be: see below.';
}

/** All kinds with their counts: "2 issue changes, 1 comment". */
export function totalsOf(actions: readonly Action[]): string {
  return [...countByKind(actions)].map(([kind, count]) => countOf(kind, count)).join(', ');
}
