import type { Area, Config, Span } from '../../config/types.ts';
import { feedbackFormLink } from '../../domain/board/form/feedback-form-link.ts';
import { escapeMarkdown } from '../../domain/markdown/escape-markdown.ts';
import { requestFormLink } from '../../domain/request/request-form-link.ts';
import { requestLabel } from '../../domain/workflow/request-state.ts';
import type { SetupProject } from './setup-input.ts';

/**
 * The desk's part of the wiki page `home`: the links to ask for an SME and to bring customer feedback, how it goes on,
 * who approves what, and live lists. It holds nothing that changes by itself, so that a set-up project stays quiet.
 * `reports`: the wiki holds at least one published report.
 */
export function homePart(config: Config, project: SetupProject, reports: boolean): string {
  const parts = [
    `# ${escapeMarkdown(config.program.name)}`,
    `**[Ask for an SME](${requestFormLink(project)})** for an opportunity. Only you and the program see the request.`,
    `**[Bring customer feedback](${feedbackFormLink(project)})** for product management: what a customer needs, and what the lack of it does to them. You are told what becomes of it.`,
    howItGoesOn(config),
    whoApproves(config),
    liveLists(project.path),
    whereElse(project.webUrl, reports),
  ];
  return parts.join('\n\n');
}

function howItGoesOn(config: Config): string {
  const { requests } = config;
  return `## How it goes on

1. Fill in the form: at least ${spanText(requests.leadTime)} before the first date, with at least one concrete question, and without a customer's name in the title.
2. The desk checks it within minutes. If something is missing, a comment says what to write instead.
3. An approver sets ~"request::approved", or ~"request::declined" and says why in a comment; expect an answer within ${spanText(requests.approvalWithin)}.
4. The desk assigns an SME and says why it is this one. The SME accepts with 👍 or hands back with 👎.
5. After the meeting you are asked how it went; one reaction is enough.`;
}

function whoApproves(config: Config): string {
  const leads = names(config.program.leads);
  const rows = config.areas.map(
    (area) => `| ${escapeMarkdown(area.name)} | ${approvers(area, leads)} | ${names(area.leads)} |`,
  );
  const table = ['| area | approvers | leads |', '| --- | --- | --- |', ...rows].join('\n');
  return `## Who approves what\n\n${table}\n\nThe program leads (${leads}) may approve in every area.`;
}

function approvers(area: Area, leads: string): string {
  return area.approvers.length === 0 ? leads : names(area.approvers);
}

function liveLists(path: string): string {
  const waitingForSme = (['approved', 'waitlisted', 'assigned'] as const).map(requestLabel);
  const lists = [
    liveList('Waiting for an approver', path, `label = "${requestLabel('awaiting-approval')}"`),
    liveList(
      'Waiting for an SME',
      path,
      `label in (${waitingForSme.map((label) => `"${label}"`).join(', ')})`,
    ),
    liveList('Mine, as requester', path, 'author = currentUser()'),
    liveList('Mine, as SME', path, 'assignee = currentUser()'),
  ];
  return `## Open requests\n\nEach list shows what you may see.\n\n${lists.join('\n\n')}`;
}

// https://docs.gitlab.com/user/glql/: evaluated by GitLab with the reader's rights, so nothing leaks here.
function liveList(title: string, path: string, condition: string): string {
  return `\`\`\`glql
display: table
title: ${title}
fields: title, labels("request::*") AS "State", labels("area::*") AS "Area", author, assignee, updated
sort: created asc
limit: 20
query: project = "${path}" and type = Issue and state = opened and label = "type::sme-request" and ${condition}
\`\`\``;
}

/** The pages that publishing writes are linked once there is a first report; before that they would be empty. */
function whereElse(webUrl: string, reports: boolean): string {
  const boards = `The [boards](${webUrl}/-/boards) show the requests by state and the feedback by column.`;
  if (!reports) return `## Where else to look\n\n${boards}`;
  const lines = [
    '- [Dashboard](/dashboard): how the program does, month by month, against its goals',
    `- [Reports](${webUrl}/-/wikis/pages): each month and each quarter, kept as they were published`,
    '- [SMEs](/smes): who can help with what, in which region',
    '- [Metrics](/metrics): how each figure is computed',
  ];
  return `## Where else to look\n\n${boards}\n\n${lines.join('\n')}`;
}

function spanText(span: Span): string {
  return `${span.amount} ${span.amount === 1 ? span.unit.replace(/s$/, '') : span.unit}`;
}

// In code, so that the page mentions nobody; GitLab's usernames hold no backtick.
function names(usernames: readonly string[]): string {
  return usernames.length === 0 ? '–' : usernames.map((name) => `\`${name}\``).join(', ');
}
