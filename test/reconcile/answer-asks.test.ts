import { describe, expect, it } from 'vitest';
import type { Ask, SlackFacts } from '../../src/domain/snapshot.ts';
import { killedAnywhere } from '../builders/killed-anywhere.ts';
import { PaperDesk } from '../builders/paper-desk.ts';
import { hour, monday, slackOn } from '../builders/snapshot.ts';

const channel = 'C0AIREQ001';

/** What somebody has written so many hours ago. */
function ask(hours: number, changes: Partial<Ask> = {}): Ask {
  return { channel, ts: `${(monday - hours * hour) / 1000}.000100`, answered: false, ...changes };
}

function deskWith(slack: SlackFacts): PaperDesk {
  return new PaperDesk({ world: { slack } });
}

function answered(desk: PaperDesk): string[] {
  return desk.run().actions.flatMap((action) => (action.kind === 'slack.reply' ? [action.thread] : []));
}

describe('what a person writes in a request channel', () => {
  it('is answered once, with the link of the form and nobody named', () => {
    const desk = deskWith(slackOn({ asks: [ask(1)] }));

    const { actions } = desk.run();

    expect(actions).toEqual([
      {
        kind: 'slack.reply',
        channel,
        thread: ask(1).ts,
        key: `7/ask/${channel}/${ask(1).ts}`,
        text: 'To ask for an SME, please <https://gitlab.example.com/acme/sme-desk/-/issues/new?issuable_template=SME%20Request&amp;issue[confidential]=true|open a request>. What is written here is not taken over, so put your question into the form; only you and the program will see it.',
      },
    ]);
    expect(desk.run().actions).toEqual([]);
  });

  it.each<[string, SlackFacts]>([
    ['it has an answer', slackOn({ asks: [ask(1, { answered: true })] })],
    ['it is older than two days', slackOn({ asks: [ask(49)] })],
    ['no area has its requests there', slackOn({ asks: [ask(1, { channel: 'C0OTHER001' })] })],
    ['the channel cannot be read', slackOn({ asks: [ask(1)], unreadable: [channel] })],
    ['Slack is down', { mode: 'down', reason: 'no answer' }],
    ['Slack is off', { mode: 'off' }],
  ])('gets no answer when %s', (_, slack) => {
    expect(answered(deskWith(slack))).toEqual([]);
  });

  it('is no matter of a run that looks at one request', () => {
    const desk = deskWith(slackOn({ asks: [ask(1)] }));
    desk.open();
    desk.run({ only: 1 });

    expect(desk.plan({ only: 1 }).actions).toEqual([]);
    expect(answered(desk)).toEqual([ask(1).ts]);
  });

  it('is answered oldest first, and no more at once than a channel may get', () => {
    const hours = [1, 2, 3, 4, 5, 6, 7];
    const desk = deskWith(slackOn({ asks: hours.map((each) => ask(each)) }));

    expect(answered(desk)).toEqual([7, 6, 5, 4, 3].map((each) => ask(each).ts));
    expect(answered(desk)).toEqual([2, 1].map((each) => ask(each).ts));
    expect(answered(desk)).toEqual([]);
  });

  it('waits behind what there is to announce', () => {
    const desk = deskWith(slackOn({ asks: [ask(1), ask(2), ask(3), ask(4), ask(5)] }));
    desk.open();

    const { actions } = desk.run();

    const said = actions.filter(({ kind }) => kind === 'slack.post' || kind === 'slack.reply');
    expect(said.map(({ kind }) => kind)).toEqual(['slack.post', ...Array<string>(4).fill('slack.reply')]);
  });
});

it('killed anywhere, the runs after it finish the answers', () => {
  const desk = deskWith(slackOn({ asks: [ask(1), ask(2, { channel: 'C0APPREQ01' }), ask(3)] }));

  const { whole, killed } = killedAnywhere(desk);

  expect(killed).toHaveLength(2);
  for (const { after, end } of killed) expect({ after, end }).toEqual({ after, end: whole });
});
