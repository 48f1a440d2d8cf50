import { join } from 'node:path';
import type { IssueState } from '../gitlab/state.ts';
import type { World } from '../world.ts';
import { cut, width, wrap } from './columns.ts';
import { type DemoMode, defaultOut } from './demo-options.ts';
import { dayWords, timeWords } from './demo-time.ts';
import type { Comparison } from './effects.ts';
import { measuredTimes } from './measured-times.ts';
import type { Paint } from './paint.ts';
import {
  deskNote,
  deskSlackUser,
  labelsOf,
  nameOf,
  ownIssuesOf,
  requestsOf,
  salesforceName,
  slackName,
} from './place.ts';
import type { CheckedPromise } from './promises.ts';
import { answerTime, startTimes } from './start-times.ts';

/** What the last screen of the demo is made of. */
export interface SummaryInput {
  readonly mode: DemoMode;
  readonly world: World;
  readonly promises: readonly CheckedPromise[];
  /** The comparison with an uninterrupted play; null: nothing interrupted this one. */
  readonly comparison: Comparison | null;
  /** Paths of the wiki pages on the disk. */
  readonly pages: readonly string[];
  /** Directory on the disk that holds what was published. */
  readonly out: string;
  readonly writes: number;
  readonly processes: number;
  /** Real time of the whole demo, in seconds. */
  readonly took: number;
}

/** Where the program reads that a report is there. */
const programChannel = 'sme-program';

/** One topic of the screen and what there is to say, a line each. */
interface Row {
  readonly topic: string;
  readonly lines: readonly string[];
}

const topicWidth = 14;
const room = width - topicWidth - 2;

/** The last screen: how things stand, what was checked, and what to try next. At most 24 lines. */
export function summaryLines(input: SummaryInput, paint: Paint): string[] {
  const { now } = input.world.clock;
  const title = `How things stand on ${dayWords(now)}, ${timeWords(now)} UTC by the demo's clock`;
  const rows = [
    ...requestsOf(input.world).map((issue) => requestRow(input.world, issue)),
    ...(input.mode === 'off' ? offRows(input.world) : outsideRows(input.world)),
    { topic: 'published', lines: [publishedWords(input)] },
    { topic: 'promises', lines: promiseLines(input.promises) },
    ...comparisonRows(input),
    { topic: 'waiting times', lines: timeLines(input.world) },
    { topic: 'this demo', lines: [costWords(input)] },
  ];
  return [
    '',
    paint.strong(title),
    ...rows.flatMap((row) => rowLines(row, paint)),
    '',
    paint.strong('What to try next'),
    ...nextSteps(input).map(([command, what]) => nextLine(command, what, paint)),
  ];
}

/** A command is never cut: it is there to be copied. */
function nextLine(command: string, what: string, paint: Paint): string {
  if (command.length > 32) return `  ${command}`;
  return `  ${command.padEnd(34)}${paint.faint(what)}`;
}

function rowLines({ topic, lines }: Row, paint: Paint): string[] {
  return lines.map((line, index) => {
    const head = `${(index === 0 ? topic : '').padEnd(topicWidth - 1)} `;
    return `  ${paint.faint(head)}${cut(line, width - head.length - 2)}`;
  });
}

function isReport(page: string): boolean {
  return page.includes('reports');
}

function publishedWords({ world, pages, out }: SummaryInput): string {
  const reports = pages.filter(isReport).join(', ') || 'no report';
  const records = ownIssuesOf(world).filter(({ title }) => title.startsWith('My SME record'));
  return `${reports}; ${join(out, 'public/index.html')}; ${records.length} SME records`;
}

function requestRow(world: World, issue: IssueState): Row {
  const label = labelsOf(world, issue).find((each) => each.startsWith('request::'));
  const state = label?.slice('request::'.length) ?? 'no state';
  const sme = issue.assigneeIds.map((id) => nameOf(world, id)).join(', ');
  const record = issue.notes.find((note) => deskNote(note)?.kind === 'record')?.body ?? '';
  const approver = /^- Approved by (\S+)/m.exec(record)?.[1];
  const author = world.gitlab.users[issue.authorId]?.username ?? 'nobody';
  const approved = approver === undefined ? '' : `, approved by ${approver}`;
  const who = sme === '' ? `asked by ${author}` : `${sme} for ${author}${approved}`;
  const words = `${issue.title}: ${who}`;
  return { topic: `#${issue.iid} ${state}`, lines: [words] };
}

function offRows(world: World): Row[] {
  const asked = requestsOf(world).filter((issue) =>
    issue.notes.some(({ body }) => body.includes('- Salesforce is off:')),
  );
  const who = asked.map((issue) => world.gitlab.users[issue.authorId]?.username ?? 'nobody').join(' and ');
  return [
    { topic: 'Salesforce', lines: [`off: ${who} were asked to add the SME to the opportunity team`] },
    { topic: 'Slack', lines: [`off: the comments in GitLab carry everything; ${digestWords(world)}`] },
  ];
}

/** Where the leads read their digest while there are no direct messages. */
function digestWords(world: World): string {
  const own = ownIssuesOf(world).filter(({ title }) => title.startsWith('Weekly digest'));
  return own.length === 0
    ? 'no digest was due'
    : `the weekly digest is ${own.map(({ iid }) => `#${iid}`).join(', ')}`;
}

function outsideRows(world: World): Row[] {
  const { salesforce, slack } = world;
  const teams = salesforce.teamMembers.map((member) => {
    const name = salesforce.opportunities.find((each) => each.Id === member.OpportunityId)?.Name ?? '';
    return `${name}: ${salesforceName(world, member.UserId)} (${member.TeamMemberRole})`;
  });
  const all = slack.conversations.flatMap(({ kind, name, messages }) =>
    messages.map((each) => ({ ...each, kind, name })),
  );
  const posted = all.filter((each) => each.user === deskSlackUser && each.subtype === null);
  const inChannels = posted.filter(({ kind, name }) => kind !== 'im' && name !== programChannel);
  const direct = posted.filter(({ kind }) => kind === 'im').length;
  const program = posted.length - inChannels.length - direct;
  const joins = all
    .filter((each) => each.inviter === deskSlackUser)
    .map((each) => `${slackName(world, each.user)} invited to #${each.name}`);
  return [
    { topic: 'Salesforce', lines: [teams.join('; ')] },
    {
      topic: 'Slack',
      lines: [
        [
          `${inChannels.length} messages, ${direct} to leads alone, ${program} in #${programChannel}`,
          ...joins,
        ].join('; '),
      ],
    },
  ];
}

function promiseLines(promises: readonly CheckedPromise[]): string[] {
  const kept = promises.filter((each) => each.against.length === 0).map((each) => each.promise);
  return wrap(`${kept.length} of ${promises.length} kept: ${kept.join('; ')}`, room, 5);
}

function comparisonRows({ comparison }: SummaryInput): Row[] {
  if (comparison === null) return [];
  const { effects, lost, repeated } = comparison;
  const words =
    lost.length + repeated.length === 0
      ? `nothing was lost and nothing repeated: all ${effects} effects are those of an uninterrupted play`
      : `${lost.length} lost and ${repeated.length} repeated of ${effects} effects of an uninterrupted play`;
  return [{ topic: 'killed', lines: wrap(words, room) }];
}

function timeLines(world: World): string[] {
  const { firstAnswer, assigned, invited } = measuredTimes(world);
  const answered = `submit to first answer ${firstAnswer ?? '-'} s`;
  const click = `click to ${invited === null ? "the SME's name" : 'Slack invitation'} ${invited ?? assigned ?? '-'} s`;
  const { webhook, runner, install } = startTimes;
  const parts = `webhook ${webhook / 1000} s, runner ${runner / 1000} s, npm ci ${install / 1000} s, ${answerTime} ms a call`;
  return [`${answered}; ${click}`, `(taken as given: ${parts})`];
}

function costWords({ writes, processes, took }: SummaryInput): string {
  return `${writes} writes by the desk in ${processes} processes; ${took.toFixed(1)} s on your clock`;
}

function nextSteps({ mode, writes, pages, out }: SummaryInput): [string, string][] {
  const report = pages.find(isReport) ?? pages[0] ?? '';
  const other: [string, string] =
    mode === 'off'
      ? ['npm start -- --mode all', 'the same with Salesforce and Slack']
      : ['npm start -- --mode off', 'the same without Salesforce and Slack'];
  const middle = Math.ceil(writes / 2);
  return [
    [
      `npm start -- --crash-at ${middle}`,
      `kill the desk at write ${middle} of ${writes} and see what is lost: nothing`,
    ],
    other,
    [`less ${report}`, 'the report of the month, as the wiki has it'],
    [`npm start -- --show${out === defaultOut ? '' : ` --out ${out}`}`, 'the dashboard, for your browser'],
    ['less docs/operating.md', 'a desk of your own, on a real GitLab'],
  ];
}
