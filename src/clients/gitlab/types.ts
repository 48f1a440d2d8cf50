import type { Outcome } from '../outcome.ts';

/** GitLab as the desk uses it. Reads throw a DeskError; writes tell their outcome. Times are epoch milliseconds. */

export interface GitLabUser {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly state: string;
  readonly publicEmail: string | null;
  readonly bot: boolean;
}

export interface GitLabMember {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly state: string;
  readonly publicEmail: string | null;
  readonly accessLevel: number;
}

export interface GitLabIssue {
  readonly id: number;
  readonly iid: number;
  readonly projectId: number;
  readonly title: string;
  readonly description: string;
  readonly state: 'opened' | 'closed';
  readonly confidential: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly closedAt: number | null;
  /** Null: it is open, or the account is gone. */
  readonly closedBy: { readonly id: number } | null;
  readonly author: { readonly id: number; readonly username: string };
  readonly labels: readonly string[];
  readonly assignees: readonly { readonly id: number; readonly username: string }[];
  readonly webUrl: string;
}

export interface GitLabNote {
  readonly id: number;
  readonly author: { readonly id: number; readonly username: string };
  readonly body: string;
  readonly at: number;
  readonly updatedAt: number;
  readonly system: boolean;
  readonly internal: boolean;
}

/** An issue of the product: whether it is done, and nothing it says. */
export interface GitLabProductIssue {
  readonly iid: number;
  readonly closed: boolean;
  readonly closedAt: number | null;
}

/** A reaction to a comment. */
export interface GitLabAward {
  readonly id: number;
  readonly user: { readonly id: number; readonly username: string };
  /** Such as `thumbsup`. */
  readonly name: string;
  readonly at: number;
}

export interface GitLabLabelEvent {
  readonly id: number;
  readonly user: { readonly id: number; readonly username: string } | null;
  readonly at: number;
  readonly label: { readonly id: number; readonly name: string } | null;
  readonly action: 'add' | 'remove';
}

export interface GitLabStateEvent {
  readonly id: number;
  readonly user: { readonly id: number; readonly username: string } | null;
  readonly at: number;
  readonly state: 'closed' | 'reopened';
}

export interface GitLabLabel {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

export interface GitLabWikiPage {
  readonly slug: string;
  readonly title: string;
  readonly content: string;
}

export interface GitLabBoard {
  readonly id: number;
  readonly name: string;
  /** From left to right. */
  readonly lists: readonly {
    readonly id: number;
    readonly label: string | null;
    readonly position: number;
  }[];
}

export interface GitLabSchedule {
  readonly id: number;
  readonly description: string;
  readonly ref: string;
  readonly cron: string;
  readonly timezone: string;
  readonly active: boolean;
  readonly owner: string | null;
  readonly variables: Readonly<Record<string, string>>;
}

export interface GitLabWebhook {
  readonly id: number;
  readonly url: string;
  readonly issuesEvents: boolean;
  readonly confidentialIssuesEvents: boolean;
  readonly noteEvents: boolean;
  readonly confidentialNoteEvents: boolean;
  /** Reactions; null: this GitLab has no such event. */
  readonly emojiEvents: boolean | null;
  readonly pushEvents: boolean;
}

export interface IssueQuery {
  readonly state?: 'opened' | 'closed' | 'all';
  readonly labels?: readonly string[];
  readonly notLabels?: readonly string[];
  /** User id. */
  readonly author?: number;
  /** Epoch milliseconds, inclusive. */
  readonly createdAfter?: number;
  readonly updatedAfter?: number;
}

/** A new issue. It is always confidential. */
export interface NewIssue {
  readonly title: string;
  readonly description: string;
  readonly labels: readonly string[];
  readonly assigneeIds: readonly number[];
}

export interface IssueChange {
  /** Replaces the whole description. */
  readonly description?: string;
  readonly addLabels?: readonly string[];
  readonly removeLabels?: readonly string[];
  readonly assigneeIds?: readonly number[];
  readonly confidential?: true;
  readonly stateEvent?: 'close' | 'reopen';
}

export interface GitLabProject {
  readonly id: number;
  readonly path: string;
  readonly webUrl: string;
  readonly defaultBranch: string;
  readonly visibility: string;
}

export interface GitLab {
  /** GitLab's clock: the `Date` header of the first answer of this client, epoch milliseconds; null before it. */
  serverTime(): number | null;

  me(): Promise<GitLabUser>;
  user(id: number): Promise<GitLabUser>;
  userByName(username: string): Promise<GitLabUser | null>;
  project(): Promise<GitLabProject>;
  members(): Promise<readonly GitLabMember[]>;
  /** Members of a group, inherited ones too. Unreadable (403, 404) throws code `group-unreadable`. */
  groupMembers(path: string): Promise<readonly GitLabMember[]>;
  labels(): Promise<readonly GitLabLabel[]>;
  /** Complete or an error; sorted by iid whatever order GitLab gives. */
  issues(query: IssueQuery): Promise<readonly GitLabIssue[]>;
  issue(iid: number): Promise<GitLabIssue | null>;
  notes(iid: number): Promise<readonly GitLabNote[]>;
  note(iid: number, id: number): Promise<GitLabNote | null>;
  /** Reactions to one comment, sorted by id. */
  awards(iid: number, note: number): Promise<readonly GitLabAward[]>;
  /** Sorted by id. */
  labelEvents(iid: number): Promise<readonly GitLabLabelEvent[]>;
  stateEvents(iid: number): Promise<readonly GitLabStateEvent[]>;
  /**
   * Issues of a configured product project by number, sorted; those that are not there, or that the desk may not see,
   * are left out.
   */
  productIssues(project: string, iids: readonly number[]): Promise<readonly GitLabProductIssue[]>;
  wikiPages(): Promise<readonly GitLabWikiPage[]>;
  boards(): Promise<readonly GitLabBoard[]>;
  schedules(): Promise<readonly GitLabSchedule[]>;
  webhooks(): Promise<readonly GitLabWebhook[]>;

  updateIssue(iid: number, change: IssueChange): Promise<Outcome<GitLabIssue>>;
  createIssue(issue: NewIssue): Promise<Outcome<GitLabIssue>>;
  /** `linked` is false when GitLab said that they are linked already. */
  linkIssues(iid: number, target: number): Promise<Outcome<{ linked: boolean }>>;
  /** A small text file beside the project's comments; `url` is what Markdown in the project links it by. */
  uploadFile(file: { name: string; content: string }): Promise<Outcome<{ url: string }>>;
  createNote(iid: number, note: { body: string; internal: boolean }): Promise<Outcome<GitLabNote>>;
  editNote(iid: number, id: number, body: string): Promise<Outcome<GitLabNote>>;
  deleteNote(iid: number, id: number): Promise<Outcome<null>>;
  createLabel(label: { name: string; color: string; description: string }): Promise<Outcome<GitLabLabel>>;
  createWikiPage(page: { title: string; content: string }): Promise<Outcome<GitLabWikiPage>>;
  editWikiPage(slug: string, page: { title: string; content: string }): Promise<Outcome<GitLabWikiPage>>;
  createBoard(name: string): Promise<Outcome<GitLabBoard>>;
  createBoardList(board: number, labelId: number): Promise<Outcome<null>>;
  /** Puts a list at a place from the left, from 0; what stands there and behind it moves on by one. */
  moveBoardList(board: number, list: number, position: number): Promise<Outcome<null>>;
  createSchedule(schedule: {
    description: string;
    ref: string;
    cron: string;
    timezone: string;
  }): Promise<Outcome<{ id: number }>>;
  editSchedule(id: number, change: { cron: string; timezone: string; active: true }): Promise<Outcome<null>>;
  setScheduleVariable(id: number, key: string, value: string, exists: boolean): Promise<Outcome<null>>;
  createTrigger(description: string): Promise<Outcome<{ id: number; token: string }>>;
  createWebhook(hook: { url: string }): Promise<Outcome<{ id: number }>>;
  editWebhook(id: number, hook: { url: string }): Promise<Outcome<null>>;
}
