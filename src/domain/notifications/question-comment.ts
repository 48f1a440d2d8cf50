import { mention } from './words.ts';

/** The comment to the requester that an approver has asked something; the words stay in the approver's comment. */
export function questionComment(requester: string, approver: string): string {
  return `${mention([requester])}: ${approver} has a question before deciding; it stands in their comment above. Please answer in a comment, or edit the description. The request then goes back to the approvers by itself.`;
}

/** What a request that is back with its requester waits for. */
export type Awaited = 'an answer to the question' | 'other dates' | 'the form to be mended';

/** The reminder that a request still waits for its requester; `until` is the day it ends on, in words. */
export function reminderComment(requester: string, awaited: Awaited, until: string): string {
  return `${mention([requester])}: this request still waits for ${awaited}; what is needed stands above. Please edit the description or answer in a comment. Without that it is closed after ${until}, and you can open it again at any time.`;
}

/** Why a request needs other dates. */
export type NoDate = 'waitlist over' | 'all windows passed';

/** The comment that asks the requester for other dates; `possible` are times at which an SME could come, in words. */
export function otherDatesComment(requester: string, why: NoDate, possible: readonly string[]): string {
  const times = possible.length === 0 ? [] : ['', 'Possible would be, as things stand today:', ''];
  return [
    `${mention([requester])}: ${reasonOf(why)}. Please propose other dates by editing the description; nothing else has to be written again.`,
    ...times,
    ...possible.map((time) => `- ${time}`),
  ].join('\n');
}

function reasonOf(why: NoDate): string {
  switch (why) {
    case 'waitlist over':
      return 'nobody could take this request at the proposed dates for as long as it can wait for that';
    case 'all windows passed':
      return 'all dates that you have proposed are over';
    default:
      return why satisfies never;
  }
}
