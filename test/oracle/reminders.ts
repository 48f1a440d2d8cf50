import { type IssueTarget, text } from './call.ts';
import { targetOf } from './history.ts';
import { keyIn, openedAs } from './marker.ts';
import { namesIn } from './names.ts';
import type { Call } from './outside.ts';
import { deskWrote, type Seen } from './seen.ts';

/** Something the desk told people because time had passed, and not because anybody had done anything. */
export interface Reminder {
  readonly call: Call;
  /** Iid of the issue it is about; null: about all of them. */
  readonly issue: number | null;
  /** What it is about, and `step` which of the messages about it. */
  readonly about: string;
  readonly step: string;
  /** GitLab usernames, in small letters. */
  readonly people: readonly string[];
}

/** Every reminder the desk has sent, in the order of the journal (`docs/rules.md#clocks`, `docs/rules.md#feedback`). */
export function remindersOf(seen: Seen): Reminder[] {
  return seen.calls.filter((call) => deskWrote(seen, call)).flatMap((call) => reminderIn(seen, call) ?? []);
}

function reminderIn(seen: Seen, call: Call): Reminder | null {
  if (call.method !== 'POST') return null;
  if (call.system === 'slack') return inConversation(seen, call);
  const target = targetOf(call, seen.project);
  return target === null ? inNewIssue(seen, call) : inComment(seen, call, target);
}

function inComment(seen: Seen, call: Call, { iid, rest }: IssueTarget): Reminder | null {
  const body = text(call, 'body');
  const topic = rest === '/notes' ? topicOf(keyIn(body)?.key ?? '') : null;
  return topic === null ? null : { call, issue: iid, ...topic, people: namesIn(seen, body) };
}

/** The first digest is the description of the issue that it opens. */
function inNewIssue(seen: Seen, call: Call): Reminder | null {
  const description = text(call, 'description');
  const topic = topicOf(openedAs('digest', description)?.key ?? '');
  return topic === null ? null : { call, issue: null, ...topic, people: namesIn(seen, description) };
}

/** A message to one person: the key is `7/12/clock/pickup/…/late` or `7/digest/2026-W48/priya`. */
function inConversation(seen: Seen, call: Call): Reminder | null {
  const key = /"key"\s*:\s*"\d+\/([^"]+)"/.exec(text(call, 'metadata'))?.[1] ?? '';
  const [, iid = '', rest = key] = /^(\d+)\/(.*)$/.exec(key) ?? [];
  const topic = topicOf(rest.replaceAll('/', ':'));
  if (topic === null) return null;
  const issue = iid === '' ? null : Number(iid);
  return { call, issue, ...topic, people: whoIsIn(seen, text(call, 'channel')) };
}

/** A clock and a feedback prompt have steps; whatever else comes with time is about one thing once. */
function topicOf(key: string): { about: string; step: string } | null {
  const clock = /^(clock:\w+:\d+):(\w+)$/.exec(key);
  if (clock !== null) return { about: clock[1] ?? '', step: clock[2] ?? '' };
  const digest = /^(digest:[\w-]+)/.exec(key);
  if (digest !== null) return { about: digest[1] ?? '', step: '' };
  return /^(?:feedback|feedback-reminder|reminder|expired):/.test(key) ? { about: key, step: '' } : null;
}

/** Whom a conversation in Slack is with, by the e-mail address that GitLab has too. */
function whoIsIn({ state, desk }: Seen, channel: string): string[] {
  const { slack, gitlab } = state;
  const conversation = slack.conversations.find(({ id, kind }) => id === channel && kind === 'im');
  const others = (conversation?.members ?? []).filter((id) => id !== desk.slack);
  const emails = others.flatMap((id) => slack.users.find((user) => user.id === id)?.email ?? []);
  const users = Object.values(gitlab.users).filter(({ email }) => emails.includes(email));
  return users.map(({ username }) => username.toLowerCase());
}
