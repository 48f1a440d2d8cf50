import type { Config, Sme } from '../config/types.ts';
import { oneLine } from '../domain/markdown/visible-text.ts';
import type { Period } from '../domain/metrics/facts.ts';
import type { ProgramHistory } from '../domain/metrics/program-history.ts';
import { servingSme } from '../domain/metrics/serving-smes.ts';
import type { Directory } from '../domain/people.ts';
import { placeStanding } from '../domain/record/standing-part.ts';
import type { IssueFacts, Person } from '../domain/snapshot.ts';
import type { StandingAction } from '../plan/standing-action.ts';
import { smeRecordText } from '../report/sme-record-text.ts';

/** The label of the records; they are found by it, by their author and by who they are assigned to. */
export const smeRecordLabel = 'type::sme-record';

/** An issue as far as it can be the record of an SME. */
export type RecordIssue = Pick<
  IssueFacts,
  'iid' | 'author' | 'labels' | 'assignees' | 'state' | 'confidential' | 'description'
>;

/** What the records of all SMEs are made from. */
export interface SmeRecordsInput {
  readonly config: Config;
  readonly history: ProgramHistory;
  /** The month that the records tell of. */
  readonly month: Period;
  /** Issues with {@link smeRecordLabel}, open and closed. */
  readonly issues: readonly RecordIssue[];
  readonly directory: Directory;
  readonly project: { readonly id: number };
  readonly deskIds: readonly number[];
  /** Names of the project's labels. */
  readonly labels: readonly string[];
}

/** What is to be written, and what keeps a record from being written, one sentence each. */
export interface SmeRecords {
  readonly actions: readonly StandingAction[];
  readonly problems: readonly string[];
}

/**
 * One confidential issue for each SME with what they have done for the program, written anew every month
 * (`docs/rules.md#sme-record`). Who has left the roster keeps theirs as it is; one that somebody has closed is left
 * closed. Whose record it is says the assignee, which only the leads can change, and never a word in it.
 */
export function smeRecords(input: SmeRecordsInput): SmeRecords {
  if (!input.labels.includes(smeRecordLabel)) {
    const what = `There are no SME records, because the project lacks the label ${smeRecordLabel}.`;
    return { actions: [], problems: [`${what} Run setup.`] };
  }
  const actions: StandingAction[] = [];
  const problems: string[] = [];
  const unknown: string[] = [];
  for (const sme of input.config.roster.filter((each) => isServing(each, input))) {
    const person = input.directory.byUsername(sme.gitlab);
    if (person === null || !person.active || person.accessLevel === null) unknown.push(sme.gitlab);
    else {
      const written = recordOf(sme, person, input);
      if (typeof written === 'string') problems.push(written);
      else if (written !== null) actions.push(written);
    }
  }
  if (unknown.length > 0) {
    const names = [...unknown].sort().join(', ');
    const what = `These SMEs have no record, because they have no active account in the project: ${names}.`;
    problems.push(`${what} Make them members of it, or take them off the roster.`);
  }
  return { actions, problems };
}

/** In term at some time since the month began. */
function isServing(sme: Sme, { config, history, month }: SmeRecordsInput): boolean {
  return servingSme(config, sme, { from: month.from, to: history.now + 1 }).days > 0;
}

/** What to write for one SME, why nothing can be written, or null: all is well, or somebody has closed it. */
function recordOf(sme: Sme, person: Person, input: SmeRecordsInput): StandingAction | string | null {
  const key = `sme-record:${person.id}`;
  const description = smeRecordText(input.history, sme, input.month);
  const common = { key, description, labels: [smeRecordLabel], assignees: [person.id] };
  const issue = issueOf(person, input);
  if (issue === null) {
    return { kind: 'standing.open', ...common, title: titleOf(sme), mentions: [] };
  }
  if (issue.state === 'closed') return null;
  const record = `The SME record #${issue.iid} is not written,`;
  if (!issue.confidential)
    return `${record} because somebody has made it public. Make it confidential again.`;
  if (issue.assignees.length > 1)
    return `${record} because others are assigned to it too and could read it. Take them off.`;
  const placed = placeStanding(issue.description, description, { project: input.project.id, key });
  if (placed.kind === 'damaged')
    return `${record} because the two marks around the desk's part are not one pair any more. Delete both.`;
  return placed.changed ? { kind: 'standing.edit', on: issue.iid, ...common } : null;
}

/** The oldest issue of the desk's own with the label that is assigned to somebody. */
function issueOf({ id }: Person, { issues, deskIds }: SmeRecordsInput): RecordIssue | null {
  const theirs = issues.filter(
    ({ author, labels, assignees }) =>
      deskIds.includes(author.id) &&
      labels.includes(smeRecordLabel) &&
      assignees.some((each) => each.id === id),
  );
  return theirs.sort((a, b) => a.iid - b.iid)[0] ?? null;
}

/** GitLab notifies people who are mentioned in a title. */
function titleOf({ name }: Sme): string {
  return `My SME record: ${oneLine(name).replaceAll('@', '\uff20')}`;
}
