import { field, list, pathOf, text } from './call.ts';
import type { Call } from './outside.ts';
import { smesNamed } from './people.ts';
import { deskWrote, type Seen } from './seen.ts';

/** One thing the desk gave: access to customer records or talk, or the name of an SME in a channel. */
export type Grant =
  | { readonly kind: 'team row'; readonly call: Call; readonly opportunity: string; readonly user: string }
  | { readonly kind: 'invitation'; readonly call: Call; readonly channel: string; readonly user: string }
  | {
      readonly kind: 'announcement';
      readonly call: Call;
      readonly channel: string;
      /** Iid in the message's key; null: it has none. */
      readonly iid: number | null;
      readonly sme: string;
    };

/** Everything the desk has granted, in the order of the journal. */
export function grantsOf(seen: Seen): Grant[] {
  const named = new Map<string, string>();
  return seen.calls.filter((call) => deskWrote(seen, call)).flatMap((call) => grantsIn(seen, call, named));
}

function grantsIn(seen: Seen, call: Call, named: Map<string, string>): Grant[] {
  const path = pathOf(call);
  if (call.method === 'POST' && path.endsWith('/sobjects/OpportunityTeamMember'))
    return [teamRow(call, call.body)];
  if (path.endsWith('/composite/sobjects')) return records(call).map((each) => teamRow(call, each));
  if (path === '/api/conversations.invite') {
    const channel = text(call, 'channel');
    return list(call, 'users').map((user) => ({ kind: 'invitation', call, channel, user }));
  }
  if (path === '/api/chat.postMessage' || path === '/api/chat.update')
    return announcements(seen, call, named);
  return [];
}

function records(call: Call): unknown[] {
  const value = field(call, 'records');
  return Array.isArray(value) ? value : [];
}

function teamRow(call: Call, body: unknown): Grant {
  const values: Readonly<Record<string, unknown>> =
    typeof body === 'object' && body !== null ? { ...body } : {};
  const id = (name: string): string => String(values[name] ?? '').slice(0, 15);
  return { kind: 'team row', call, opportunity: id('OpportunityId'), user: id('UserId') };
}

/** A message that names an SME; one that is edited and goes on naming the same one is no new grant. */
function announcements(seen: Seen, call: Call, named: Map<string, string>): Grant[] {
  const channel = text(call, 'channel');
  // What one person is told in private announces nobody: a lead reads who could take a request instead.
  if (seen.state.slack.conversations.some((each) => each.id === channel && each.kind === 'im')) return [];
  const key = messageKey(call);
  const place = `${channel} ${key ?? text(call, 'ts')}`;
  const body = `${text(call, 'text')}\n${text(call, 'blocks')}`;
  const smes = smesNamed(seen, body);
  const already = named.get(place) ?? '';
  named.set(place, smes.join());
  const iid = key === null ? null : issueOfKey(seen, key);
  return smes
    .filter((sme) => !already.split(',').includes(sme))
    .map((sme) => ({ kind: 'announcement', call, channel, iid, sme }));
}

/** The key in a message's metadata; null: none. */
function messageKey(call: Call): string | null {
  return /"key"\s*:\s*"([^"]+)"/.exec(text(call, 'metadata'))?.[1] ?? null;
}

/** The iid in a key such as `7/12/announce`, if it is of this project. */
export function issueOfKey(seen: Seen, key: string): number | null {
  const found = /^(\d+)\/(\d+)\//.exec(key);
  return found !== null && Number(found[1]) === seen.project.id ? Number(found[2]) : null;
}
