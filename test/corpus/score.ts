import type { Field, RequestForm } from '../../src/domain/form/request-form.ts';
import { type Chosen, type Intent, longId } from './intent.ts';
import { startOf } from './moment.ts';

/** Headings of the fields that are compared, in the order of the form. */
export const comparedFields = [
  'Opportunity ID or link',
  'Opportunity name',
  'Account name',
  'Expected close date',
  'Area of expertise',
  'Type of engagement',
  'Proposed dates',
  'Series of dates',
  'Expected duration',
  'Slack channel of the opportunity',
  'Description',
  'Questions for the SME',
  'Your role',
  'Your region',
  'Fast track',
  'Reason for fast track',
  'I confirm',
] as const;

export type ComparedField = (typeof comparedFields)[number];
type Values = Readonly<Record<ComparedField, string | null>>;

/** Text as two people would agree that it is the same: letters and digits. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function chosen(choice: Chosen | null): string | null {
  if (choice === null) return null;
  return choice.other === null ? choice.key : `${choice.key}: ${folded(choice.other)}`;
}

/** What the form has to say after it was read; null: nothing. */
export function meantBy(intent: Intent): Values {
  const close = intent.closeDate;
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    'Opportunity ID or link': longId(intent.opportunity),
    'Opportunity name': intent.opportunityName === null ? null : folded(intent.opportunityName),
    'Account name': intent.accountName === null ? null : folded(intent.accountName),
    'Expected close date': close === null ? null : `${close.year}-${two(close.month)}-${two(close.day)}`,
    'Area of expertise': chosen(intent.area),
    'Type of engagement': chosen(intent.engagement),
    'Proposed dates': intent.dates
      .map((each) => `${new Date(startOf(each)).toISOString()}${each.time === null ? ' all day' : ''}`)
      .sort()
      .join(', '),
    'Series of dates': intent.series ? 'yes' : null,
    'Expected duration': String(intent.minutes),
    'Slack channel of the opportunity': intent.channel === null ? null : `#${intent.channel}`,
    Description: folded(intent.description),
    'Questions for the SME': intent.questions.map(folded).join(' | '),
    'Your role': chosen(intent.role),
    'Your region': chosen(intent.region),
    'Fast track': intent.fastTrackReason === null ? null : 'yes',
    'Reason for fast track': intent.fastTrackReason === null ? null : folded(intent.fastTrackReason),
    'I confirm': 'yes',
  };
}

function given<T>(field: Field<T>, show: (value: T) => string): string | null {
  return field.state === 'given' ? show(field.value) : null;
}

/** What the desk has read. */
export function readFrom(form: RequestForm): Values {
  const choice = (key: string, other: string | null): string =>
    other === null ? key : `${key}: ${folded(other)}`;
  return {
    'Opportunity ID or link': given(form.opportunity, (id) => id),
    'Opportunity name': given(form.opportunityName, folded),
    'Account name': given(form.accountName, folded),
    'Expected close date': given(form.closeDate, (day) => day),
    'Area of expertise': given(form.area, ({ key, other }) => choice(key, other)),
    'Type of engagement': given(form.engagement, ({ type, other }) =>
      choice(type === 'Other' ? 'other' : type, other),
    ),
    'Proposed dates': given(form.dates, (dates) =>
      dates
        .map(({ start, allDay }) => `${new Date(start).toISOString()}${allDay ? ' all day' : ''}`)
        .sort()
        .join(', '),
    ),
    'Series of dates': form.series ? 'yes' : null,
    'Expected duration': given(form.durationMinutes, String),
    'Slack channel of the opportunity': given(form.slackChannel, (name) => name),
    Description: given(form.description, folded),
    'Questions for the SME': given(form.questions, (all) => all.map(folded).join(' | ')),
    'Your role': given(form.role, (key) => key),
    'Your region': given(form.region, (key) => key),
    'Fast track': form.fastTrack ? 'yes' : null,
    'Reason for fast track': given(form.fastTrackReason, folded),
    'I confirm': form.confirmed ? 'yes' : null,
  };
}

/**
 * What became of one field: `right`; `asked` though it was clear; `lost`: said, and neither read nor asked about;
 * `wrong`: read as something that nobody has written.
 */
export type Verdict = 'right' | 'asked' | 'lost' | 'wrong';

/** Free text may have more in it than was meant: a greeting, the story around it. */
export const freeText: readonly ComparedField[] = [
  'Description',
  'Questions for the SME',
  'Reason for fast track',
];

function sameText(read: string, meant: string): boolean {
  const parts = meant.split(' | ');
  const found = read.split(' | ');
  return parts.length === found.length && parts.every((part, index) => found[index]?.includes(part) ?? false);
}

/** Compares one field. `sure` false: it had to be asked. `asked`: a problem stands at this field. */
export function verdictOf(
  field: ComparedField,
  meant: string | null,
  read: string | null,
  { sure, asked }: { readonly sure: boolean; readonly asked: boolean },
): Verdict {
  if (!sure) return read !== null ? 'wrong' : asked ? 'right' : 'lost';
  if (read === null) return meant === null ? 'right' : asked ? 'asked' : 'lost';
  if (meant === null) return 'wrong';
  const same = freeText.includes(field) ? sameText(read, meant) : read === meant;
  return same ? 'right' : 'wrong';
}
