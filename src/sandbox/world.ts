import type { Received } from './arrival.ts';
import type { GitLabWorld } from './gitlab/state.ts';
import type { SalesforceWorld } from './salesforce/state.ts';
import type { SlackWorld } from './slack/state.ts';
import type { StackOverflowWorld } from './stack-overflow/state.ts';

/** The outside systems the sandbox stands for. */
export type System = 'gitlab' | 'salesforce' | 'slack' | 'stack-overflow';

/** How the outside behaves: each switch is a property that real installations differ in. */
export interface Switches {
  /** GitLab's tier: scoped labels exclude one another and `scope::*` filters work on premium only. */
  tier: 'free' | 'premium';
  /** Notes one user may create in a minute; null: no limit. `docs/gitlab.md#limits` */
  noteLimitPerMinute: number | null;
  /** Issues one user may create in a minute; null: no limit. */
  issueLimitPerMinute: number | null;
  /** Requests one user may send to GitLab in a minute; null: no limit. */
  requestLimitPerMinute: number | null;
  /** Which of GitLab's two kinds of 429 a note or issue limit answers with. */
  limitStyle: 'edge' | 'application';
  /** Items GitLab gives on one page at most, however many were asked for. */
  largestPage: number;
  /** Above this many records GitLab leaves out `X-Total`, `X-Total-Pages` and `rel="last"`. */
  totalHeaderCutOff: number;
  /** Notes and events with these ids are filtered out after the page was cut, so that pages come short. */
  hiddenNotes: number[];
  /** Labels one issue can carry. */
  labelCap: number;
  /** Slack refuses calls outside the scopes its token was given. */
  strictSlack: boolean;
}

/** One call that reached the sandbox. */
export interface Call {
  /** From 1, over all systems. */
  seq: number;
  /** Sandbox time, epoch milliseconds. */
  at: number;
  system: System;
  method: string;
  /** The pattern of the route, such as `/api/v4/projects/:id/issues/:iid`; the path where no route fits. */
  route: string;
  /** Path and query as they came. */
  path: string;
  /** GitLab username of who holds the token, in every system; `anonymous` without a known one. */
  actor: string;
  write: boolean;
  /** Position among the desk's own writes, from 1; null for reads and for everybody else's writes. */
  writeIndex: number | null;
  /** HTTP status; 0 while the call is under way and after a refused one. */
  status: number;
  /** True when the call changed something or may have: a successful write, also one whose answer got lost. */
  applied: boolean;
  /** The body as sent: parsed when it was JSON or a form, else text; null without one. */
  body: unknown;
}

/** What happens to a call instead of the usual. */
export type FaultEffect =
  /** The connection breaks before anything happened. */
  | { kind: 'refuse' }
  /** The call is carried out and then the connection breaks. */
  | { kind: 'lose-answer' }
  /** Something in between answers; nothing is carried out. A string body goes out as text. */
  | { kind: 'answer'; status: number; body: unknown; headers?: Record<string, string> };

/** A fault that waits for the next calls that match. Absent properties match everything. */
export interface Fault {
  match: {
    system?: System | undefined;
    method?: string | undefined;
    route?: string | undefined;
    actor?: string | undefined;
    writeIndex?: number | undefined;
  };
  effect: FaultEffect;
  /** How many more calls it takes. */
  times: number;
}

/** Everything the sandbox knows, as plain data: it can be cloned, saved as JSON and put back. */
export interface World {
  /** `now` is epoch milliseconds. It stands still until somebody moves it. */
  clock: { now: number };
  switches: Switches;
  gitlab: GitLabWorld;
  salesforce: SalesforceWorld;
  slack: SlackWorld;
  stackOverflow: StackOverflowWorld;
  journal: Call[];
  /** Running numbers of the journal; they survive its clearing. */
  counted: { calls: number; deskWrites: number };
  faults: Fault[];
  /** What a real vendor would never have met: unknown routes, broken handlers. A test with one fails. */
  offences: string[];
}

/**
 * What a system's handlers may ask of the sandbox that runs them. Ask late: the world can be put back any
 * time.
 */
export interface SandboxHost {
  world(): World;
  /** GitLab username of who sent the request, in every system; `anonymous` without a known token. */
  actor(request: Received): string;
}

/** The switches of a Premium GitLab with no limits in the way. */
export function usualSwitches(): Switches {
  return {
    tier: 'premium',
    noteLimitPerMinute: null,
    issueLimitPerMinute: null,
    requestLimitPerMinute: null,
    limitStyle: 'application',
    largestPage: 100,
    totalHeaderCutOff: 10_000,
    hiddenNotes: [],
    labelCap: 100,
    strictSlack: true,
  };
}
