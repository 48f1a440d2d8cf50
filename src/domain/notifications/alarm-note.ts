import { mention } from './words.ts';

/** The internal note to the program leads when the desk's own account has set the label of an approval. */
export function alarmNote(leads: readonly string[], event: number): string {
  return `${mention(leads)}: the label \`request::approved\` was set by the desk's own account (label event ${event}). The desk never does that, so somebody else may be using its token. It counts for nothing. Please have the token replaced at once, and look at what else this account has done. Code: \`desk-approval\``;
}
