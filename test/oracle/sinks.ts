import { list, text } from './call.ts';
import { targetOf } from './history.ts';
import { withoutMarker } from './marker.ts';
import type { Call } from './outside.ts';
import { deskWrote, type Seen } from './seen.ts';

/** A text that the desk has sent somewhere people read. */
export interface Sink {
  readonly kind: 'issue' | 'slack' | 'wiki' | 'elsewhere';
  /** Iid, channel id or page. */
  readonly place: string;
  readonly call: Call;
  /** As it was sent. */
  readonly sent: string;
  /** Without the desk's own marker. */
  readonly body: string;
}

/** Every text the desk has sent, edits and what was taken away since included. */
export function sinksOf(seen: Seen): readonly Sink[] {
  const known = sinks.get(seen);
  if (known !== undefined) return known;
  const found = seen.calls.filter((call) => deskWrote(seen, call)).flatMap((call) => sinkOf(seen, call));
  sinks.set(seen, found);
  return found;
}

/** Several invariants ask for the same. */
const sinks = new WeakMap<Seen, readonly Sink[]>();

/** What the operator's own account has set up is not the desk's; webhooks hold an address, not a text. */
function sinkOf(seen: Seen, call: Call): Sink[] {
  if (call.system === 'salesforce') return [];
  if (call.path.endsWith('/uploads')) return [fileOf(call)];
  const sent = [
    'title',
    'body',
    'description',
    'content',
    'text',
    'blocks',
    'topic',
    'purpose',
    'name',
    'new_name',
  ]
    .map((name) => text(call, name))
    .concat(list(call, 'add_labels'))
    .filter((each) => each !== '')
    .join('\n');
  if (sent === '') return [];
  const about = { call, sent, body: withoutMarker(sent) };
  if (call.system === 'slack') return [{ kind: 'slack', place: text(call, 'channel'), ...about }];
  const target = targetOf(call, seen.project);
  if (target !== null) return [{ kind: 'issue', place: String(target.iid), ...about }];
  const wiki = /\/wikis/.test(call.path);
  return [{ kind: wiki ? 'wiki' : 'elsewhere', place: call.path, ...about }];
}

/** A file lies beside all issues of the project. What names an event in a calendar only looks like an address. */
function fileOf(call: Call): Sink {
  const sent = String(call.body).replace(/^UID:.*$/gm, '');
  return { kind: 'elsewhere', place: call.path, call, sent, body: sent };
}

/** A finding's words for where a text went. */
export function placeOf(sink: Sink): string {
  return `${sink.kind} ${sink.place} (call ${sink.call.seq})`;
}
