import type { RequestState } from './request-state.ts';

/**
 * Whether a label that the desk's own account has added was not set by the desk: it never sets `request::approved`, and
 * `request::declined` only after the record has noted that transition. Somebody else may have its token
 * (`docs/security.md#approval`).
 */
export function isForged(
  added: { readonly state: RequestState | null; readonly event: number },
  decided: readonly { readonly to: RequestState; readonly on: number }[],
): boolean {
  if (added.state === 'approved') return true;
  return added.state === 'declined' && !decided.some(({ to, on }) => to === 'declined' && on < added.event);
}
