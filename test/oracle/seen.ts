import type { RecordSays } from './marker.ts';
import type {
  Call,
  OutsideIssue,
  OutsideNote,
  OutsideProject,
  OutsideState,
  OutsideUser,
} from './outside.ts';
import type { Rules } from './rules.ts';

/** A label event with its place in the journal. */
export interface LabelEvent {
  readonly id: number;
  readonly user: OutsideUser | null;
  readonly label: string | null;
  readonly labelId: number;
  readonly action: 'add' | 'remove';
  /** Epoch milliseconds. */
  readonly at: number;
  /** Number of the call that caused it; 0: from before the journal begins. */
  readonly seq: number;
  /** Brought along by a clone or a move: somebody else's past. */
  readonly copied: boolean;
}

/** A closing or reopening with its place in the journal. */
export interface StateEvent {
  readonly id: number;
  readonly user: OutsideUser | null;
  readonly state: 'closed' | 'reopened';
  readonly seq: number;
}

/** A text that stood from one call of the journal on. */
export interface Version<Value> {
  readonly seq: number;
  readonly value: Value;
}

/** One issue of the desk's project with its history in the order of the journal. */
export interface SeenIssue {
  readonly raw: OutsideIssue;
  readonly iid: number;
  readonly id: number;
  readonly author: OutsideUser | null;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** It is a copy: cloned, or moved here. */
  readonly copy: boolean;
  readonly labelEvents: readonly LabelEvent[];
  readonly stateEvents: readonly StateEvent[];
  /** Oldest first; never empty. */
  readonly descriptions: readonly Version<string>[];
  /** Oldest first; never empty. */
  readonly confidential: readonly Version<boolean>[];
  /** Usernames, each time somebody set them; the first may say nothing. */
  readonly assigned: readonly Version<readonly string[]>[];
  /** Everything the desk has sent as a record of this issue, oldest first. */
  readonly records: readonly Version<RecordSays>[];
  /** Calls about this issue, oldest first. */
  readonly calls: readonly Call[];
  /** Comments by the desk that are on the issue now. */
  readonly deskNotes: readonly OutsideNote[];
}

/** Who the desk is in each system. */
export interface DeskIds {
  readonly ids: readonly number[];
  readonly usernames: readonly string[];
  readonly salesforce: string;
  readonly slack: string;
}

/** Everything the oracle judges from: the world as it is, and the journal of how it came about. */
export interface Seen {
  readonly rules: Rules;
  readonly state: OutsideState;
  readonly project: OutsideProject;
  readonly calls: readonly Call[];
  readonly offences: readonly string[];
  readonly desk: DeskIds;
  readonly issues: readonly SeenIssue[];
}

/** What stood when call `seq` was made: the last version from before it. */
export function at<Value>(versions: readonly Version<Value>[], seq: number): Value | null {
  return versions.findLast((version) => version.seq < seq)?.value ?? versions[0]?.value ?? null;
}

/** The last version from before call `seq`; null: there was none yet. */
export function before<Value>(versions: readonly Version<Value>[], seq: number): Value | null {
  return versions.findLast((version) => version.seq < seq)?.value ?? null;
}

/** Whether a call is the desk's own write and took effect. */
export function deskWrote(seen: Seen, call: Call): boolean {
  return call.write && call.applied && seen.desk.usernames.includes(call.actor);
}

/** Whether a call is a reading by the desk. */
export function deskRead(seen: Seen, call: Call): boolean {
  return !call.write && seen.desk.usernames.includes(call.actor);
}
