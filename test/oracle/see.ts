import { z } from 'zod';
import { text } from './call.ts';
import {
  assigneeHistory,
  confidentialHistory,
  descriptionHistory,
  isCopy,
  labelHistory,
  openingCall,
  type Sources,
  stateHistory,
  targetOf,
} from './history.ts';
import { recordIn } from './marker.ts';
import type { OutsideProject, OutsideState } from './outside.ts';
import { type Call, type OutsideIssue, outsideCall, outsideState } from './outside.ts';
import type { Rules } from './rules.ts';
import type { DeskIds, Seen, SeenIssue } from './seen.ts';

const outsideCalls = z.array(outsideCall);
const offenceList = z.array(z.string());

/** Who is in the same process as a sandbox may ask it without a socket; the bytes of the answer are the same. */
interface Inside {
  answer(call: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Buffer;
  }): Promise<{ readonly body: Buffer } | null>;
}

/** A sandbox to look at: its address, or itself. */
export type Source = string | Inside;

async function read<Value>(source: Source, path: string, schema: z.ZodType<Value>): Promise<Value> {
  const url = `/sandbox/${path}`;
  if (typeof source === 'string') return schema.parse(await (await fetch(`${source}${url}`)).json());
  const answer = await source.answer({ method: 'GET', url, headers: {}, body: Buffer.alloc(0) });
  return schema.parse(JSON.parse(answer?.body.toString('utf8') ?? 'null'));
}

/** Reads a sandbox as its control surface shows it: its state and its journal, shaped for judging. */
export async function see(source: Source, rules: Rules): Promise<Seen> {
  const [state, calls, offences] = await Promise.all([
    read(source, 'state', outsideState),
    read(source, 'journal', outsideCalls),
    read(source, 'offences', offenceList),
  ]);
  const desk = deskIn(state, rules);
  const project = projectOf(state, desk);
  const issues = Object.values(project.issues).map((issue) =>
    seeIssue({ state, project, desk, calls }, issue),
  );
  return { rules, state, project, calls, offences, desk, issues: issues.sort((a, b) => a.iid - b.iid) };
}

/** Who holds the desk's tokens. */
function deskIn(state: OutsideState, rules: Rules): DeskIds {
  const current = state.gitlab.users[String(state.gitlab.tokens['sandbox-desk']?.userId)];
  const former = Object.values(state.gitlab.users).filter((user) =>
    rules.formerDesks.includes(user.username),
  );
  const users = current === undefined ? former : [current, ...former];
  return {
    ids: users.map((user) => user.id),
    usernames: users.map((user) => user.username),
    salesforce: state.salesforce.clients[0]?.runAs ?? '',
    slack: state.slack.tokens['xoxb-sandbox-desk']?.userId ?? '',
  };
}

function projectOf(state: OutsideState, desk: DeskIds): OutsideProject {
  const found = Object.values(state.gitlab.projects).find((project) =>
    project.members.some((member) => desk.ids.includes(member.userId)),
  );
  if (found === undefined) throw new Error('the oracle finds no project that the desk is a member of');
  return found;
}

interface World {
  readonly state: OutsideState;
  readonly project: OutsideProject;
  readonly desk: DeskIds;
  readonly calls: readonly Call[];
}

function seeIssue({ state, project, desk, calls }: World, raw: OutsideIssue): SeenIssue {
  const copy = isCopy(raw);
  const opening = copy ? null : openingCall(calls, raw, { state, project });
  const own = calls.filter((call) => call === opening || targetOf(call, project)?.iid === raw.iid);
  const writes = own.filter((call) => call.write && call.applied);
  const sources: Sources = { state, project, issue: raw, writes, copy };
  const usernameOf = (id: number): string[] => {
    const user = state.gitlab.users[String(id)];
    return user === undefined ? [] : [user.username];
  };
  return {
    raw,
    iid: raw.iid,
    id: raw.id,
    author: state.gitlab.users[String(raw.authorId)] ?? null,
    labels: raw.labelIds.flatMap((id) => state.gitlab.labels[String(id)]?.name ?? []).sort(),
    assignees: raw.assigneeIds.flatMap(usernameOf).sort(),
    copy,
    labelEvents: labelHistory(sources),
    stateEvents: stateHistory(sources),
    descriptions: descriptionHistory(sources),
    confidential: confidentialHistory(sources),
    assigned: assigneeHistory(sources),
    records: writes.flatMap((call) => recordSent(call, desk, project)),
    calls: own,
    deskNotes: raw.notes.filter((note) => !note.system && desk.ids.includes(note.authorId)),
  };
}

function recordSent(call: Call, desk: DeskIds, project: OutsideProject): SeenIssue['records'] {
  if (!desk.usernames.includes(call.actor)) return [];
  if (!(targetOf(call, project)?.rest ?? '').startsWith('/notes')) return [];
  const value = recordIn(text(call, 'body'));
  return value === null ? [] : [{ seq: call.seq, value }];
}
