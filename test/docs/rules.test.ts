import { describe, expect, it } from 'vitest';
import { assignment, guards } from '../../src/config/schema/assignment.ts';
import { privacy } from '../../src/config/schema/measures.ts';
import { requests } from '../../src/config/schema/requests.ts';
import { requestStates } from '../../src/domain/workflow/request-state.ts';
import { type Transition, transitions } from '../../src/domain/workflow/transitions.ts';
import { sourceFiles } from '../laws/source-files.ts';
import { repositoryTexts } from './repository-texts.ts';

const page = repositoryTexts().find((each) => each.path === 'docs/rules.md')?.text ?? '';

/** The cells of the table of transitions, row by row. */
function tableRows(): string[][] {
  const section = /^## Transitions$([\s\S]*?)^## /m.exec(page)?.[1] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => line.slice(2, -2).split(' | '));
}

/** The cells of a transition's row. */
function cellsOf({ from, event, to, closes, undo }: Transition): string[] {
  const also = [...(closes === true ? ['closes'] : []), ...(undo === true ? ['undo'] : [])];
  const states = from.map((state) => (state === 'none' ? '–' : state));
  return [states.join(', '), event, to.join(', '), also.join(', ') || '–'];
}

describe('the table of transitions in docs/rules.md', () => {
  it('is the one in the code', () => {
    expect(tableRows()).toEqual(transitions.map(cellsOf));
  });

  it('has no event that nothing acts on', () => {
    const core = sourceFiles().filter((file) => file.path.startsWith('src/reconcile/'));
    const text = core.map((file) => file.text).join('\n');
    // Answered without a transition of their own: thanked, asked, left alone, opened again, begun anew.
    const answered = [
      'early approval',
      'declined without reason',
      'open field edited',
      'closed before the date',
      'closed by somebody else',
      'moved or cloned',
    ];
    const idle = transitions.filter(({ event }) => !answered.includes(event) && !text.includes(`'${event}'`));

    expect(idle.map(({ event }) => event)).toEqual([]);
    expect(answered.filter((event) => text.includes(`'${event}'`))).toEqual([]);
  });

  it('leads to every state', () => {
    const reached = new Set(transitions.flatMap((row) => row.to));

    expect(requestStates.filter((state) => !reached.has(state))).toEqual([]);
  });
});

it('the picture in README.md has every state, and only arrows of the table', () => {
  const readme = repositoryTexts().find((each) => each.path === 'README.md')?.text ?? '';
  const [, picture = ''] = /```mermaid\nstateDiagram-v2\n([\s\S]*?)```/.exec(readme) ?? [];
  const arrows = [...picture.matchAll(/^ {4}(\w+) --> (\w+): .+$/gm)].map(([, from = '', to = '']) => ({
    from: from.replaceAll('_', '-'),
    to: to.replaceAll('_', '-'),
  }));
  const isInTable = ({ from, to }: { from: string; to: string }): boolean =>
    transitions.some((row) => row.from.some((each) => each === from) && row.to.some((each) => each === to));

  expect(arrows.filter((arrow) => !isInTable(arrow))).toEqual([]);
  expect(new Set(arrows.flatMap(({ from, to }) => [from, to]))).toEqual(new Set(requestStates));
});

it('the numbers in docs/rules.md are the defaults of the configuration', () => {
  const clocks = requests.parse({});
  const choice = assignment.parse({});
  const caps = guards.parse({});
  const capacity = choice.weekly_hours * choice.engagement_share * 4;
  const reminders = clocks.feedback_reminders.map(({ amount }) => amount).join(' and ');
  const told = [
    `${clocks.lead_time.amount} ${clocks.lead_time.unit} from submission to the first date`,
    `up to ${clocks.reschedule.days} days after the last date that was *approved*`,
    `| \`approval_within\` | ${clocks.approval_within.amount} ${clocks.approval_within.unit} |`,
    `| \`pickup_within\` | ${clocks.pickup_within.amount} ${clocks.pickup_within.unit} |`,
    `| \`answer_within\`, \`expire_after\` | ${clocks.answer_within.amount} and ${clocks.expire_after.amount} business days |`,
    `| \`reason_within\` | ${clocks.reason_within.amount} business days |`,
    `| \`reopen_within\` | ${clocks.reopen_within.amount} business day |`,
    `| ${clocks.feedback_after.amount} business day; ${reminders} business days |`,
    `| \`reply_within\` | ${clocks.reply_within.amount} business day |`,
    `| \`waitlist_for\` | ${clocks.waitlist_for.amount} ${clocks.waitlist_for.unit} |`,
    `The budget is ${choice.weekly_hours} hours a week for all SME work; ${choice.engagement_share} of it`,
    `(${capacity} hours) in *any* four weeks`,
    `| cap: rows added to opportunity teams in one run | ${caps.team_adds} |`,
    `| cap: new messages in one channel, or to one person, in one run | ${caps.messages_per_channel} |`,
    `| cap: issues opened in one run (what follows from requests; the issue of the digest) | ${caps.new_issues} |`,
    `\`privacy.minimum_n\` (${privacy.parse({}).minimum_n})`,
  ];

  expect(told.filter((words) => !page.includes(words))).toEqual([]);
});
