import type { Authority } from '../action.ts';
import type { Ink } from './ink.ts';
import { type PlanNames, userName } from './plan-names.ts';

const sentenceStart =
  /^(?:The|A|An|It|Its|This|That|There|No|Nobody|Somebody|All|Every|Nothing|Everything)\b/;

/** A reason as it reads after "because": without the capital and the full stop of a sentence. */
export function reasonText(why: string, ink: Ink): string {
  const words = why.trim().replace(/\.$/, '');
  return ink.words(sentenceStart.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words);
}

/** What a grant rests on: the person and the event whose approval is read again right before it is made. */
export function authorityText(authority: Authority, ink: Ink, names: PlanNames): string {
  return `${ink.code(userName(authority.user, names))} approved it (label event ${authority.event})`;
}
