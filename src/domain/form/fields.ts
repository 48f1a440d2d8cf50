import type { FieldGroup } from './form-definition.ts';
import type { RequestForm } from './request-form.ts';

/** A field of the form that the desk reads: a key of the parsed form. */
export type FieldKey = Exclude<keyof RequestForm, 'problems'>;

/** Which list of the configuration a choice offers; what is offered are the names, not the keys. */
export type ChoiceSource = 'areas' | 'engagement-types' | 'roles' | 'regions';

/**
 * The form of an SME request, in its order (docs/rules.md#requests). The issue template is generated from it and
 * the parser looks for these headings, so the two cannot drift apart.
 */
export const requestFields: readonly FieldGroup<FieldKey, ChoiceSource>[] = [
  {
    heading: 'Opportunity',
    fields: [
      { key: 'opportunity', heading: 'Opportunity ID or link', kind: 'text', required: 'always' },
      { key: 'opportunityName', heading: 'Opportunity name', kind: 'text', required: 'without-salesforce' },
      { key: 'accountName', heading: 'Account name', kind: 'text', required: 'without-salesforce' },
      { key: 'closeDate', heading: 'Expected close date', kind: 'text', required: 'without-salesforce' },
    ],
  },
  {
    heading: 'Expertise',
    fields: [
      {
        key: 'area',
        heading: 'Area of expertise',
        kind: 'choice',
        choices: 'areas',
        other: true,
        required: 'always',
      },
    ],
  },
  {
    heading: 'Engagement',
    fields: [
      {
        key: 'engagement',
        heading: 'Type of engagement',
        kind: 'choice',
        choices: 'engagement-types',
        other: true,
        required: 'always',
      },
      { key: 'dates', heading: 'Proposed dates', kind: 'list', required: 'always' },
      {
        key: 'series',
        heading: 'Series of dates',
        kind: 'checkbox',
        label: 'The dates above are one series: the SME is needed on all of them',
        required: 'never',
      },
      { key: 'durationMinutes', heading: 'Expected duration', kind: 'text', required: 'always' },
      { key: 'slackChannel', heading: 'Slack channel of the opportunity', kind: 'text', required: 'never' },
    ],
  },
  {
    heading: 'Context',
    fields: [
      { key: 'description', heading: 'Description', kind: 'text', required: 'always' },
      { key: 'questions', heading: 'Questions for the SME', kind: 'list', required: 'always' },
    ],
  },
  {
    heading: 'Requestor',
    fields: [
      {
        key: 'role',
        heading: 'Your role',
        kind: 'choice',
        choices: 'roles',
        other: false,
        required: 'never',
      },
      {
        key: 'region',
        heading: 'Your region',
        kind: 'choice',
        choices: 'regions',
        other: false,
        required: 'never',
      },
      { key: null, heading: 'Your name', kind: 'text', required: 'never' },
      { key: null, heading: 'Your e-mail', kind: 'text', required: 'never' },
      { key: null, heading: 'Your phone', kind: 'text', required: 'never' },
    ],
  },
  {
    heading: 'Additional',
    fields: [
      { key: null, heading: 'Links and attachments', kind: 'text', required: 'never' },
      {
        key: 'fastTrack',
        heading: 'Fast track',
        kind: 'checkbox',
        label: 'This cannot wait for the usual lead time',
        required: 'never',
      },
      { key: 'fastTrackReason', heading: 'Reason for fast track', kind: 'text', required: 'never' },
    ],
  },
  {
    heading: 'Confirmation',
    fields: [
      {
        key: 'confirmed',
        heading: 'I confirm',
        kind: 'checkbox',
        label: 'I am the account SA or an SA leader for this opportunity',
        required: 'always',
      },
    ],
  },
];
