import { type FieldKey, requestFields } from './fields.ts';
import { titlesOf } from './titles.ts';

/** The titles of an SME request; the other words are those of the program's first form, and what people make of them. */
export const requestTitles = titlesOf<FieldKey>({
  groups: requestFields,
  fieldWords: {
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
  },
  labelWords: {
    opportunity: 'Opportunity',
    area: 'Expertise',
    engagement: 'Engagement',
    description: 'Context',
  },
  openingWords: { area: 'SME expertise' },
  groupWords:
    'Opportunity details|SME expertise required|Engagement details|Technical context|Requestor information|' +
    'Requester|Requester information|Additional information',
  unreadWords:
    'Requestor name|Requester name|Name|Email|Requestor email|Phone|Phone number|Links|Attachments|' +
    'Any relevant background information or documents|Background',
  innerWords: { dates: 'Series' },
  freeText: ['description', 'questions', 'fastTrackReason'],
});
