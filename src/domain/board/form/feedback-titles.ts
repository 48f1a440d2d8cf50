import { titlesOf } from '../../form/titles.ts';
import { type FeedbackKey, feedbackFields } from './feedback-fields.ts';

/** The titles of a piece of customer feedback, with what people make of its headings. */
export const feedbackTitles = titlesOf<FeedbackKey>({
  groups: feedbackFields,
  fieldWords: {
    asking:
      'Opportunity|Account|Customer|Opportunity/account|Account or opportunity|Opportunity ID|Account ID|' +
      'Opportunity or account ID|Opportunity or account ID or link|Opportunity ID or link|Opportunity ID/link|' +
      'Opportunity link|Account link|Opportunity URL|Salesforce|Salesforce ID|Salesforce link|' +
      'Salesforce opportunity|Salesforce opportunity ID|Salesforce account|Salesforce account ID|' +
      'SFDC ID|SFDC link|SFDC opportunity ID|SFDC account ID',
    challenge: 'Challenge|Current situation|Problem|Problem to solve|Pain point|Challenge today',
    solution: 'Solution|Desired solution|Suggested solution|Proposal|Proposed change',
    benefit: 'Benefit|Expected benefit|Expected outcome|Business impact|Business value',
    kind: 'Kind|Type|Feedback type|Feedback kind|Type of feedback',
    theme: 'Product theme|Themes',
    area: 'Area|Area of the product|SME area|Product areas',
    impact: 'Impact|Customer impact|Impact level|Severity',
    productIssue:
      'Related product issue|Related issue|Product issue link|Link to the product issue|GitLab issue|Existing issue',
    requests:
      'Request|SME request|Related request|Requests that it came from|Came from|Comes from|Request number',
  },
  labelWords: {},
  openingWords: { challenge: 'Use case|Customer use case|Story' },
  groupWords: 'Customer details|Classification|Details|Related|Related issues and requests|References',
  unreadWords:
    'Customer name|Account name|Opportunity name|Name|Email|Links|Attachments|Links and attachments|' +
    'Additional information|Notes',
  innerWords: {},
  freeText: ['challenge', 'solution', 'benefit'],
});
