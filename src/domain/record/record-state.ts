import { z } from 'zod';
import { requestStates } from '../workflow/request-state.ts';

const instant = z.number();

/** What an engagement can lead to, each with an issue of its own (`docs/rules.md#feedback`). */
export const followUpKinds = ['question', 'demo', 'best-practice', 'content', 'product-feedback'] as const;

export type FollowUpKind = (typeof followUpKinds)[number];

/** How an engagement ended, in the words of the feedback prompt (`docs/rules.md#feedback`). */
export const outcomes = ['technical win', 'open', 'loss', 'did not take place', 'moved'] as const;

export type EngagementOutcome = (typeof outcomes)[number];

const approval = z.strictObject({ event: z.number(), user: z.number(), digest: z.string() });

const time = z.strictObject({ start: instant, end: instant });

const decision = z.strictObject({
  /** Counts up: the first choice is 1, each reassignment one more. Keys of comments carry it. */
  number: z.number().int().positive(),
  sme: z.number(),
  username: z.string(),
  start: instant,
  end: instant,
  /** Every meeting of a series, in order; `start` and `end` are those of the whole. Empty: one meeting. */
  parts: z.array(time).default([]),
  /** Hours of capacity it takes, preparation included; of a series those of all its meetings. */
  hours: z.number(),
  /** Highest label-event id that was read when it was taken. */
  on: z.number(),
  /** Highest comment id that was read when it was taken: an older `agreed:` says nothing about it. */
  heard: z.number().default(0),
  /** When the SME accepted this very decision, or null. */
  accepted: instant.nullable().default(null),
  /** Hash of the dates it was taken for (`dates` of the record then); null: not known. */
  dates: z.string().nullable().default(null),
  /** User id of the approver or lead who has chosen by hand, or null: the desk chose. */
  override: z.number().nullable().default(null),
  /** The requester has said that the SME is on the opportunity team; asked for while Salesforce is off. */
  onTeam: z.boolean().default(false),
});

/** A choice of the form as the configuration had it: an area by key, or a type of engagement by its name. */
const choice = z.strictObject({ value: z.string(), names: z.array(z.string()) });

const followUp = z.strictObject({
  kind: z.enum(followUpKinds),
  /** Number of the issue; null: meant to be opened, the answer not yet seen. */
  issue: z.union([z.number(), z.templateLiteral(['issue(', z.string(), ')'])]).nullable(),
  since: instant,
});

const feedback = z.strictObject({
  rating: z.number().int().min(1).max(5).nullable(),
  outcome: z.enum(outcomes).nullable(),
  nps: z.number().int().min(0).max(10).nullable(),
});

const teamWish = z.strictObject({
  opportunity: z.string(),
  user: z.string(),
  /**
   * Null: meant to be added, the answer not yet seen. The row that Salesforce named is the desk's own; only such
   * a row may ever be removed.
   */
  row: z.string().nullable(),
  since: instant,
});

const inviteOutcome = z.union([
  z.enum(['intended', 'invited', 'was there']),
  z.templateLiteral(['invite(', z.string(), ')']),
]);

const invitation = z.strictObject({
  channel: z.string(),
  user: z.string(),
  /** Only `invited` is the desk's own: Slack said that it let the user in because of the desk. */
  outcome: inviteOutcome,
});

const madeChannel = z.strictObject({
  name: z.string(),
  /** The opportunity it is for: nobody who comes for another one may read what is said there. */
  opportunity: z.string(),
  /** Null: meant to be made, the answer not yet seen. */
  id: z.string().nullable(),
  since: instant,
  /** The requester's own way in, which is never taken back. */
  requester: inviteOutcome,
  /** The request has ended since; another beginning gets a channel of its own. */
  over: z.boolean(),
});

/**
 * What the machine remembers about one request: the marker of the record. Everything but the approval can be
 * rebuilt from labels, events, Salesforce and Slack (`docs/security.md#approval`).
 */
export const recordState = z.strictObject({
  version: z.literal(1),
  /** Project id and **global** issue id: a copied or moved record names another issue and is ignored. */
  project: z.number(),
  issue: z.number(),
  /** Ids of the labels `request::approved` and `request::declined` when the request was shown. */
  labels: z.strictObject({ approved: z.number(), declined: z.number() }),
  /** Binding digest that was shown to the approvers; null: nothing was shown yet. */
  digest: z.string().nullable(),
  durationMinutes: z.number().nullable(),
  /** The last date that was shown to the approvers, and how often dates have changed since. */
  lastDate: instant.nullable(),
  dateChanges: z.number(),
  /** The channel of the form as Slack resolved it once, at validation. */
  channel: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  /** Highest label-event id after the request was shown; clicks up to it are early. Null: not yet shown. */
  shownAfter: z.number().nullable(),
  /** The last transitions, each with the event id it was decided on; at most {@link decidedKept}. */
  decided: z.array(z.strictObject({ to: z.enum(requestStates), on: z.number() })),
  approval: approval.nullable(),
  /** Approvals of forms that have changed since. They grant nothing. */
  pastApprovals: z.array(approval),
  decision: decision.nullable(),
  team: z.array(teamWish),
  invitations: z.array(invitation),
  /** The first proposed date that was last taken up, and the moment its lead time is measured from. */
  leadTime: z.strictObject({ first: instant, from: instant }).nullable().default(null),
  /** What area and type of engagement meant when they were shown: they may leave the configuration later. */
  choices: z
    .strictObject({ area: choice.nullable(), engagement: choice.nullable() })
    .nullable()
    .default(null),
  /** What was checked when the request was last shown: escaped lines of Markdown that every later text repeats. */
  checked: z.array(z.string()).default([]),
  /** The proposed dates that were last taken up, as a hash; null: none yet. */
  dates: z.string().nullable().default(null),
  /** The start that requester or SME have agreed on in a comment; null: the dates of the form say when. */
  agreed: instant.nullable().default(null),
  /** User ids of SMEs who are out of the question for this request: they handed it back, or were lost. */
  excluded: z.array(z.number()).default([]),
  /**
   * User id of the SME who was let go while no other is decided on; null: nobody. A decision that is missing without
   * this has got lost, and is restored.
   */
  released: z.number().nullable().default(null),
  /** Numbers of the issues this one was linked to. */
  links: z.array(z.number()).default([]),
  feedback: feedback.nullable().default(null),
  followUps: z.array(followUp).default([]),
  /** Channels that the desk has made for this request, oldest first; only the last may be in use. */
  channelsMade: z.array(madeChannel).default([]),
});

/** The state of a record, see {@link recordState}. */
export type RecordState = z.infer<typeof recordState>;

const decidedKept = 4;

/** Adds a transition to the remembered ones and forgets the oldest; the same one twice stays one. */
export function withDecided(
  decided: RecordState['decided'],
  entry: RecordState['decided'][number],
): RecordState['decided'] {
  const others = decided.filter((each) => each.to !== entry.to || each.on !== entry.on);
  return [...others, entry].slice(-decidedKept);
}

/** The record with a newer approval; the one before is history. The same one twice stays one. */
export function withNewApproval(
  record: RecordState,
  approval: NonNullable<RecordState['approval']>,
): RecordState {
  const before = record.approval;
  const isNew = before !== null && before.event !== approval.event;
  return {
    ...record,
    approval,
    pastApprovals: isNew ? [...record.pastApprovals, before] : record.pastApprovals,
  };
}

/** A record that says nothing yet. */
export function emptyRecord(of: {
  project: number;
  issue: number;
  labels: RecordState['labels'];
}): RecordState {
  return {
    version: 1,
    project: of.project,
    issue: of.issue,
    labels: of.labels,
    digest: null,
    durationMinutes: null,
    lastDate: null,
    dateChanges: 0,
    channel: null,
    shownAfter: null,
    decided: [],
    approval: null,
    pastApprovals: [],
    decision: null,
    team: [],
    invitations: [],
    leadTime: null,
    choices: null,
    checked: [],
    dates: null,
    agreed: null,
    excluded: [],
    released: null,
    links: [],
    feedback: null,
    followUps: [],
    channelsMade: [],
  };
}
