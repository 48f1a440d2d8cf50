import { presets } from './schema/assignment.ts';
import { weekdayNumber } from './schema/calendar.ts';
import type { ProgramFile } from './schema/program.ts';
import type { RosterFile } from './schema/roster.ts';
import type { Area, Config, RequesterEntry, Sme, Span, WorkCalendar } from './types.ts';

/** Both files, each right in itself. */
export interface Written {
  readonly program: ProgramFile;
  readonly roster: RosterFile;
}

function minuteOfDay(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

function workCalendar(written: ProgramFile['calendar']): WorkCalendar {
  const [start = '', end = ''] = written.hours.split('-');
  return {
    timezone: written.timezone,
    days: [...new Set(written.days.map(weekdayNumber))].sort(),
    startMinute: minuteOfDay(start),
    endMinute: minuteOfDay(end),
    holidays: [...new Set(written.holidays)].sort(),
  };
}

/** A region's holidays stand in place of the program's (docs/rules.md#clocks). */
function holidaysIn(program: ProgramFile, regionKey: string): readonly string[] {
  const region = program.regions.find(({ key }) => key === regionKey);
  return region?.holidays ?? program.calendar.holidays;
}

function smeOf(program: ProgramFile, written: RosterFile['smes'][number]): Sme {
  return {
    gitlab: written.gitlab,
    name: written.name,
    email: written.email,
    salesforceUser: written.salesforce_user ?? null,
    slackUser: written.slack_user ?? null,
    stackOverflowUser: written.stack_overflow_user ?? null,
    region: written.region,
    calendar: workCalendar({
      timezone: written.timezone,
      days: written.days ?? program.calendar.days,
      hours: written.hours ?? program.calendar.hours,
      holidays: [...holidaysIn(program, written.region)],
    }),
    areas: written.areas,
    weeklyHours: written.weekly_hours ?? program.assignment.weekly_hours,
    timeOff: written.time_off,
    term: written.term ?? null,
  };
}

function areaOf(written: ProgramFile['areas'][number]): Area {
  return {
    key: written.key,
    name: written.name,
    aliases: written.aliases,
    tier: written.tier,
    live: written.live,
    leads: written.leads,
    approvers: written.approvers,
    productManagers: written.product_managers,
    slack: {
      request: written.slack.request ?? null,
      team: written.slack.team ?? null,
      area: written.slack.area ?? null,
      field: written.slack.field ?? null,
    },
    stackOverflowTags: written.stack_overflow_tags,
  };
}

function requesterOf(written: ProgramFile['requesters']['people'][number]): RequesterEntry {
  return {
    gitlab: written.gitlab,
    role: written.role,
    region: written.region ?? null,
    email: written.email ?? null,
    salesforceUser: written.salesforce_user ?? null,
  };
}

function hoursOf(span: Span): number {
  return span.unit === 'minutes' ? span.amount / 60 : span.amount;
}

function baselineOf({ baseline }: ProgramFile['metrics']): Config['metrics']['baseline'] {
  if (baseline?.figures !== undefined) return { kind: 'figures', figures: baseline.figures };
  if (baseline?.from === undefined || baseline.to === undefined) return { kind: 'none' };
  return { kind: 'period', from: baseline.from, to: baseline.to };
}

function requestsOf({ requests }: ProgramFile): Config['requests'] {
  return {
    leadTime: requests.lead_time,
    approvalWithin: requests.approval_within,
    pickupWithin: requests.pickup_within,
    atRisk: requests.at_risk,
    answerWithin: requests.answer_within,
    expireAfter: requests.expire_after,
    reasonWithin: requests.reason_within,
    reopenWithin: requests.reopen_within,
    reschedule: requests.reschedule,
    leaderRole: requests.leader_role,
    replyWithin: requests.reply_within,
    feedbackAfter: requests.feedback_after,
    feedbackReminders: requests.feedback_reminders,
    waitlistFor: requests.waitlist_for,
    mustBeOnTeam: requests.must_be_on_team,
    declineReasons: requests.decline_reasons,
  };
}

function assignmentOf({ assignment }: ProgramFile): Config['assignment'] {
  return {
    mode: assignment.mode,
    weeklyHours: assignment.weekly_hours,
    engagementShare: assignment.engagement_share,
    preparationHours: hoursOf(assignment.preparation),
    weights: assignment.weights ?? presets[assignment.preset ?? 'balanced'],
    shadowAssociate: assignment.shadow_associate,
  };
}

function salesforceOf({ salesforce }: ProgramFile): Config['salesforce'] {
  const { label, pattern } = salesforce.opportunity_id;
  const stages: Record<string, readonly string[]> = {};
  for (const [stage, names] of Object.entries(salesforce.stages ?? {})) {
    if (names !== undefined) stages[stage] = names;
  }
  return {
    teamRole: salesforce.team_role,
    stages,
    nps: salesforce.nps ?? null,
    slackChannelField: salesforce.slack_channel_field ?? null,
    opportunityId: { label, pattern: pattern ?? null },
  };
}

function feedbackOf({ feedback }: ProgramFile): Config['feedback'] {
  const { urgency } = feedback;
  return {
    themes: feedback.themes,
    impactPoints: feedback.impact_points,
    urgency: {
      nearDays: urgency.near_days,
      near: urgency.near,
      soonDays: urgency.soon_days,
      soon: urgency.soon,
      unlikelyBelow: urgency.unlikely_below,
      unlikely: urgency.unlikely,
    },
    bands: feedback.bands,
    tellAfter: feedback.tell_after,
    stale: feedback.stale,
    meetings: feedback.meetings,
    productProjects: feedback.product_projects,
  };
}

/** What the program relies on, out of what people wrote: every default filled in, every name in its final place. */
export function normalise({ program, roster }: Written): Config {
  return {
    program: program.program,
    formerDeskUsers: program.desk.former_users,
    calendar: workCalendar(program.calendar),
    regions: program.regions.map((region) => ({
      key: region.key,
      name: region.name,
      near: region.near,
      timezone: region.timezone ?? null,
      holidays: [...new Set(holidaysIn(program, region.key))].sort(),
    })),
    roles: program.roles,
    engagementTypes: program.engagement_types,
    requests: requestsOf(program),
    assignment: assignmentOf(program),
    guards: {
      teamAdds: program.guards.team_adds,
      messagesPerChannel: program.guards.messages_per_channel,
      newIssues: program.guards.new_issues,
      cardComments: program.guards.card_comments,
    },
    privacy: { minimumN: program.privacy.minimum_n },
    metrics: { baseline: baselineOf(program.metrics) },
    collateral: {
      kinds: program.collateral.kinds.map(({ key, name, counts_as }) => ({ key, name, countsAs: counts_as })),
    },
    feedback: feedbackOf(program),
    salesforce: salesforceOf(program),
    slack: {
      program: program.slack.program ?? null,
      opportunityChannels: program.slack.opportunity_channels,
      temporaryChannelAbove: program.slack.temporary_channel_above ?? null,
      temporaryChannelPrefix: program.slack.temporary_channel_prefix,
    },
    areas: program.areas.map(areaOf),
    requesters: {
      groups: program.requesters.groups,
      people: program.requesters.people.map(requesterOf),
    },
    identity: { emailPattern: program.identity.email_pattern ?? null },
    roster: roster.smes.map((sme) => smeOf(program, sme)),
  };
}
