import type { Finding } from '../finding.ts';
import { issueOfKey } from '../grants.ts';
import type { Seen } from '../seen.ts';

/** 4: at most one live Slack message per request, kind and channel, and each with the key to find it by. */
export function messages(seen: Seen): Finding[] {
  return seen.state.slack.conversations.flatMap((conversation) => {
    const own = conversation.messages.filter(
      (each) => each.user === seen.desk.slack && each.subtype === null,
    );
    const keys = own.map((each) => keyOf(each.metadata));
    return keys.flatMap((key, index): Finding[] => {
      const where = `${conversation.id}, message ${own[index]?.ts}`;
      if (key === null) return [{ invariant: 4, what: `${where}: no key to find it by` }];
      if (keys.indexOf(key) === index) return [];
      const issue = issueOfKey(seen, key);
      return [{ invariant: 4, ...(issue === null ? {} : { issue }), what: `${where}: a second ${key}` }];
    });
  });
}

function keyOf(
  metadata: { readonly event_type: string; readonly event_payload: Record<string, unknown> } | null,
) {
  const key = metadata?.event_type === 'sme_desk' ? metadata.event_payload.key : null;
  return typeof key === 'string' ? key : null;
}
