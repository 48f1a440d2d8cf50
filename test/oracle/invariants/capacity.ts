import type { Finding } from '../finding.ts';
import { smeNamed } from '../people.ts';
import { decidersOf } from '../rules.ts';
import type { Seen, SeenIssue } from '../seen.ts';

const hour = 3_600_000;
const fourWeeks = 28 * 24 * hour;

interface Engagement {
  readonly issue: SeenIssue;
  readonly sme: string;
  readonly start: number;
  readonly end: number;
  readonly hours: number;
}

/** 19: no SME above capacity or in two meetings at once, but where a person has named them. */
export function capacity(seen: Seen): Finding[] {
  const all = seen.issues.flatMap((issue) => engagementOf(seen, issue));
  const smes = [...new Set(all.map((each) => each.sme))];
  return smes.flatMap((sme) => {
    const own = all.filter((each) => each.sme === sme).sort((a, b) => a.start - b.start);
    return [...overlaps(own), ...overloads(seen, sme, own)];
  });
}

const holding: readonly string[] = ['assigned', 'changed', 'engaged', 'awaiting-feedback'].map(
  (state) => `request::${state}`,
);

/**
 * What the newest record of a live request says it takes of somebody, each meeting of a series by itself; less than
 * the meeting it never is.
 */
function engagementOf(seen: Seen, issue: SeenIssue): Engagement[] {
  const decision = issue.records.at(-1)?.value.decision ?? null;
  if (decision === null || !issue.labels.some((label) => holding.includes(label))) return [];
  if (wasNamedByPerson(seen, issue, decision.username)) return [];
  const { username: sme, parts } = decision;
  const meetings = parts.length === 0 ? [{ start: decision.start, end: decision.end }] : parts;
  return meetings.map(({ start, end }) => {
    const meeting = (end - start) / hour + seen.rules.preparationHours;
    return {
      issue,
      sme,
      start,
      end,
      hours: Math.min(meeting, Math.max(decision.hours / meetings.length, 0)),
    };
  });
}

/** An assignment by an approver or a lead stands, whatever it does to the SME's hours. */
function wasNamedByPerson(seen: Seen, issue: SeenIssue, username: string): boolean {
  const deciders = decidersOf(seen.rules, null);
  return issue.raw.notes.some((note) => {
    const author = seen.state.gitlab.users[String(note.authorId)]?.username ?? '';
    const leads = seen.rules.areas.some((area) => area.leads.includes(author));
    const may = deciders.has(author) || leads;
    return note.system && may && note.body.startsWith('assigned to') && note.body.includes(`@${username}`);
  });
}

function overlaps(own: readonly Engagement[]): Finding[] {
  return own.flatMap((each, index) => {
    const clash = own.slice(0, index).find((other) => other.end > each.start && other.start < each.end);
    if (clash === undefined) return [];
    const what = `${each.sme} is in this meeting and in that of #${clash.issue.iid} at once`;
    return [{ invariant: 19, issue: each.issue.iid, what }];
  });
}

function overloads(seen: Seen, sme: string, own: readonly Engagement[]): Finding[] {
  const { rules } = seen;
  const most = (smeNamed(rules, sme)?.weekly_hours ?? rules.weeklyHours) * rules.engagementShare * 4;
  return own.flatMap((first) => {
    const inside = own.filter((each) => each.start >= first.start && each.start < first.start + fourWeeks);
    const hours = inside.reduce((sum, each) => sum + each.hours, 0);
    if (hours <= most + 0.001) return [];
    const what = `${sme} has ${hours} hours within four weeks, of ${most}`;
    return [{ invariant: 19, issue: first.issue.iid, what }];
  });
}
