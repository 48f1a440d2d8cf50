import type { Config } from '../../config/types.ts';
import { requestFormLink } from '../request/request-form-link.ts';
import { slackText } from '../slack-text/slack-text.ts';
import type { Ask, Instant, Snapshot } from '../snapshot.ts';

/** How long a message in a request channel is answered, in milliseconds; who is told later has gone on. */
export const answeredWithin = 2 * 86_400_000;

/** Whether a message is young enough to be answered (`docs/rules.md#messages`). */
export function isFresh({ ts }: Pick<Ask, 'ts'>, now: Instant): boolean {
  return Number(ts) * 1000 >= now - answeredWithin;
}

/** The channels in which people ask for an SME: those of all areas. */
export function requestChannels({ areas }: Pick<Config, 'areas'>): readonly string[] {
  return [...new Set(areas.flatMap(({ slack }) => (slack.request === null ? [] : [slack.request])))];
}

/** The answer to whatever a person writes there: the way in. It names nobody and repeats nothing. */
export function askAnswer(project: Pick<Snapshot['project'], 'webUrl'>): string {
  const link = { kind: 'link', url: requestFormLink(project), label: 'open a request' } as const;
  return slackText`To ask for an SME, please ${link}. What is written here is not taken over, so put your question into the form; only you and the program will see it.`;
}

/** The key of the answer to one message: with the project, so that two desks in one channel never meet. */
export function askKey({ id }: Pick<Snapshot['project'], 'id'>, { channel, ts }: Ask): string {
  return `${id}/ask/${channel}/${ts}`;
}
