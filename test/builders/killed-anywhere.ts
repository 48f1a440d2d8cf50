import type { PaperDesk } from './paper-desk.ts';

/** What a story has come to when its first run was stopped after so many actions. */
export interface KilledEnd {
  readonly after: number;
  readonly end: unknown;
}

/** Lets the desk run until it has nothing more to do. */
function untilQuiet(desk: PaperDesk): PaperDesk {
  for (let runs = 0; runs < 6; runs += 1) if (desk.run().actions.length === 0) return desk;
  throw new Error('the desk does not come to rest');
}

/**
 * What the desk makes of a world undisturbed, and when its next run is stopped right before any one of its actions.
 * The ends are to be the same: every run goes on from whatever it finds.
 */
export function killedAnywhere(given: PaperDesk): {
  readonly whole: unknown;
  readonly killed: readonly KilledEnd[];
} {
  const whole = endOf(untilQuiet(given.copy()));
  const first = given.copy();
  first.later(60_000);
  const { actions } = first.plan();
  // A run of one action has no middle to be stopped in, and a story of it would prove nothing.
  if (actions.length < 2)
    throw new Error(`the run writes ${actions.length} times: it cannot be stopped in between`);
  const killed = actions.slice(1).map((_, index) => {
    const desk = first.copy();
    desk.apply(actions.slice(0, index + 1));
    return { after: index + 1, end: endOf(untilQuiet(desk)) };
  });
  return { whole, killed };
}

/** What matters at the end, without ids and times. */
function endOf(desk: PaperDesk): unknown {
  const { issues, salesforce, slack } = desk.world;
  return {
    issues: issues.map((issue) => {
      const view = desk.view(issue.iid);
      const record = view.record.state;
      return {
        title: issue.title,
        state: issue.state,
        labels: issue.labels,
        assignees: issue.assignees.map((each) => each.username),
        comments: view.keyed.map(({ key }) => key).sort(),
        sme: record?.decision?.username,
        number: record?.decision?.number,
        start: record?.decision?.start,
        accepted: typeof record?.decision?.accepted,
        override: record?.decision?.override,
        excluded: record?.excluded,
        released: record?.released,
        dates: [record?.dates, record?.agreed, record?.lastDate, record?.dateChanges],
        feedback: record?.feedback,
        followUps: record?.followUps.map(({ kind, issue: iid }) => [kind, typeof iid]),
      };
    }),
    team: salesforce.mode === 'on' ? salesforce.teamRows.map((row) => [row.opportunityId, row.userId]) : [],
    channels: slack.mode === 'on' ? slack.channels.map(({ id: _, ...each }) => each) : [],
    members: slack.mode === 'on' ? slack.members : {},
    asks: slack.mode === 'on' ? slack.asks : [],
    messages: slack.mode === 'on' ? slack.messages.map(({ key, text }) => [key, text]) : [],
  };
}
