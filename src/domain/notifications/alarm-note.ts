import { requestLabel } from '../workflow/request-state.ts';
import { mention } from './words.ts';

/** The internal note to the program leads when the desk's own account has set a label that the desk has not. */
export function alarmNote(leads: readonly string[], event: number, state: 'approved' | 'declined'): string {
  const never = state === 'approved' ? 'The desk never does that' : 'The desk has decided on no decline here';
  return `${mention(leads)}: the label \`${requestLabel(state)}\` was set by the desk's own account (label event ${event}). ${never}, so somebody else may be using its token. It counts for nothing. Please have the token replaced at once, and look at what else this account has done. Code: \`desk-approval\``;
}
