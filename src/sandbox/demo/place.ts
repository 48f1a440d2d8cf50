import { deskUsername } from '../actor.ts';
import { cast } from '../example/cast.ts';
import { deskProjectId } from '../example/gitlab.ts';
import type { IssueState, NoteState, ProjectState } from '../gitlab/state.ts';
import type { World } from '../world.ts';
import { StoryWentWrong } from './story-went-wrong.ts';

/** The desk's project as it is in a world. */
export function projectOf(world: World): ProjectState {
  const project = world.gitlab.projects[deskProjectId];
  if (project === undefined) throw new StoryWentWrong(`the world has no project ${deskProjectId}`);
  return project;
}

/** The issues of the desk's project, oldest first. */
export function issuesOf(world: World): IssueState[] {
  return Object.values(projectOf(world).issues).sort((a, b) => a.iid - b.iid);
}

/** The requests among the issues: the rest are the desk's own. */
export function requestsOf(world: World): IssueState[] {
  return issuesOf(world).filter(({ authorId }) => authorId !== deskUserId);
}

/** The issues that the desk has opened, such as the one that holds its digests, and the records of the SMEs. */
export function ownIssuesOf(world: World): IssueState[] {
  return issuesOf(world).filter(({ authorId }) => authorId === deskUserId);
}

/** Names of the labels an issue carries, sorted. */
export function labelsOf(world: World, issue: IssueState): string[] {
  return issue.labelIds.map((id) => world.gitlab.labels[id]?.name ?? `label ${id}`).sort();
}

/** Full name of somebody in GitLab. */
export function nameOf(world: World, userId: number): string {
  return world.gitlab.users[userId]?.name ?? `user ${userId}`;
}

/** Full name of somebody in Salesforce. */
export function salesforceName(world: World, userId: string): string {
  return world.salesforce.users.find((each) => each.Id === userId)?.Name ?? userId;
}

/** Full name of somebody in Slack. */
export function slackName(world: World, userId: string): string {
  return world.slack.users.find((each) => each.id === userId)?.realName ?? userId;
}

/** User id of the desk in GitLab. */
export const deskUserId = cast.find((member) => member.username === deskUsername)?.id ?? 0;

/** User id of the desk in Slack. */
export const deskSlackUser = 'U0DESK0001';

/** The times somebody has set a label of an issue, oldest first. */
export function clicksOn(
  { gitlab }: World,
  { labelEvents }: IssueState,
  label: string,
): IssueState['labelEvents'] {
  return labelEvents.filter(
    ({ action, labelId }) => action === 'add' && gitlab.labels[labelId]?.name === label,
  );
}

/** What Slack's channels say of those whom the desk has let in. */
export function joins({ slack }: World): World['slack']['conversations'][number]['messages'] {
  return slack.conversations.flatMap((channel) =>
    channel.messages.filter((each) => each.inviter === deskSlackUser),
  );
}

/** Which of the desk's comments it is: the record, a keyed comment, or null for everybody else's. */
export function deskNote(
  note: NoteState,
): { readonly kind: 'record' | 'comment'; readonly key: string } | null {
  if (note.authorId !== deskUserId || note.system) return null;
  if (note.body.includes('<!-- sme-desk:record ')) return { kind: 'record', key: 'record' };
  const key = /<!-- sme-desk:note \{.*"key":"([^"]*)"/.exec(note.body)?.[1] ?? '';
  return { kind: 'comment', key: key.replaceAll('\\u002d', '-') };
}
