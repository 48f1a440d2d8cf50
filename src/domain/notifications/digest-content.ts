import { type Search, whoSearches } from '../assignment/who-searches.ts';
import { type Clock, type ClockKind, isForProgram } from '../clocks/clock.ts';
import type { DigestWeek } from '../clocks/digest-week.ts';
import { heldSince } from '../clocks/outage.ts';
import { progressOf } from '../clocks/progress.ts';
import { runningClock } from '../clocks/running-clock.ts';
import { publicAreaName } from '../request/public-area-name.ts';
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

/** What waits on an approved request that has no SME. */
const searches: Readonly<Record<Search, string>> = {
  'the desk': 'nobody is free',
  'a lead': 'a lead chooses from the SMEs that were proposed',
  'a lead, too large': 'larger than any budget: please assign it by hand or split it',
  'nobody, not live': 'nobody searches, because the area is not live: please assign it by hand',
  'nobody, opportunity closed': 'nobody searches, because the opportunity is closed',
};

/** An open request, and the clock that runs on it. */
interface Open {
  readonly view: RequestView;
  readonly clock: Clock | null;
}

/** The digest over some requests: what waits, what is late, and what is not as it should be. */
export function digestContent(
  views: readonly RequestView[],
  context: RequestContext,
  { week, newReport }: DigestWeek,
): DigestContent {
  const open = views
    .filter((view) => view.issue.state === 'opened')
    .map((view): Open => ({ view, clock: runningClock(view, context) }));
  const lists = listsOf(open, context).filter((list) => list.items.length > 0);
  const { webUrl } = context.snapshot.project;
  const report =
    newReport === null ? null : { month: newReport, url: `${webUrl}/-/wikis/reports/${newReport}` };
  return { week, waiting: waitingLines(open, context), lists, report };
}

function waitingLines(open: readonly Open[], context: RequestContext): string[] {
  return Object.entries(waits).flatMap(([kind, words]) => {
    const waiting = open.filter(({ clock }) => clock?.kind === kind);
    return waiting.length === 0 ? [] : [`${waiting.length} ${words} (${byArea(waiting, context)})`];
  });
}

function byArea(waiting: readonly Open[], { config }: RequestContext): string {
  const counts = new Map<string, number>();
  for (const { view } of waiting) {
    const area = publicAreaName(view, config);
    counts.set(area, (counts.get(area) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
}

function listsOf(open: readonly Open[], context: RequestContext): DigestContent['lists'] {
  const list = (title: string, words: (each: Open) => string | null) => ({
    title,
    items: open.flatMap((each): DigestItem[] => {
      const said = words(each);
      if (said === null) return [];
      const { iid, webUrl } = each.view.issue;
      const area = publicAreaName(each.view, context.config);
      return [{ iid, url: webUrl, words: said === '' ? area : `${area}, ${said}` }];
    }),
  });
  return [
    list('Late', ({ clock }) => lateWords(clock, context)),
    list('Without an SME', ({ view }) => waitlistWords(view, context)),
    list('Assigned by hand', ({ view }) =>
      (view.record.state?.decision?.override ?? null) === null ? null : '',
    ),
    list('Not yet on the opportunity team', ({ view }) => owing(view, 'salesforce::pending')),
    list('Not yet told in Slack', ({ view }) => owing(view, 'slack::pending')),
    list('Not checked, because Salesforce does not answer', ({ view }) =>
      heldSince(view) === null ? null : '',
    ),
  ];
}

/** A requester who takes their time is nobody's delay but their own. */
function lateWords(clock: Clock | null, context: RequestContext): string | null {
  if (clock === null || !isForProgram(clock)) return null;
  if (progressOf(clock, context.config, context.snapshot.now) !== 'breached') return null;
  return `waits ${waits[clock.kind]}`;
}

function waitlistWords(view: RequestView, context: RequestContext): string | null {
  if (view.state !== 'waitlisted') return null;
  return searches[whoSearches(view, context, { state: view.state, record: view.record.state })];
}

function owing({ issue }: RequestView, label: string): string | null {
  return issue.labels.includes(label) ? '' : null;
}
