import type { Action, Expect } from '../../../src/plan/action.ts';
import type { Plan } from '../../../src/plan/plan.ts';

export const expected: Expect = {
  scope: ['request::approved'],
  lastEvent: 55,
  state: 'opened',
  assignees: [],
  record: null,
};

const authority = { event: 55, user: 12, digest: 'd1' };
const onIssue = { issue: 12, expect: expected };

/** One action of each kind, so that a new kind without an entry here is a type error. */
export const oneOfEach: { readonly [K in Action['kind']]: Extract<Action, { kind: K }> } = {
  'issue.set': {
    kind: 'issue.set',
    ...onIssue,
    add: ['request::assigned'],
    remove: ['request::approved'],
    assignees: [31],
    why: 'Ines is free on 2 December.',
  },
  'record.write': {
    kind: 'record.write',
    ...onIssue,
    note: null,
    text: 'Checked, fine.\nApprovers: omar',
    record: {},
    mentions: ['omar'],
    why: 'The form is complete.',
  },
  'record.seal': {
    kind: 'record.seal',
    ...onIssue,
    note: 'record(12)',
    text: 'Checked, fine.',
    record: {},
    mentions: [],
    why: 'approvals count from now on',
  },
  'note.create': {
    kind: 'note.create',
    ...onIssue,
    key: 'assigned-1',
    body: 'Ines takes this one.',
    internal: false,
    mentions: ['sam', 'ines'],
  },
  'note.delete': { kind: 'note.delete', ...onIssue, note: 77, why: 'it says the same as comment 76' },
  'team.add': {
    kind: 'team.add',
    ...onIssue,
    opportunity: '006AB000001AcmeYAC',
    user: '005AB000001InesYAC',
    role: 'SME',
    authority,
  },
  'team.remove': {
    kind: 'team.remove',
    ...onIssue,
    opportunity: '006AB000001AcmeYAC',
    user: '005AB000001JonaYAC',
    row: '00qAB0000001RowYAC',
    why: 'jonas handed back',
  },
  'slack.post': {
    kind: 'slack.post',
    ...onIssue,
    channel: 'C0AIREQ001',
    key: 'announce',
    text: 'An SME is assigned.',
    authority,
  },
  'slack.edit': {
    kind: 'slack.edit',
    ...onIssue,
    channel: 'C0AIREQ001',
    ts: 'message(12,announce)',
    key: 'announce',
    text: 'Waiting for approval.',
    authority: null,
  },
  'slack.delete': { kind: 'slack.delete', ...onIssue, channel: 'C0AIREQ001', ts: '1.2', key: 'announce' },
  'slack.invite': { kind: 'slack.invite', ...onIssue, channel: 'C0OPPACME1', user: 'U0INES0001', authority },
  'slack.remove': {
    kind: 'slack.remove',
    ...onIssue,
    channel: 'C0OPPACME1',
    user: 'U0JONAS001',
    why: 'jonas handed back',
  },
  'slack.channel.create': {
    kind: 'slack.channel.create',
    ...onIssue,
    name: 'sme-request-7-12',
    authority,
  },
  'slack.channel.set': {
    kind: 'slack.channel.set',
    ...onIssue,
    channel: 'channel(12,sme-request-7-12)',
    part: 'topic',
    text: 'SME request #12',
  },
  'slack.channel.archive': {
    kind: 'slack.channel.archive',
    ...onIssue,
    channel: 'C0000000001',
    name: 'sme-request-7-12',
    why: 'the request is completed',
  },
  'slack.pin': {
    kind: 'slack.pin',
    ...onIssue,
    channel: 'channel(12,sme-request-7-12)',
    ts: 'message(12,7/12/brief)',
    key: '7/12/brief',
  },
  'slack.tell': {
    kind: 'slack.tell',
    ...onIssue,
    user: 'U0OMAR0001',
    key: 'clock:approval:1:0',
    text: 'A request waits for you.',
  },
  'issue.create': {
    kind: 'issue.create',
    ...onIssue,
    key: 'question',
    title: 'A question for Acme',
    description: 'What is open after the meeting.',
    labels: ['area::ai'],
    assignees: [31],
    mentions: ['ines'],
  },
  'issue.link': { kind: 'issue.link', ...onIssue, target: 'issue(12,question)' },
  'file.upload': {
    kind: 'file.upload',
    ...onIssue,
    key: 'calendar:1',
    name: 'meeting.ics',
    content: 'BEGIN:VCALENDAR',
  },
  'slack.reply': {
    kind: 'slack.reply',
    channel: 'C0AIREQ001',
    thread: '1795420800.000100',
    key: '7/ask/C0AIREQ001/1795420800.000100',
    text: 'To ask for an SME, please open a request.',
  },
  'digest.tell': { kind: 'digest.tell', user: 'U0PRIYA001', key: 'digest:2026-11-23', text: 'The week.' },
  'digest.open': {
    kind: 'digest.open',
    key: 'digest:2026-11-23',
    title: 'Weekly digest',
    description: 'The week.',
    labels: ['type::cadence'],
    mentions: ['priya'],
  },
  'digest.comment': {
    kind: 'digest.comment',
    on: 40,
    key: 'digest:2026-11-30',
    body: 'The next week.',
    mentions: ['priya'],
  },
  'wiki.write': {
    kind: 'wiki.write',
    title: 'metrics',
    slug: 'metrics',
    content: '# The metrics',
    exists: false,
  },
  'label.create': {
    kind: 'label.create',
    name: 'request::approved',
    color: '#00b140',
    description: 'An approver says yes',
  },
  'board.ensure': {
    kind: 'board.ensure',
    name: 'Requests',
    board: null,
    lists: ['request::submitted', 'request::approved'],
  },
  'schedule.ensure': {
    kind: 'schedule.ensure',
    schedule: null,
    description: 'reconcile',
    cron: '*/15 * * * *',
    timezone: 'UTC',
    ref: 'main',
    variables: { DESK_JOB: 'reconcile-value' },
  },
  'webhook.ensure': { kind: 'webhook.ensure', hook: null, ref: 'main' },
};

export const names = {
  users: { 12: 'omar', 31: 'ines', 32: 'jonas' },
  salesforce: { '005AB000001InesYAC': 'ines' },
  slack: { C0AIREQ001: '#ai-sme-request' },
};

export function plan(fields: Partial<Plan> = {}): Plan {
  return {
    now: Date.parse('2026-11-23T08:00:00Z'),
    digest: 'ab'.repeat(32),
    actions: [],
    leftOver: [],
    held: [],
    problems: [],
    ...fields,
  };
}
