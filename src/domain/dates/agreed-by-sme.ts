import type { RequestContext, RequestView } from '../request/request-view.ts';
import { agreedComment } from './agreed-comment.ts';

/**
 * Whether the agreed date of a request is one that its SME has named or has been given already: then working hours
 * decide nothing (`docs/rules.md#dates`). One that the requester named, and that is still to be decided on, is not.
 */
export function isAgreedBySme(view: RequestView, context: RequestContext): boolean {
  const record = view.record.state;
  const agreed = record?.agreed ?? null;
  const decision = record?.decision ?? null;
  if (agreed === null || decision === null) return false;
  if (decision.start === agreed && decision.parts.length === 0) return true;
  const said = agreedComment(view, context, decision);
  return said?.kind === 'date' && said.start === agreed && said.writer.id === decision.sme;
}
