import type { Finding } from '../finding.ts';
import type { Memory } from '../memory.ts';
import { columns, projectIn, type Run } from '../see.ts';
import { dayIn } from '../working-time.ts';

/** Every board of feedback has all its columns in their order after a run; one whose label was gone, after the next. */
export function boards(_: Memory, { before, after, program, isCut }: Run): Finding[] {
  if (isCut) return [];
  const known = new Set(Object.values(before.gitlab.labels).map(({ name }) => name));
  const wanted = columns.map((column) => `feedback::${column}`).filter((name) => known.has(name));
  const formal = program.areas.filter(({ isFormal }) => isFormal);
  return ['Feedback', ...formal.map(({ name }) => `Feedback: ${name}`)].flatMap((name): Finding[] => {
    const [board, ...others] = projectIn(after).boards.filter((each) => each.name === name);
    if (board === undefined) return [{ law: 'boards', what: `there is no board “${name}”` }];
    if (others.length > 0) return [{ law: 'boards', what: `there are several boards “${name}”` }];
    const lists = board.lists
      .toSorted((a, b) => a.position - b.position)
      .flatMap(({ labelId }) => after.gitlab.labels[labelId ?? 0]?.name ?? []);
    const there = lists.filter((each) => wanted.includes(each));
    return there.join() === wanted.join()
      ? []
      : [{ law: 'boards', what: `“${name}” has ${lists.join(', ')}` }];
  });
}

/** No label of a column is missing after a run. */
export function columnLabels(_: Memory, { after, isCut }: Run): Finding[] {
  const known = new Set(Object.values(after.gitlab.labels).map(({ name }) => name));
  return columns
    .filter((column) => !known.has(`feedback::${column}`) && !isCut)
    .map((column) => ({ law: 'boards', what: `the label feedback::${column} is missing` }));
}

const day = 86_400_000;

const meetingKinds = [
  { title: 'Pod', on: 3 },
  { title: 'PM/SME review', on: 17 },
] as const;

/** Each formal area has one issue for each meeting that is near, confidential and assigned to somebody. */
export function meetings(_: Memory, { after, program, at, isCut }: Run): Finding[] {
  const own = Object.values(projectIn(after).issues).filter(({ authorId }) => authorId === program.desk);
  const month = dayIn(program.hours.timeZone, at).slice(0, 7);
  const found: Finding[] = [];
  for (const { title, on } of meetingKinds) {
    const held = heldOn(program.hours, `${month}-${String(on).padStart(2, '0')}`);
    const isNear = near(program.hours, at, held);
    for (const { name } of program.areas.filter(({ isFormal }) => isFormal)) {
      const wanted = `${title}: ${name}, ${monthName(month)}`;
      const opened = own.filter((issue) => issue.title === wanted);
      if (opened.length > 1)
        found.push({ law: 'meetings', what: `“${wanted}” was opened ${opened.length} times` });
      if (isNear && opened.length === 0 && !isCut)
        found.push({ law: 'meetings', what: `“${wanted}” was not opened` });
      for (const issue of opened) {
        if (!issue.confidential)
          found.push({ law: 'meetings', card: issue.iid, what: `“${wanted}” is public` });
        if (issue.assigneeIds.length === 0)
          found.push({ law: 'meetings', card: issue.iid, what: `“${wanted}” is nobody's` });
      }
    }
  }
  return found;
}

type Calendar = {
  readonly timeZone: string;
  readonly days: readonly string[];
  readonly holidays: readonly string[];
};

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

function works({ days, holidays }: Calendar, date: string): boolean {
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
  return days.includes(weekday) && !holidays.includes(date);
}

function heldOn(calendar: Calendar, wanted: string): string {
  let date = wanted;
  while (!works(calendar, date)) date = nextDay(date, 1);
  return date;
}

/** From two working days before the meeting until its day. */
function near(calendar: Calendar, at: number, held: string): boolean {
  let first = held;
  for (let left = 2; left > 0; ) {
    first = nextDay(first, -1);
    if (works(calendar, first)) left -= 1;
  }
  const today = dayIn(calendar.timeZone, at);
  return today >= first && today <= held;
}

function nextDay(date: string, by: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + by * day).toISOString().slice(0, 10);
}

function monthName(month: string): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleString('en-US', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
