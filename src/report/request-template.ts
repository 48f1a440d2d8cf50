import type { Area, Config, Span } from '../config/types.ts';
import { type ChoiceSource, type FieldKey, requestFields } from '../domain/form/fields.ts';
import { type FormField, otherChoice } from '../domain/form/form-definition.ts';
import { formTemplate } from './form-template.ts';

/** Where GitLab looks for the template; its file name is the name people choose (docs/gitlab.md#templates). */
export const requestTemplatePath = '.gitlab/issue_templates/SME Request.md';

const singular = {
  minutes: 'minute',
  hours: 'hour',
  days: 'day',
  'business hours': 'business hour',
  'business days': 'business day',
} satisfies Record<Span['unit'], string>;

function spanWords({ amount, unit }: Span): string {
  return `${amount} ${amount === 1 ? singular[unit] : unit}`;
}

/** An area can be asked for if somebody could approve and somebody could serve (docs/rules.md#requests). */
function canBeRequested(area: Area, config: Config): boolean {
  const served = config.roster.some((sme) => sme.areas[area.key] === 'sme' || sme.areas[area.key] === 'lead');
  return area.approvers.length > 0 && served;
}

function choices(source: ChoiceSource, config: Config): readonly string[] {
  switch (source) {
    case 'areas':
      return config.areas.filter((area) => canBeRequested(area, config)).map(({ name }) => name);
    case 'engagement-types':
      return config.engagementTypes;
    case 'roles':
      return Object.values(config.roles);
    case 'regions':
      return config.regions.map(({ name }) => name);
    default:
      return source satisfies never;
  }
}

const fromSalesforce = 'Optional: it is read from Salesforce. Needed only while Salesforce is off.';

/** What to write in a field, for the eyes of who fills it in. */
const hints: Readonly<Record<FieldKey, (config: Config) => string>> = {
  opportunity: ({ salesforce: { opportunityId } }) =>
    `${opportunityId.label}: the ID (begins with 006) or a link to it.`,
  opportunityName: () => fromSalesforce,
  accountName: () => fromSalesforce,
  closeDate: () => `${fromSalesforce} As year-month-day: 2026-12-31.`,
  area: () => `Tick exactly one. ${otherChoice}: write which after the colon.`,
  engagement: () => `Tick exactly one. ${otherChoice}: write which after the colon.`,
  dates: ({ requests }) =>
    `One per line: 2026-12-03, or 2026-12-03 15:00 Europe/Madrid. Several are alternatives. ` +
    `The first at least ${spanWords(requests.leadTime)} from now; sooner is fast track, see below.`,
  series: () => 'Optional: only if you need the SME on every date.',
  durationMinutes: () => 'Of each meeting, from 15 minutes to 10 days: 90 min, 2 h, 1 day.',
  slackChannel: ({ slack }) =>
    `Optional: #name or a link. Used if the name matches ${slack.opportunityChannels} and the desk is in the channel.`,
  description: () => 'The technical challenge or opportunity, briefly.',
  questions: () => 'One per line, at least one, as concrete as you can.',
  role: () => 'Tick one. Optional if you have only one role.',
  region: () => 'Optional.',
  fastTrack: ({ requests }) =>
    `Optional: only if the first date is less than ${spanWords(requests.leadTime)} away.`,
  fastTrackReason: () => 'Needed for fast track, else optional.',
  confirmed: () => 'Needed: tick it.',
};

function hint(field: FormField<FieldKey>, config: Config): string {
  if (field.key === null) return 'Optional; for the people involved. The desk does not read it.';
  return hints[field.key](config);
}

function introduction({ requests }: Config): string[] {
  return [
    '> Keep the title free of customer names: "SME for AI, customer demo" says enough. ' +
      'Keep the headings below; whatever is not optional is needed.',
    '>',
    `> An approver answers within ${spanWords(requests.approvalWithin)}. If something is missing you are told here ` +
      `what to write. After the meeting (${spanWords(requests.feedbackAfter)}) you are asked for short feedback ` +
      'on the engagement.',
    '',
  ];
}

/** The issue template *SME Request*, in Markdown. */
export function requestTemplate(config: Config): string {
  return formTemplate({
    groups: requestFields,
    introduction: introduction(config),
    hint: (field) => hint(field, config),
    names: (source) => choices(source, config),
    actions: ['/label ~"type::sme-request"', '/confidential'],
  });
}
