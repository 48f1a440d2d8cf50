import { isForProgram } from '../../domain/clocks/clock.ts';
import { progressOf } from '../../domain/clocks/progress.ts';
import { runningClock } from '../../domain/clocks/running-clock.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import type { IssueAction } from '../../plan/action.ts';
import { relabel } from '../request/actions-on.ts';
import type { PhaseInput } from '../request/phase.ts';
import { rewriteRecord } from '../request/rewrite-record.ts';
import { viewAfter } from '../request/view-after.ts';

const labels = { 'at-risk': 'sla::at-risk', breached: 'sla::breached' } as const;

/**
 * `sla::at-risk` or `sla::breached` while an approval, a choice or a pick-up is it, and neither afterwards
 * (`docs/rules.md#clocks`). The record is written with the label, so that both tell the same; a label that the
 * project lacks is not used.
 */
export function slaLabels({ view, context }: PhaseInput): IssueAction[] {
  const wanted = wantedLabel(view, context);
  const known = Object.values(labels);
  const surplus = known.filter((label) => label !== wanted && view.issue.labels.includes(label));
  const missing = wanted === null || view.issue.labels.includes(wanted) ? [] : [wanted];
  if (surplus.length === 0 && missing.length === 0) return [];
  const change = relabel(view, missing, surplus, whyOf(wanted));
  const after = viewAfter([change], view, context);
  return [...rewriteRecord(view, after, 'the clock of the request has moved on'), change];
}

function wantedLabel(view: RequestView, context: RequestContext): string | null {
  const clock = runningClock(view, context);
  if (clock === null || !isForProgram(clock)) return null;
  const progress = progressOf(clock, context.config, context.snapshot.now);
  if (progress === 'fine') return null;
  const label = labels[progress];
  return context.snapshot.labels.some((each) => each.name === label) ? label : null;
}

function whyOf(wanted: string | null): string {
  if (wanted === null) return 'nobody is waited for too long any more';
  return wanted === labels.breached ? 'an answer is late' : 'an answer is nearly late';
}
