import type { Area, Config } from '../../config/types.ts';
import { dayOf } from '../../domain/calendar/day.ts';
import { escapeMarkdown } from '../../domain/markdown/escape-markdown.ts';
import type { Directory } from '../../domain/people.ts';
import type { Instant, LabelFacts } from '../../domain/snapshot.ts';
import type { OpenStanding } from '../../plan/standing-action.ts';
import type { Meeting } from '../../report/board/agenda.ts';
import type { BoardFacts } from '../../report/board/board-facts.ts';
import { podAgenda } from '../../report/board/pod-agenda.ts';
import { reviewAgenda } from '../../report/board/review-agenda.ts';
import { monthTitle } from '../../report/month-title.ts';
import { reviewLabel } from '../publish/review-issue.ts';
import { type MeetingDay, meetingsOfNow } from './meeting-days.ts';

/** One of the two monthly meetings of each formal area. */
interface MeetingKind {
  readonly key: 'pod' | 'review';
  /** What its title begins with. */
  readonly title: string;
  readonly agenda: (facts: BoardFacts, meeting: Meeting) => string;
  /** Usernames of those it is for, the first ones first. */
  readonly people: (config: Config, area: Area, today: string) => readonly string[];
}

const kinds: readonly MeetingKind[] = [
  {
    key: 'pod',
    title: 'Pod',
    agenda: podAgenda,
    people: (config, area, today) => [...area.leads, ...smesOf(config, area, today)],
  },
  {
    key: 'review',
    title: 'PM/SME review',
    agenda: reviewAgenda,
    people: (config, area, today) => [...area.productManagers, ...area.leads, ...smesOf(config, area, today)],
  },
];

/** What the meetings of a day depend on. */
interface MeetingsInput {
  readonly facts: BoardFacts;
  readonly now: Instant;
  readonly directory: Directory;
  readonly labels: readonly LabelFacts[];
  /** Keys of the meetings whose issue is there, open or closed: {@link meetingKeyOf} or the marker. */
  readonly opened: readonly string[];
}

/** The meetings to open, and one sentence for each that cannot be. */
interface MeetingsDue {
  readonly actions: readonly OpenStanding[];
  readonly problems: readonly string[];
}

/**
 * The issues of the monthly meetings that are due: for each formal area a pod and a PM/SME review, opened once with
 * their agenda (`docs/rules.md#customer-feedback`). GitLab assigns only members with an active account.
 */
export function meetingsDue(input: MeetingsInput): MeetingsDue {
  const { config } = input.facts;
  const formal = config.areas.filter(({ tier }) => tier === 'formal');
  const due = kinds.flatMap((kind) =>
    meetingsOfNow(config.calendar, config.feedback.meetings[kind.key], input.now).flatMap((day) =>
      formal.map((area) => meetingOf(input, kind, area, day)),
    ),
  );
  return {
    actions: due.flatMap((each) => (typeof each === 'string' ? [] : (each ?? []))),
    problems: due.filter((each) => typeof each === 'string'),
  };
}

/** Whether the issue of any meeting may have to be opened now: only then are those that are there worth reading. */
export function isMeetingTime({ calendar, feedback }: Config, now: Instant): boolean {
  return kinds.some(({ key }) => meetingsOfNow(calendar, feedback.meetings[key], now).length > 0);
}

/** The issue of one meeting; a sentence where nobody can be assigned; null where it is there already. */
function meetingOf(
  input: MeetingsInput,
  kind: MeetingKind,
  area: Area,
  { month, on, since }: MeetingDay,
): OpenStanding | string | null {
  const key = meetingKey(kind.key, area.key, month);
  if (input.opened.includes(key)) return null;
  const title = `${kind.title}: ${escapeMarkdown(area.name)}, ${monthTitle(month)}`;
  const assignees = assigneesOf(input, kind, area);
  if (assignees.length === 0) {
    return `"${title}" was not opened: none of those it is for is a member of the project with an active account. Add them to the project, or others to the area "${area.key}" in config/program.yml.`;
  }
  const known = new Set(input.labels.map(({ name }) => name));
  return {
    kind: 'standing.open',
    key,
    title,
    description: kind.agenda(input.facts, { area, on, since }),
    labels: [reviewLabel, ...[`area::${area.key}`].filter((label) => known.has(label))],
    assignees,
    mentions: [],
  };
}

function meetingKey(kind: MeetingKind['key'], areaKey: string, month: string): string {
  return `${kind}:${areaKey}:${month}`;
}

/** User ids, each once. */
function assigneesOf({ facts, directory, now }: MeetingsInput, kind: MeetingKind, area: Area): number[] {
  const { config } = facts;
  const usernames = kind.people(config, area, dayOf(config.calendar.timezone, now));
  const people = usernames.flatMap((username) => directory.byUsername(username) ?? []);
  const present = people.filter(({ active, accessLevel }) => active && accessLevel !== null);
  return [...new Set(present.map(({ id }) => id))];
}

/** SMEs of an area, leads among them, whose term has the day in it. Associates learn elsewhere. */
function smesOf({ roster }: Config, { key }: Area, today: string): string[] {
  const inTerm = roster.filter(({ term }) => term === null || (term.from <= today && term.to >= today));
  return inTerm.flatMap(({ areas, gitlab }) =>
    areas[key] === 'sme' || areas[key] === 'lead' ? [gitlab] : [],
  );
}

/**
 * The key of the meeting that an issue of the desk's with {@link reviewLabel} is, by its title and its area; null: it is
 * none. Those it is assigned to write into its description and may take the marker out with it.
 */
export function meetingKeyOf(
  { title, labels }: { readonly title: string; readonly labels: readonly string[] },
  areas: Config['areas'],
): string | null {
  const known = /^(?<kind>Pod|PM\/SME review): .*, (?<month>[A-Z][a-z]+ \d{4})$/.exec(title)?.groups;
  const kind = kinds.find((each) => each.title === known?.kind);
  const area = areas.find(({ key }) => labels.includes(`area::${key}`));
  const month = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))
    .map((number) => `${known?.month?.slice(-4) ?? ''}-${number}`)
    .find((name) => monthTitle(name) === known?.month);
  if (kind === undefined || area === undefined || month === undefined) return null;
  return meetingKey(kind.key, area.key, month);
}
