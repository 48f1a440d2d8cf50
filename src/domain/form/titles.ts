import { type FieldKey, type FormField, requestFields } from './fields.ts';
import { replaceAtStart } from './line-start.ts';

/** What a heading or a label of the form opens. */
export type Title =
  | { readonly kind: 'field'; readonly field: FormField }
  /** `only`: a group of one field needs no heading for it. */
  | { readonly kind: 'group'; readonly only: FormField | null }
  /** `If Other, please specify:` belongs to the choice before it. */
  | { readonly kind: 'other' };

/** Longest text that is looked up as a title. */
const titleLength = 120;

/** Other words for the same fields: the program's first form, and what people make of headings. */
const fieldWords: Readonly<Partial<Record<FieldKey, string>>> = {
  opportunity:
    'Opportunity ID|Opportunity link|Opportunity URL|Opportunity ID/link|SFDC opportunity ID|SFDC link|' +
    'Salesforce opportunity|Salesforce opportunity ID|Salesforce ID|Salesforce link',
  opportunityName: 'Name of the opportunity',
  accountName: 'Account|Customer|Customer name',
  closeDate: 'Close date|Expected close',
  area: 'Area|Areas of expertise|Expertise area|SME area',
  engagement: 'Engagement type|Type',
  dates: 'Date|Proposed date|Proposed date or dates|Proposed date/time',
  series: 'Series',
  durationMinutes: 'Duration|Estimated duration|Length',
  slackChannel: 'Slack channel|Slack|Opportunity Slack channel',
  description:
    'Brief description|Brief description of the technical challenge or opportunity|Technical challenge',
  questions: 'Questions|Specific questions|Specific questions or areas where SME input is needed',
  role: 'Role|Requestor role|Requester role',
  region: 'Region|Requestor region|Requester region',
  fastTrackReason: 'Fast track reason|Reason for the fast track',
};

/** Words that open a field only with a colon behind them: alone they are the name of a group. */
const labelWords: Readonly<Partial<Record<FieldKey, string>>> = {
  opportunity: 'Opportunity',
  area: 'Expertise',
  engagement: 'Engagement',
  description: 'Context',
};

/** Fields that people may fill in and the desk never reads. */
const unreadWords =
  'Requestor name|Requester name|Name|Email|Requestor email|Phone|Phone number|Links|Attachments|' +
  'Any relevant background information or documents|Background';

const groupWords =
  'Opportunity details|SME expertise required|Engagement details|Technical context|Requestor information|' +
  'Requester|Requester information|Additional information';

const otherWords = 'If other, please specify|If other|Please specify';

/** A heading's anchor, an emoji by its name, a remark, and everything that is no letter and no digit; `(s)` is a plural. */
const accidents = /\{#[^}]*\}|:[a-z0-9_+-]{1,40}:|\((?!s\))[^)]*\)|[^\p{L}\p{N}{:(]+|[{:(]/gu;
const numbersBefore = /\p{N}+/uy;

/**
 * A title without what people change by accident: case, numbers in front, punctuation, spaces, emphasis, remarks in
 * brackets, a plural. Empty when it cannot be a title.
 */
export function titleKey(text: string): string {
  if (text.length > titleLength) return '';
  const key = replaceAtStart(numbersBefore, text.normalize('NFKC').toLowerCase().replace(accidents, ''), '');
  return key.endsWith('s') ? key.slice(0, -1) : key;
}

const unread: FormField = { key: null, heading: 'Not read', kind: 'text', required: 'never' };
const headings = new Map<string, Title>();
const labels = new Map<string, Title>();

function register(map: Map<string, Title>, words: string, title: Title): void {
  for (const word of words.split('|')) {
    if (!map.has(titleKey(word))) map.set(titleKey(word), title);
  }
}

for (const group of requestFields) {
  for (const field of group.fields) {
    const title = { kind: 'field', field } as const;
    register(headings, field.heading, title);
    if (field.key === null) continue;
    register(headings, fieldWords[field.key] ?? field.heading, title);
    register(labels, labelWords[field.key] ?? field.heading, title);
  }
}
register(headings, unreadWords, { kind: 'field', field: unread });
register(headings, otherWords, { kind: 'other' });
for (const group of requestFields) {
  const [only, second] = group.fields;
  register(headings, group.heading, {
    kind: 'group',
    only: only !== undefined && second === undefined ? only : null,
  });
}
register(headings, groupWords, { kind: 'group', only: null });
for (const field of requestFields.flatMap((group) => group.fields)) {
  if (field.key === 'area') register(headings, 'SME expertise', { kind: 'group', only: field });
}

const printed = new Map<string, Title>(
  requestFields.flatMap((group) =>
    group.fields.map((field) => [titleKey(field.heading), { kind: 'field', field }] as const),
  ),
);

const wordAtStart = /\P{L}*(\p{L}+)/uy;

/** The first words of the printed headings: most lines are told apart by theirs. */
const firstWords = new Set(
  requestFields.flatMap((group) => group.fields.map(({ heading }) => firstWord(heading))),
);

function firstWord(text: string): string {
  if (text.length > titleLength) return '';
  wordAtStart.lastIndex = 0;
  return wordAtStart.exec(text)?.[1]?.toLowerCase() ?? '';
}

/**
 * What a line opens that is nothing but a heading as the form prints it, without the marks of one: pasting loses
 * them. In free text only a heading of several words does; `Description` alone may be a word of the story.
 */
export function printedTitle(text: string, inFreeText: boolean): Title | null {
  if (!firstWords.has(firstWord(text))) return null;
  const title = printed.get(titleKey(text)) ?? null;
  return inFreeText && !/\p{L}\s+\p{L}/u.test(text.trim()) ? null : title;
}

/** What a heading with this {@link titleKey} opens, or null: it is none of the form's. */
export function headingTitle(key: string): Title | null {
  return headings.get(key) ?? null;
}

/** What a label with this {@link titleKey} opens: `Area` of `Area: AI`. */
export function labelTitle(key: string): Title | null {
  return labels.get(key) ?? headings.get(key) ?? null;
}
