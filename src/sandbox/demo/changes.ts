import type { World } from '../world.ts';
import { type IssueChange, issueChanges } from './issue-changes.ts';
import { noteText } from './note-text.ts';
import { projectOf, salesforceName } from './place.ts';
import { type SlackChange, slackChanges } from './slack-changes.ts';

/** One thing that is different after a run: what the desk has done, as its systems remember it. */
export type Change =
  | IssueChange
  | SlackChange
  | { readonly kind: 'team'; readonly opportunity: string; readonly name: string; readonly role: string }
  | { readonly kind: 'off the team'; readonly opportunity: string; readonly name: string }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'page'; readonly slug: string; readonly firstLine: string; readonly isNew: boolean }
  | { readonly kind: 'project'; readonly what: string; readonly count: number };

/** What is different between two states of the world, in the order in which a reader wants it. */
export function changesBetween(before: World, after: World): Change[] {
  return [
    ...projectChanges(before, after),
    ...issueChanges(before, after),
    ...fileChanges(before, after),
    ...teamChanges(before, after),
    ...slackChanges(before, after),
    ...pageChanges(before, after),
  ];
}

function projectChanges(before: World, after: World): Change[] {
  const [was, is] = [projectOf(before), projectOf(after)];
  const counts: [string, number][] = [
    ['labels', Object.keys(after.gitlab.labels).length - Object.keys(before.gitlab.labels).length],
    ['boards', is.boards.length - was.boards.length],
    ['schedules', is.schedules.length - was.schedules.length],
    ['webhook', is.webhooks.length - was.webhooks.length],
  ];
  return counts.flatMap(([what, count]) => (count === 0 ? [] : [{ kind: 'project' as const, what, count }]));
}

/** Files lie in the project, and comments link them. */
function fileChanges(before: World, after: World): Change[] {
  const known = new Set(projectOf(before).uploads.map(({ secret }) => secret));
  return projectOf(after)
    .uploads.filter(({ secret }) => !known.has(secret))
    .map(({ filename }) => ({ kind: 'file', name: filename }));
}

function teamChanges(before: World, after: World): Change[] {
  const changeOf = (row: World['salesforce']['teamMembers'][number]) => ({
    opportunity:
      after.salesforce.opportunities.find((each) => each.Id === row.OpportunityId)?.Name ?? row.OpportunityId,
    name: salesforceName(after, row.UserId),
    role: row.TeamMemberRole ?? 'no role',
  });
  const known = new Set(before.salesforce.teamMembers.map((row) => row.Id));
  const kept = new Set(after.salesforce.teamMembers.map((row) => row.Id));
  const added = after.salesforce.teamMembers.filter((row) => !known.has(row.Id));
  const gone = before.salesforce.teamMembers.filter((row) => !kept.has(row.Id));
  return [
    ...added.map((row) => ({ kind: 'team' as const, ...changeOf(row) })),
    ...gone.map((row) => ({ kind: 'off the team' as const, ...changeOf(row) })),
  ];
}

function pageChanges(before: World, after: World): Change[] {
  return projectOf(after).wiki.flatMap((page) => {
    const old = projectOf(before).wiki.find((each) => each.slug === page.slug);
    if (old?.content === page.content) return [];
    const { firstLine } = noteText(page.content);
    return [{ kind: 'page', slug: page.slug, firstLine, isNew: old === undefined }];
  });
}
