import { formAt } from '../authority.ts';
import type { Finding } from '../finding.ts';
import { type Reminder, remindersOf } from '../reminders.ts';
import type { Seen } from '../seen.ts';
import { worksAt } from '../working-time.ts';

const minute = 60_000;

/** A run plans at its beginning and writes at its end: so long it may have taken, in milliseconds. */
const run = 10 * minute;

/** 22: what time alone brings reaches each person in their own hours, and about one thing once. */
export function reminders(seen: Seen): Finding[] {
  const all = remindersOf(seen);
  return [...all.flatMap((each) => outOfHours(seen, each)), ...inTwoSteps(all)];
}

function finding({ issue, call }: Reminder, what: string): Finding {
  const where = issue === null ? {} : { issue };
  return { invariant: 22, ...where, what: `${what} (call ${call.seq})` };
}

function outOfHours(seen: Seen, reminder: Reminder): Finding[] {
  const { call, people, about } = reminder;
  if (mayBeFastTrack(seen, reminder)) return [];
  return people
    .filter((person) => !worksAt(seen.rules, person, call.at) && !worksAt(seen.rules, person, call.at - run))
    .map((person) => finding(reminder, `${person} was told ${about} out of hours`));
}

/** A fast track is told at any hour. Whether it is one the oracle does not work out: a near date is enough. */
function mayBeFastTrack(seen: Seen, { issue: iid, call }: Reminder): boolean {
  const issue = seen.issues.find((each) => each.iid === iid);
  if (issue === undefined || iid === null) return false;
  if (seen.desk.ids.includes(issue.raw.authorId)) return false;
  const { days, fastTrack } = formAt(seen, issue, call.seq);
  const near = issue.raw.createdAt + 96 * 60 * minute;
  return fastTrack !== '' || days === null || Date.parse(days.first) < near;
}

/** Each person is told in one step of a clock only, and of a week by one digest. */
function inTwoSteps(all: readonly Reminder[]): Finding[] {
  return all.flatMap((reminder, index) =>
    reminder.people
      .filter((person) => all.slice(0, index).some((before) => isAnotherOf(before, reminder, person)))
      .map((person) => finding(reminder, `${person} was told ${reminder.about} twice`)),
  );
}

/** The same message twice is found as a second one with its key: two runs of one moment may post it, and one goes again. */
function isAnotherOf(before: Reminder, { issue, about, step, call }: Reminder, person: string): boolean {
  if (!before.people.includes(person) || before.about !== about) return false;
  const isClock = about.startsWith('clock:');
  if (isClock) return before.issue === issue && before.step !== step;
  return about.startsWith('digest:') && before.call.system !== call.system;
}
