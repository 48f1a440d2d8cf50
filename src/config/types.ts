/**
 * The configuration after it was read, normalised and checked. The schemas in `schema/` describe what people
 * write; this is what the program relies on.
 */

/** A length of time as people configure it. Business units are counted in somebody's calendar. */
export interface Span {
  readonly amount: number;
  readonly unit: 'minutes' | 'hours' | 'days' | 'business hours' | 'business days';
}

/** Working days and hours. Days count from Monday = 1; minutes from midnight. */
export interface WorkCalendar {
  readonly timezone: string;
  readonly days: readonly number[];
  readonly startMinute: number;
  readonly endMinute: number;
  /** `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

export interface Region {
  readonly key: string;
  readonly name: string;
  readonly near: readonly string[];
  readonly timezone: string | null;
  readonly holidays: readonly string[];
}

export interface Area {
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly tier: 'formal' | 'interest';
  readonly live: boolean;
  /** GitLab usernames, here and below. */
  readonly leads: readonly string[];
  readonly approvers: readonly string[];
  readonly productManagers: readonly string[];
  readonly slack: {
    readonly request: string | null;
    readonly team: string | null;
    readonly area: string | null;
    readonly field: string | null;
  };
  readonly stackOverflowTags: readonly string[];
}

export interface RequesterEntry {
  readonly gitlab: string;
  readonly role: string;
  readonly region: string | null;
  readonly email: string | null;
  readonly salesforceUser: string | null;
}

export type Level = 'associate' | 'sme' | 'lead';

export interface Sme {
  readonly gitlab: string;
  readonly name: string;
  readonly email: string;
  readonly salesforceUser: string | null;
  readonly slackUser: string | null;
  /** User id on Stack Overflow for Teams. */
  readonly stackOverflowUser: number | null;
  readonly region: string;
  readonly calendar: WorkCalendar;
  /** Level by area key. */
  readonly areas: Readonly<Record<string, Level>>;
  /** Hours a week for all SME work. */
  readonly weeklyHours: number;
  /** Whole days, both included, `YYYY-MM-DD`. */
  readonly timeOff: readonly { readonly from: string; readonly to: string }[];
  readonly term: { readonly from: string; readonly to: string } | null;
}

/** A kind of material. `key` is the value of its label; `countsAs` is for the metric of knowledge transfer. */
export interface CollateralKind {
  readonly key: string;
  readonly name: string;
  readonly countsAs: 'session' | 'article' | 'other';
}

export interface Config {
  readonly program: { readonly name: string; readonly leads: readonly string[]; readonly digest: string };
  /** Usernames that earlier tokens of the desk wrote as. */
  readonly formerDeskUsers: readonly string[];
  readonly calendar: WorkCalendar;
  readonly regions: readonly Region[];
  /** Name by key. */
  readonly roles: Readonly<Record<string, string>>;
  readonly engagementTypes: readonly string[];
  readonly requests: {
    readonly leadTime: Span;
    readonly approvalWithin: Span;
    readonly pickupWithin: Span;
    /** Share of a clock after which a request is at risk. */
    readonly atRisk: number;
    readonly answerWithin: Span;
    readonly expireAfter: Span;
    readonly reasonWithin: Span;
    readonly reopenWithin: Span;
    /** How far (days after the last approved date) and how often dates may move without a new approval. */
    readonly reschedule: { readonly days: number; readonly times: number };
    /** Key of the role that may ask for any opportunity. */
    readonly leaderRole: string;
    readonly replyWithin: Span;
    readonly feedbackAfter: Span;
    readonly feedbackReminders: readonly Span[];
    readonly waitlistFor: Span;
    readonly mustBeOnTeam: 'warn' | 'refuse';
    /** Short names that the reason of a decline is counted by. */
    readonly declineReasons: readonly string[];
  };
  readonly assignment: {
    readonly mode: 'assign' | 'recommend';
    readonly weeklyHours: number;
    readonly engagementShare: number;
    /** Hours added to the duration of each engagement. */
    readonly preparationHours: number;
    readonly weights: {
      readonly load: number;
      readonly recency: number;
      readonly region: number;
      readonly level: number;
      readonly continuity: number;
    };
    readonly shadowAssociate: boolean;
  };
  readonly guards: {
    readonly teamAdds: number;
    readonly messagesPerChannel: number;
    readonly newIssues: number;
    readonly cardComments: number;
  };
  readonly privacy: { readonly minimumN: number };
  readonly metrics: {
    readonly baseline:
      | { readonly kind: 'none' }
      | { readonly kind: 'period'; readonly from: string; readonly to: string }
      | { readonly kind: 'figures'; readonly figures: Readonly<Record<string, number>> };
  };
  readonly collateral: { readonly kinds: readonly CollateralKind[] };
  /** Customer feedback and its boards. */
  readonly feedback: {
    readonly themes: readonly string[];
    readonly impactPoints: { readonly blocker: number; readonly major: number; readonly minor: number };
    readonly urgency: {
      readonly nearDays: number;
      readonly near: number;
      readonly soonDays: number;
      readonly soon: number;
      /** In percent. */
      readonly unlikelyBelow: number;
      readonly unlikely: number;
    };
    /** Shares of the asks from the top; `medium` holds `high`. */
    readonly bands: { readonly high: number; readonly medium: number };
    readonly tellAfter: Span;
    readonly stale: { readonly new: Span; readonly accepted: Span };
    /** Days of the month. */
    readonly meetings: { readonly pod: number; readonly review: number };
    /** Full paths. */
    readonly productProjects: readonly string[];
  };
  readonly salesforce: {
    readonly teamRole: string;
    /** Stage names by stage number "2", "3", "4". */
    readonly stages: Readonly<Record<string, readonly string[]>>;
    readonly nps: { readonly object: 'Opportunity' | 'Account'; readonly field: string } | null;
    /** API name of the opportunity field that holds the id of its Slack channel. */
    readonly slackChannelField: string | null;
    readonly opportunityId: { readonly label: string; readonly pattern: string | null };
  };
  readonly slack: {
    readonly program: string | null;
    readonly opportunityChannels: string;
    /** In the currency of the opportunity; it is compared and never written anywhere. Null: no such channels. */
    readonly temporaryChannelAbove: number | null;
    readonly temporaryChannelPrefix: string;
  };
  readonly areas: readonly Area[];
  readonly requesters: {
    /** Full path of the GitLab group by role key. */
    readonly groups: Readonly<Record<string, string>>;
    readonly people: readonly RequesterEntry[];
  };
  readonly identity: { readonly emailPattern: string | null };
  readonly roster: readonly Sme[];
}
