import type { Reference } from '../domain/snapshot.ts';
import type { CardAction, TellAsker } from './card-action.ts';
import type { DigestAction } from './digest-action.ts';
import type { IssueToOpen, StandingAction } from './standing-action.ts';

/**
 * Every write the desk can make, as data. The core plans them, `run/apply` is their only interpreter.
 * Values are plain JSON, so that a plan can be saved, compared and hashed.
 */

/** The few values an action was decided on. Apply compares them and skips the issue as `moved` when one differs. */
export interface Expect {
  /** Labels of the `request::` scope on the issue before this action, sorted. */
  readonly scope: readonly string[];
  /** Highest label-event id that was read; 0: none. */
  readonly lastEvent: number;
  readonly state: 'opened' | 'closed';
  /** User ids, sorted. */
  readonly assignees: readonly number[];
  /** Version of the record that was read (SHA-256 of its body), or null: there was none. */
  readonly record: string | null;
}

/** The live human approval that a grant rests on; read again right before the grant. */
export interface Authority {
  readonly event: number;
  readonly user: number;
  readonly digest: string;
}

/** What the record's marker holds. Strings that are a {@link Reference} are resolved when it is written. */
export type RecordJson = { readonly [key: string]: unknown };

interface OnIssue {
  readonly issue: number;
  readonly expect: Expect;
}

/** One `PUT` of an issue: every label, assignee and state change of one transition together. */
export interface SetIssue extends OnIssue {
  readonly kind: 'issue.set';
  readonly add: readonly string[];
  readonly remove: readonly string[];
  /** User ids; absent: unchanged. */
  readonly assignees?: readonly number[];
  readonly confidential?: true;
  readonly state?: 'close' | 'reopen';
  /** Only written if all of this came about in the same run. */
  readonly needs?: readonly Reference[];
  /** One sentence for the plan: why. */
  readonly why: string;
}

/** Creates the record of a request, or edits it in place. `text` is what people read, `record` the marker. */
export interface WriteRecord extends OnIssue {
  readonly kind: 'record.write';
  readonly note: number | Reference | null;
  readonly text: string;
  readonly record: RecordJson;
  readonly mentions: readonly string[];
  /**
   * It only notes how something outside has ended, whose intention stands in the record already: it may wait for
   * the next write of this record in the same run.
   */
  readonly outcomeOnly?: true;
  /** Only written if all of this came about in the same run. */
  readonly needs?: readonly Reference[];
  readonly why: string;
}

/** Reads the label events once more and puts the highest id into the record as `shownAfter`. */
export interface SealRecord extends OnIssue {
  readonly kind: 'record.seal';
  readonly note: number | Reference;
  readonly text: string;
  readonly record: RecordJson;
  readonly mentions: readonly string[];
  readonly why: string;
}

/** A comment that is written once per key. */
export interface CreateNote extends OnIssue {
  readonly kind: 'note.create';
  readonly key: string;
  readonly body: string;
  readonly internal: boolean;
  readonly mentions: readonly string[];
}

/** Takes away a second comment or record that two runs at once have left. */
export interface DeleteNote extends OnIssue {
  readonly kind: 'note.delete';
  readonly note: number;
  readonly why: string;
}

/** Puts somebody on an opportunity team. A grant. */
export interface AddToTeam extends OnIssue {
  readonly kind: 'team.add';
  readonly opportunity: string;
  readonly user: string;
  readonly role: string;
  readonly authority: Authority;
}

/** Takes a row of the desk's own off an opportunity team. */
export interface RemoveFromTeam extends OnIssue {
  readonly kind: 'team.remove';
  readonly opportunity: string;
  readonly user: string;
  readonly row: string;
  readonly why: string;
}

/** A message that is posted once per key. A grant where it names an SME (then with its authority). */
export interface PostMessage extends OnIssue {
  readonly kind: 'slack.post';
  readonly channel: string;
  readonly key: string;
  readonly text: string;
  readonly authority: Authority | null;
}

/** Edits a message of the desk's own in place. */
export interface EditMessage extends OnIssue {
  readonly kind: 'slack.edit';
  readonly channel: string;
  readonly ts: string | Reference;
  readonly key: string;
  readonly text: string;
  readonly authority: Authority | null;
}

/** Takes away a second message with the same key. */
export interface DeleteMessage extends OnIssue {
  readonly kind: 'slack.delete';
  readonly channel: string;
  readonly ts: string;
  readonly key: string;
}

/** Invites an SME to the channel of an opportunity. A grant. */
export interface InviteToChannel extends OnIssue {
  readonly kind: 'slack.invite';
  readonly channel: string;
  readonly user: string;
  readonly authority: Authority;
}

/** Takes an SME, invited by the desk, out of the channel of an opportunity. */
export interface RemoveFromChannel extends OnIssue {
  readonly kind: 'slack.remove';
  readonly channel: string;
  readonly user: string;
  readonly why: string;
}

/**
 * Makes a private channel for one approved request. A grant: it opens a place for the talk about a customer. Of a
 * channel that was made before under this name, by the desk, it is enough that it is there.
 */
export interface MakeChannel extends OnIssue {
  readonly kind: 'slack.channel.create';
  readonly name: string;
  readonly authority: Authority;
}

/** Says what a channel of the desk's own is about. */
export interface DescribeChannel extends OnIssue {
  readonly kind: 'slack.channel.set';
  readonly channel: string;
  readonly part: 'topic' | 'purpose';
  readonly text: string;
}

/** Pins a message of the desk's own to its channel. */
export interface PinMessage extends OnIssue {
  readonly kind: 'slack.pin';
  readonly channel: string;
  readonly ts: string | Reference;
  readonly key: string;
}

/** Puts a channel away that the desk has made; apply makes sure that it has. */
export interface ArchiveChannel extends OnIssue {
  readonly kind: 'slack.channel.archive';
  readonly channel: string;
  readonly name: string;
  readonly why: string;
}

/** Tells one person something by direct message, once per key. Nothing is granted by it. */
export interface TellPerson extends OnIssue {
  readonly kind: 'slack.tell';
  /** Slack user id. */
  readonly user: string;
  readonly key: string;
  readonly text: string;
}

/** Opens an issue that follows from a request, once per key; confidential, with the key in its description. */
export interface OpenFollowUp extends OnIssue, IssueToOpen {
  readonly kind: 'issue.create';
}

/** Links an issue with another one as related. A link that is there already is what was wanted. */
export interface LinkIssues extends OnIssue {
  readonly kind: 'issue.link';
  readonly target: number | Reference;
}

/** Puts a small text file beside a request, so that a comment of the same run can link it. */
export interface UploadFile extends OnIssue {
  readonly kind: 'file.upload';
  readonly key: string;
  readonly name: string;
  readonly content: string;
}

/** Answers a message of a person in its thread, once. It belongs to no request. */
export interface ReplyToAsk {
  readonly kind: 'slack.reply';
  readonly channel: string;
  /** Timestamp of the message. */
  readonly thread: string;
  readonly key: string;
  readonly text: string;
}

/** Tells the program's channel something, once per key. */
export interface PostToProgram {
  readonly kind: 'program.post';
  readonly channel: string;
  readonly key: string;
  readonly text: string;
  /** Slugs of pages: while this run could not write one of them, the action is left for the next. */
  readonly after?: readonly string[];
}

/** Creates a wiki page or sets its content. */
export interface WriteWikiPage {
  readonly kind: 'wiki.write';
  readonly title: string;
  readonly slug: string;
  readonly content: string;
  readonly exists: boolean;
  /** How many characters at its beginning stand on the page already, whoever wrote them; absent: none. */
  readonly keeps?: number;
  /** As of {@link PostToProgram}. */
  readonly after?: readonly string[];
}

/** Creates a label of the project. */
export interface CreateLabel {
  readonly kind: 'label.create';
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

/** Creates an issue board with one list per label, or adds the lists that are missing. */
export interface EnsureBoard {
  readonly kind: 'board.ensure';
  readonly name: string;
  /** Id of the board that exists, or null. */
  readonly board: number | null;
  /** Labels that want a list and have none, in order. */
  readonly lists: readonly string[];
  /** Labels of all its lists that are to stand in this order, left to right; absent: they do already. */
  readonly order?: readonly string[];
}

/** Creates a pipeline schedule, or corrects its cron line. */
export interface EnsureSchedule {
  readonly kind: 'schedule.ensure';
  readonly schedule: number | null;
  readonly description: string;
  readonly cron: string;
  readonly timezone: string;
  readonly ref: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** Creates the webhook that starts a pipeline, or switches on the events it lacks. */
export interface EnsureWebhook {
  readonly kind: 'webhook.ensure';
  readonly hook: number | null;
  readonly ref: string;
}

/** An action that belongs to one issue. */
export type IssueAction =
  | SetIssue
  | WriteRecord
  | SealRecord
  | CreateNote
  | DeleteNote
  | AddToTeam
  | RemoveFromTeam
  | PostMessage
  | EditMessage
  | DeleteMessage
  | InviteToChannel
  | RemoveFromChannel
  | MakeChannel
  | DescribeChannel
  | PinMessage
  | ArchiveChannel
  | TellPerson
  | OpenFollowUp
  | LinkIssues
  | UploadFile;

/** An action on the project itself. */
export type ProjectAction =
  | WriteWikiPage
  | CreateLabel
  | EnsureBoard
  | EnsureSchedule
  | EnsureWebhook
  | PostToProgram;

export type Action =
  | IssueAction
  | CardAction
  | TellAsker
  | DigestAction
  | StandingAction
  | ReplyToAsk
  | ProjectAction;
