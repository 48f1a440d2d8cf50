import { exceedsEveryBudget } from '../assignment/eligibility.ts';
import { wishOf } from '../assignment/wish.ts';
import { type ClockKind, isForProgram } from '../clocks/clock.ts';
import type { DigestWeek } from '../clocks/digest-week.ts';
import { heldSince } from '../clocks/outage.ts';
import { progressOf } from '../clocks/progress.ts';
import { runningClock } from '../clocks/running-clock.ts';
import type { RequestContext, RequestView } from '../request/request-view.ts';

/** One request in a digest: its number, where it is, and a few words. Never a customer, a title or a person. */
export interface DigestItem {
  readonly iid: number;
  readonly url: string;
  readonly words: string;
}

/** What a digest tells, in the order it tells it. */
export interface DigestContent {
  /** `2026-W48`. */
  readonly week: string;
  /** One line for each kind of waiting, with numbers. */
  readonly waiting: readonly string[];
  readonly lists: readonly { readonly title: string; readonly items: readonly DigestItem[] }[];
  readonly report: { readonly month: string; readonly url: string } | null;
}

const waits: Readonly<Record<ClockKind, string>> = {
  approval: 'for a decision',
  assignment: 'for a lead to choose an SME',
  pickup: 'for an SME to accept',
  answer: 'for the requester',
  feedback: 'for feedback',
};

/** The digest over some requests: what waits, what is late, and what is not as it should be. */
export function digestContent(
  views: readonly RequestView[],
  context: RequestContext,
  { week, newReport }: DigestWeek,
): DigestContent {
  const open = views.filter((view) => view.issue.state === 'opened');
  const lists = listsOf(open, context).filter((list) => list.items.length > 0);
  const { webUrl } = context.snapshot.project;
  const report =
    newReport === null ? null : { month: newReport, url: `${webUrl}/-/wikis/reports/${newReport}` };
  return { week, waiting: waitingLines(open, context), lists, report };
}

function waitingLines(open: readonly RequestView[], context: RequestContext): string[] {
  return Object.entries(waits).flatMap(([kind, words]) => {
    const waiting = open.filter((view) => runningClock(view, context)?.kind === kind);
    return waiting.length === 0 ? [] : [`${waiting.length} ${words} (${byArea(waiting, context)})`];
  });
}

function byArea(views: readonly RequestView[], context: RequestContext): string {
  const counts = new Map<string, number>();
  for (const view of views) counts.set(area(view, context), (counts.get(area(view, context)) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
}

function listsOf(open: readonly RequestView[], context: RequestContext): DigestContent['lists'] {
  const list = (title: string, words: (view: RequestView) => string | null) => ({
    title,
    items: open.flatMap((view): DigestItem[] => {
      const said = words(view);
      if (said === null) return [];
      const { iid, webUrl } = view.issue;
      return [
        { iid, url: webUrl, words: [area(view, context), said].filter((each) => each !== '').join(', ') },
      ];
    }),
  });
  return [
    list('Late', (view) => lateWords(view, context)),
    list('Without an SME', (view) => waitlistWords(view, context)),
    list('Assigned by hand', ({ record }) =>
      (record.state?.decision?.override ?? null) === null ? null : '',
    ),
    list('Not yet on the opportunity team', (view) => owing(view, 'salesforce::pending')),
    list('Not yet told in Slack', (view) => owing(view, 'slack::pending')),
    list('Not checked, because Salesforce does not answer', (view) => (heldSince(view) === null ? null : '')),
  ];
}

/** A requester who takes their time is nobody's delay but their own. */
function lateWords(view: RequestView, context: RequestContext): string | null {
  const clock = runningClock(view, context);
  if (clock === null || !isForProgram(clock)) return null;
  if (progressOf(clock, context.config, context.snapshot.now) !== 'breached') return null;
  return `waits ${waits[clock.kind]}`;
}

function waitlistWords(view: RequestView, { config, directory, snapshot }: RequestContext): string | null {
  if (view.state !== 'waitlisted') return null;
  const wish = wishOf(view);
  if (wish === null) return 'nobody is free';
  const supply = { config, directory, engagements: [], now: snapshot.now };
  return exceedsEveryBudget(wish, supply)
    ? 'larger than any budget: please assign it by hand or split it'
    : 'nobody is free';
}

function owing({ issue }: RequestView, label: string): string | null {
  return issue.labels.includes(label) ? '' : null;
}

/** What a person wrote under Other is theirs and stays in the request. */
function area(view: RequestView, { config }: RequestContext): string {
  return config.areas.find((each) => each.key === view.areaKey)?.name ?? 'Other';
}
