import type { Finding } from '../finding.ts';
import { issueIn, lookedAt, type Memory } from '../memory.ts';
import { deskComments, type Run } from '../see.ts';
import { dayIn } from '../working-time.ts';

/** With Slack on, each asker has one message of the day, and it names each card whose news they were told today. */
export function slack(_: Memory, run: Run): Finding[] {
  if (run.slack === 'down') return [];
  const { program, at } = run;
  const today = dayIn(program.hours.timeZone, at);
  const news = newsOfToday(run, today);
  const found: Finding[] = [];
  for (const [username, slackId] of Object.entries(program.slackOf)) {
    const messages = messagesTo(run, slackId, today);
    const cards = news.get(username) ?? [];
    if (messages.length > 1)
      found.push({ law: 'slack', what: `${username} has ${messages.length} messages of ${today}` });
    const text = messages.join('\n');
    const named = [...text.matchAll(/\|Feedback #(\d+)>/g)].map((match) => Number(match[1]));
    if (run.isCut) continue;
    for (const card of cards)
      if (!named.includes(card))
        found.push({ law: 'slack', card, what: `${username} was not told in Slack` });
    for (const card of named)
      if (!cards.includes(card))
        found.push({ law: 'slack', card, what: `${username} was told in Slack alone` });
  }
  return found;
}

/** Numbers of the cards by whoever was called upon today on them because of their status. */
function newsOfToday(run: Run, today: string): Map<string, number[]> {
  const news = new Map<string, number[]>();
  for (const { iid } of lookedAt(run)) {
    const comments = deskComments(issueIn(run.after, iid), run.program).filter(
      ({ key, note }) =>
        key.startsWith('status:') && dayIn(run.program.hours.timeZone, note.createdAt) === today,
    );
    for (const username of new Set(
      comments.flatMap(({ text }) =>
        [...(text.split(':', 1)[0]?.matchAll(/@([\w.-]+)/g) ?? [])].map((match) => match[1] ?? ''),
      ),
    ))
      news.set(username, [...(news.get(username) ?? []), iid]);
  }
  return news;
}

function messagesTo({ after, program }: Run, slackId: string, today: string): string[] {
  return after.slack.conversations
    .filter(({ kind, members }) => kind === 'im' && members.includes(slackId))
    .flatMap(({ messages }) => messages)
    .filter(
      ({ user, text, ts }) =>
        user === program.deskInSlack &&
        text.includes('Feedback #') &&
        dayIn(program.hours.timeZone, Number(ts) * 1000) === today,
    )
    .map(({ text }) => text);
}
