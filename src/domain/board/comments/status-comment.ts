import { escapeMarkdown } from '../../markdown/escape-markdown.ts';
import { mention } from '../../notifications/words.ts';
import type { CardStatus } from '../card.ts';
import { statusNames } from '../standing/status-names.ts';

/** What a comment on a new status says besides the status. */
export interface StatusNews {
  readonly value: CardStatus;
  /** Whoever has moved the card, by name; null: the account is gone. */
  readonly mover: string | null;
  /** Of a decline: where its reason is. Elsewhere: on the card that this one counts together with. */
  readonly reason: 'here' | 'elsewhere' | 'none';
  /** It counts together with others, and where it stands was decided on another card. */
  readonly together: boolean;
}

/** The comment that tells askers where their feedback stands now, what that means, and what they can do. */
export function statusComment(usernames: readonly string[], news: StatusNews): string {
  const subject = news.together
    ? 'this feedback, which counts together with others that ask for the same,'
    : 'this feedback';
  return `${mention(usernames)}: ${subject} is now at **${statusNames[news.value]}**. ${meaning(news)}`;
}

const further = 'You are told here when it moves on.';

function meaning(news: StatusNews): string {
  switch (news.value) {
    case 'new':
      return `It waits to be looked at again; there is nothing to do for you. ${further}`;
    case 'reviewed':
      return `Product management has read it; there is nothing to do for you. ${further}`;
    case 'accepted':
      return `Product management wants it; when it comes is not decided. Please promise your customer nothing yet. ${further}`;
    case 'roadmap':
      return `It is planned. Please ask a product manager before you name a date to your customer. ${further}`;
    case 'resolved':
      return 'It is delivered. Please tell your customer; if it is not what they need, say so in a comment here.';
    case 'declined':
      return `${reasonOf(news)} If things change for your customer, say so in a comment here.`;
    case 'backlog':
      return `It is kept for later. If it becomes more urgent for your customer, say so in a comment here. ${further}`;
    default:
      return news.value satisfies never;
  }
}

function reasonOf({ reason, mover }: StatusNews): string {
  const ask =
    mover === null ? 'Please ask a product manager for it.' : `Please ask ${escapeMarkdown(mover)} for it.`;
  switch (reason) {
    case 'here':
      return 'It will not be done; why stands in a comment above.';
    case 'elsewhere':
      return `It will not be done; the reason was given where it was decided. ${ask}`;
    case 'none':
      return `It will not be done, no reason given. ${ask}`;
    default:
      return reason satisfies never;
  }
}
