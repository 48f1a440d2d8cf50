/**
 * The world as one run has read it. Everything a decision may depend on is here, as plain data;
 * `run/observe` fills it, `reconcile` reads it, `plan/project` makes the next one.
 */

/** Milliseconds since 1970-01-01T00:00Z, always from an outside system or `--now`, never from the runner. */
export type Instant = number;

/** A GitLab user as events and notes name one. Identity is the id; the name is only for people. */
export interface UserRef {
  readonly id: number;
  readonly username: string;
}

/** A GitLab user with what an authorisation needs to know. */
export interface Person extends UserRef {
  readonly name: string;
  readonly active: boolean;
  readonly bot: boolean;
  readonly publicEmail: string | null;
  /** GitLab's access level in the project (10 guest, 15 planner, 20 reporter …), or null: not a member. */
  readonly accessLevel: number | null;
}

/** One change of one label, from GitLab's label events. Ids are global and grow; lists come in any order. */
export interface LabelEvent {
  readonly id: number;
  readonly user: UserRef | null;
  readonly at: Instant;
  /** Null after the label was deleted. The name is the label's name today, not then. */
  readonly label: { readonly id: number; readonly name: string } | null;
  readonly action: 'add' | 'remove';
}

/** An issue closed or reopened. The first opening leaves no event. */
export interface StateEvent {
  readonly id: number;
  readonly user: UserRef | null;
  readonly at: Instant;
  readonly state: 'closed' | 'reopened';
}

/** A comment, as read; or one that this plan is about to write, whose id is then a reference. */
export interface Note {
  readonly id: number | Reference;
  readonly author: UserRef;
  readonly body: string;
  readonly at: Instant;
  readonly updatedAt: Instant;
  readonly system: boolean;
  readonly internal: boolean;
}

/** A reaction to a comment, such as `thumbsup` or `four`. It moves no issue's `updatedAt` (`docs/gitlab.md#events`). */
export interface Reaction {
  readonly id: number;
  /** Id of the comment it stands on. */
  readonly note: number;
  readonly user: UserRef;
  readonly name: string;
  readonly at: Instant;
}

/** The name of something that does not exist while the plan is made; `run/apply` knows what it became. */
export type Reference =
  | `record(${number})`
  | `note(${number},${string})`
  | `message(${number},${string})`
  | `row(${number},${string})`
  | `issue(${number},${string})`
  | `file(${number},${string})`
  | `link(${number},${number})`
  | `channel(${number},${string})`
  | `done(${number},${string})`
  | `invite(${number},${string})`;

/** One issue with its history. */
export interface IssueFacts {
  /** Global id: what a record names, so that clones and moved issues cannot carry one along. */
  readonly id: number;
  readonly iid: number;
  readonly projectId: number;
  readonly title: string;
  readonly description: string;
  readonly state: 'opened' | 'closed';
  readonly confidential: boolean;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly closedAt: Instant | null;
  readonly author: UserRef;
  readonly labels: readonly string[];
  readonly assignees: readonly UserRef[];
  readonly webUrl: string;
  readonly labelEvents: readonly LabelEvent[];
  readonly stateEvents: readonly StateEvent[];
  readonly notes: readonly Note[];
  /** On the desk's own comments that people answer by reaction; empty where nobody is asked. */
  readonly reactions: readonly Reaction[];
}

/** A label of the project or one of its ancestor groups. */
export interface LabelFacts {
  readonly id: number;
  readonly name: string;
}

/** A Salesforce opportunity: what validation shows and reports count. */
export interface Opportunity {
  readonly id: string;
  readonly name: string;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly ownerId: string;
  readonly stage: string;
  readonly closed: boolean;
  readonly won: boolean;
  /** `YYYY-MM-DD`. */
  readonly closeDate: string;
  /** Id of the opportunity's own Slack channel where Salesforce holds one. */
  readonly slackChannel: string | null;
  /** In the opportunity's own currency; null: none is known. It is compared and never written anywhere. */
  readonly amount: number | null;
}

/** One row of an opportunity team. */
export interface TeamRow {
  readonly id: string | Reference;
  readonly opportunityId: string;
  readonly userId: string;
  readonly role: string | null;
  readonly createdById: string;
  readonly createdAt: Instant;
}

/** An active Salesforce user. */
export interface SalesforceUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** Salesforce as one of three full modes; `off` is a configuration, `down` is weather. */
export type SalesforceFacts =
  | { readonly mode: 'off' }
  | { readonly mode: 'down'; readonly reason: string }
  | {
      readonly mode: 'on';
      readonly integrationUserId: string;
      /** By 18-character id; an id that was asked for and is absent does not exist or is deleted. */
      readonly opportunities: Readonly<Record<string, Opportunity>>;
      readonly teamRows: readonly TeamRow[];
      readonly users: readonly SalesforceUser[];
    };

/** A Slack channel the desk can see. */
export interface ChannelFacts {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
  readonly shared: boolean;
  readonly deskIsMember: boolean;
  /** Slack user id of whoever has made it. */
  readonly creator: string | null;
  /** Empty: nobody has set one. */
  readonly topic: string;
  readonly purpose: string;
}

/** A message of the desk's own, found again by the key in its metadata. */
export interface DeskMessage {
  readonly channel: string;
  /** Slack's timestamp is the message's id in its channel. */
  readonly ts: string | Reference;
  readonly key: string;
  readonly text: string;
  readonly pinned?: true;
}

/** A message of a person at the top level of a request channel. Neither its words nor who wrote it are read. */
export interface Ask {
  readonly channel: string;
  readonly ts: string;
  /** Whether the desk has replied in its thread. */
  readonly answered: boolean;
}

/** Slack as one of three full modes. */
export type SlackFacts =
  | { readonly mode: 'off' }
  | { readonly mode: 'down'; readonly reason: string }
  | {
      readonly mode: 'on';
      readonly botUserId: string;
      readonly channels: readonly ChannelFacts[];
      readonly messages: readonly DeskMessage[];
      /** What people have written in request channels of late. */
      readonly asks: readonly Ask[];
      /** Slack user ids by channel id, for the channels of opportunities. */
      readonly members: Readonly<Record<string, readonly string[]>>;
      /** Slack user id by e-mail; null: Slack knows nobody by it. */
      readonly usersByEmail: Readonly<Record<string, string | null>>;
      /** Id of the desk's conversation with somebody, by Slack user id; its messages are among `messages`. */
      readonly direct: Readonly<Record<string, string>>;
      /** Channels whose history or members could not be read: nothing is posted there in this run. */
      readonly unreadable: readonly string[];
    };

/** What one run has read, and when. */
export interface Snapshot {
  readonly now: Instant;
  /** The desk's user, and the ids of users that earlier tokens of the desk wrote as. */
  readonly desk: UserRef & { readonly ids: readonly number[] };
  readonly project: { readonly id: number; readonly path: string; readonly webUrl: string };
  readonly labels: readonly LabelFacts[];
  /** Every live issue of the desk (open, or closed without a final label), oldest first. */
  readonly issues: readonly IssueFacts[];
  /** Numbers of live issues whose history could not be read: nothing is planned for them. */
  readonly unread: readonly number[];
  /** By username: members of the project and everybody whose label change matters. */
  readonly people: Readonly<Record<string, Person>>;
  /** Usernames by the full path of each configured requester group. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly salesforce: SalesforceFacts;
  readonly slack: SlackFacts;
}
