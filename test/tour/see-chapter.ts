import { changesBetween } from '../../src/sandbox/demo/changes.ts';
import { describeChanges } from '../../src/sandbox/demo/describe-change.ts';
import { deskNote, issuesOf, labelsOf, nameOf } from '../../src/sandbox/demo/place.ts';
import type { IssueState, NoteState } from '../../src/sandbox/gitlab/state.ts';
import type { World } from '../../src/sandbox/world.ts';
import { iid } from './tour-story.ts';

/** What people see after a chapter, as Markdown: the issue, what was written on it, and what happened elsewhere. */
export function seeChapter(before: World, after: World): string[] {
  const issue = issuesOf(after).find((each) => each.iid === iid);
  if (issue === undefined) return [];
  const was = issuesOf(before).find((each) => each.iid === iid);
  return [...issueCard(after, issue), ...newComments(after, was, issue), ...elsewhere(before, after)];
}

/** The head of an issue: number, title, state and labels. */
export function issueCard(world: World, issue: IssueState): string[] {
  const people = issue.assigneeIds.map((id) => nameOf(world, id)).join(', ') || 'nobody';
  const labels = labelsOf(world, issue).map((label) => `\`${label}\``);
  return [
    `**#${issue.iid} ${issue.title}** · ${issue.state === 'opened' ? 'open' : 'closed'}${issue.confidential ? ', confidential' : ''} · assigned to ${people}`,
    '',
    labels.join(' '),
    '',
  ];
}

/** The comments on an issue that are new or were edited, as people read them. */
export function newComments(world: World, was: IssueState | undefined, issue: IssueState): string[] {
  return issue.notes.flatMap((note) => comment(world, was, note));
}

/** A comment that is new or was edited, quoted as it is read; the lines for the machine are hidden in GitLab too. */
function comment(world: World, was: IssueState | undefined, note: NoteState): string[] {
  const old = was?.notes.find((each) => each.id === note.id);
  if (note.system || old?.body === note.body) return [];
  const ours = deskNote(note);
  const who = ours === null ? nameOf(world, note.authorId) : 'SME Desk';
  const how = `${old === undefined ? 'writes' : 'edits the record'}${note.internal ? ', for leads and approvers only' : ''}`;
  const text = note.body
    .replace(/\n*<!-- sme-desk:[\s\S]*?-->/g, '')
    .trim()
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`));
  const reactions = note.awards.map((award) => `:${award.name}: ${nameOf(world, award.userId)}`);
  return [`**${who}** ${how}:`, '', ...text, '', ...(reactions.length > 0 ? [reactions.join(', '), ''] : [])];
}

/** What a reader of the issue does not see there. */
const elsewhereTopics: readonly string[] = ['Salesforce', 'Slack'];

/** Slack, Salesforce, and issues that came of this one. */
export function elsewhere(before: World, after: World): string[] {
  const changes = describeChanges(changesBetween(before, after)).filter(
    ({ topic, issue }) => elsewhereTopics.includes(topic) || (topic === 'issue' && issue !== iid),
  );
  const lines = changes.map(({ topic, issue, words }) => {
    const where = issue === null || topic !== 'issue' ? topic : `#${issue}`;
    return `- ${where}: ${words.replaceAll('\n', ' / ')}`;
  });
  return lines.length === 0 ? [] : ['Elsewhere:', '', ...lines, ''];
}
