import type { World } from '../world.ts';
import { deskNote, deskSlackUser, issuesOf } from './place.ts';

/** Where the people of the example work, in hours from 9 on, on weekdays. Stated here on its own, as all of a check. */
const places: Readonly<Record<string, { readonly zone: string; readonly until: number }>> = {
  priya: { zone: 'UTC', until: 17 },
  omar: { zone: 'UTC', until: 17 },
  lena: { zone: 'UTC', until: 17 },
  sam: { zone: 'Europe/Madrid', until: 17 },
  sofia: { zone: 'Europe/Madrid', until: 17 },
  tom: { zone: 'America/New_York', until: 17 },
  ines: { zone: 'Europe/Madrid', until: 18 },
  jonas: { zone: 'Europe/Berlin', until: 17 },
  carlos: { zone: 'America/Sao_Paulo', until: 17 },
  hannah: { zone: 'America/New_York', until: 17 },
};

/** What time alone brings: a direct message, or a comment with one of these keys. */
const reminders = /^(?:clock|digest|feedback|feedback-reminder|reminder|expired):/;

/** Whom the desk has reminded of something outside their working time, one sentence each. */
export function remindedAtNight(world: World): string[] {
  return [...byComment(world), ...byMessage(world)]
    .filter(({ who, at }) => !isAtWork(who, at))
    .map(({ who, at }) => `${who} at ${new Date(at).toISOString()}`);
}

interface Reminded {
  readonly who: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

function byComment(world: World): Reminded[] {
  const notes = issuesOf(world).flatMap((issue) => issue.notes);
  return notes
    .filter((note) => reminders.test(deskNote(note)?.key ?? ''))
    .flatMap(({ body, createdAt }) =>
      Object.keys(places)
        .filter((who) => new RegExp(`@${who}\\b`).test(body))
        .map((who) => ({ who, at: createdAt })),
    );
}

function byMessage({ slack }: World): Reminded[] {
  return slack.conversations
    .filter(({ kind }) => kind === 'im')
    .flatMap(({ members, messages }) => {
      const ids = members.filter((id) => id !== deskSlackUser);
      const names = ids.flatMap(
        (id) => slack.users.find((user) => user.id === id)?.email?.split('@')[0] ?? [],
      );
      const own = messages.filter(({ user }) => user === deskSlackUser);
      return own.flatMap(({ ts }) => names.map((who) => ({ who, at: Number(ts) * 1000 })));
    });
}

function isAtWork(who: string, at: number): boolean {
  const { zone, until } = places[who] ?? { zone: 'UTC', until: 17 };
  const local = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: 'numeric',
    hourCycle: 'h23',
  });
  const [day = '', hour = ''] = local.format(at).split(', ');
  return !['Sat', 'Sun'].includes(day) && Number(hour) >= 9 && Number(hour) < until;
}
