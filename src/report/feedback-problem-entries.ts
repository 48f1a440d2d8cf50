import type { FeedbackProblemCode } from '../domain/board/form/feedback-problem-codes.ts';
import type { ProblemEntry } from './problem-entries.ts';

/** Problems that stand in the form of customer feedback (`docs/rules.md#customer-feedback`). */
export const feedbackProblemEntries: Readonly<Record<FeedbackProblemCode, ProblemEntry>> = {
  'feedback-asking-missing': {
    what: 'Neither an opportunity nor an account is given.',
    cure: 'Copy the link from the address bar of the opportunity, or of the account, in Salesforce.',
  },
  'feedback-asking-malformed': {
    what: 'What stands there is no Salesforce id: wrong length, or nothing that looks like one.',
    cure: 'Write the 15 or 18 characters that begin with 006 or 001, or the link to the page. No name of a customer.',
  },
  'feedback-asking-suffix': {
    what: 'The last three characters of the id do not fit the others: a character was mistyped.',
    cure: 'Copy the id or the link again instead of typing it.',
  },
  'feedback-asking-several': {
    what: 'More than one opportunity or account is named.',
    cure: 'Keep one. Where another customer needs the same, open another issue for it: the desk finds the two.',
  },
  'feedback-asking-other-object': {
    what: 'The id is one of another kind of record, such as a contact.',
    cure: 'Open the opportunity or the account itself and copy its link; its id begins with 006 or 001.',
  },
  'feedback-asking-pattern': {
    what: 'While Salesforce is off, the text does not match salesforce.opportunity_id.pattern.',
    cure: 'Write it in the form that the comment shows. If the form is wrong, correct the pattern in program.yml.',
  },
  'feedback-challenge-missing': {
    what: 'Nothing is written under Current challenge.',
    cure: 'Write in a few sentences what the customer cannot do today.',
  },
  'feedback-solution-missing': {
    what: 'Nothing is written under Proposed solution.',
    cure: 'Write what would help, in the words of the customer.',
  },
  'feedback-benefit-missing': {
    what: 'Nothing is written under Expected impact.',
    cure: 'Write what would be different for the customer.',
  },
  'feedback-kind-missing': {
    what: 'No kind of feedback is ticked.',
    cure: 'Tick exactly one.',
  },
  'feedback-kind-several': {
    what: 'More than one kind of feedback is ticked.',
    cure: 'Keep the tick that fits best; where it is two things, open an issue for each.',
  },
  'feedback-kind-unknown': {
    what: 'What is written there is none of the three kinds.',
    cure: 'Write one of the names that the comment lists, or tick its box.',
  },
  'feedback-theme-several': {
    what: 'More than one theme is ticked.',
    cure: 'Keep the tick that fits best.',
  },
  'feedback-theme-unknown': {
    what: 'What is written there is none of the configured themes.',
    cure: 'Write one of the names that the comment lists, or Other: and what it is.',
  },
  'feedback-theme-other-blank': {
    what: 'Other is ticked and nothing stands behind its colon.',
    cure: 'Write behind the colon what the theme is, or take the tick off.',
  },
  'feedback-area-missing': {
    what: 'No product area is ticked.',
    cure: 'Tick exactly one.',
  },
  'feedback-area-several': {
    what: 'More than one product area is ticked.',
    cure: 'Keep the tick that fits best; where it is two things, open an issue for each.',
  },
  'feedback-area-unknown': {
    what: 'What is written there is none of the configured areas.',
    cure: 'Write one of the names that the comment lists, or Other: and what it is.',
  },
  'feedback-area-other-blank': {
    what: 'Other is ticked and nothing stands behind its colon.',
    cure: 'Write behind the colon what the area is.',
  },
  'feedback-impact-missing': {
    what: 'No impact on the customer is ticked.',
    cure: 'Tick exactly one.',
  },
  'feedback-impact-several': {
    what: 'More than one impact on the customer is ticked.',
    cure: 'Keep the worst one that is true.',
  },
  'feedback-impact-unknown': {
    what: 'What is written there is neither Blocker nor Major nor Minor.',
    cure: 'Write one of the three, or tick its box. Sentences belong under Expected impact.',
  },
  'feedback-product-issue-unreadable': {
    what: 'What is written under Product issue names no issue, or not its project.',
    cure: 'Write the link to the issue, or its project and number such as group/project#12, or nothing.',
  },
  'feedback-product-issue-several': {
    what: 'More than one product issue is named.',
    cure: 'Keep one and name the others in a comment.',
  },
  'feedback-product-issue-elsewhere': {
    what: 'The issue is on another host, where the desk cannot see whether it is closed.',
    cure: 'Name an issue on this GitLab, or put the link into the use case and leave the field empty.',
  },
  'feedback-requests-unreadable': {
    what: 'What is written under Requests it came from is no number of a request in this project.',
    cure: 'Write numbers such as #12, or nothing.',
  },
};
