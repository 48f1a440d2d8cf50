import type { FormProblemCode } from '../domain/form/form-problem.ts';
import type { CheckProblemCode } from '../domain/validation/check-problem.ts';

/** A problem of a request as the runbook tells it: what the desk has met, and what the requester writes instead. */
export interface ProblemEntry {
  readonly what: string;
  readonly cure: string;
}

/** Problems that stand in the form itself (`docs/rules.md#requests`). */
export const formProblemEntries: Readonly<Record<FormProblemCode, ProblemEntry>> = {
  'form-too-long': {
    what: 'The description is larger than 64 KiB. Nothing in it is read.',
    cure: 'Put logs and long texts into attachments and link them.',
  },
  'form-comment-open': {
    what: 'A comment that was opened with <!-- has no end and hides everything behind it.',
    cure: 'Write --> where the comment ends, or delete its beginning.',
  },
  'form-fence-open': {
    what: 'A block of code has no closing line and hides everything behind it.',
    cure: 'Write ``` on a line of its own behind the code.',
  },
  'opportunity-missing': {
    what: 'No opportunity is given.',
    cure: 'Copy the link from the address bar of the opportunity in Salesforce.',
  },
  'opportunity-malformed': {
    what: 'What stands there is no Salesforce id: wrong length, or nothing that looks like one.',
    cure: 'Write the 15 or 18 characters that begin with 006, or the link to the page of the opportunity.',
  },
  'opportunity-suffix': {
    what: 'The last three characters of the id do not fit the others: a character was mistyped.',
    cure: 'Copy the id or the link again instead of typing it.',
  },
  'opportunity-several': {
    what: 'More than one opportunity is named.',
    cure: 'Keep one; each further opportunity is a request of its own.',
  },
  'opportunity-other-object': {
    what: 'The id is one of another kind of record, such as an account.',
    cure: 'Open the opportunity itself and copy its link; its id begins with 006.',
  },
  'opportunity-pattern': {
    what: 'While Salesforce is off, the text does not match salesforce.opportunity_id.pattern.',
    cure: 'Write it in the form that the comment shows. If the form is wrong, correct the pattern in program.yml.',
  },
  'opportunity-name-missing': {
    what: 'The name of the opportunity is blank, and Salesforce is off.',
    cure: 'Write the name: the desk cannot look it up.',
  },
  'account-name-missing': {
    what: 'The name of the account is blank, and Salesforce is off.',
    cure: 'Write the name: the desk cannot look it up.',
  },
  'close-date-missing': {
    what: 'The expected close date is blank, and Salesforce is off.',
    cure: 'Write the date, year first: 2026-12-31.',
  },
  'close-date-ambiguous': {
    what: 'The close date can be read in two ways, day or month first.',
    cure: 'Write it year first, or with the month as a word.',
  },
  'close-date-unreadable': {
    what: 'The close date is not one date with its year.',
    cure: 'Write one date, year first: 2026-12-31.',
  },
  'area-missing': {
    what: 'No area of expertise is ticked.',
    cure: 'Tick exactly one box, or Other with the area behind the colon.',
  },
  'area-several': {
    what: 'More than one area is ticked or written.',
    cure: 'Keep one; open a second request for the other.',
  },
  'area-unknown': {
    what: 'The area that was written is not a configured one.',
    cure: 'Tick a box of the list, or write it behind Other. Where people keep using another name, add it to the aliases of the area.',
  },
  'area-other-blank': {
    what: 'Other is ticked as the area, and nothing stands behind the colon.',
    cure: 'Write the area behind the colon.',
  },
  'engagement-missing': {
    what: 'No type of engagement is ticked.',
    cure: 'Tick exactly one box, or Other with the type behind the colon.',
  },
  'engagement-several': {
    what: 'More than one type of engagement is ticked or written.',
    cure: 'Keep the one that describes the meeting best.',
  },
  'engagement-unknown': {
    what: 'The type of engagement that was written is not a configured one.',
    cure: 'Tick a box of the list, or write it behind Other.',
  },
  'engagement-other-blank': {
    what: 'Other is ticked as the type of engagement, and nothing stands behind the colon.',
    cure: 'Write the type behind the colon.',
  },
  'date-missing': {
    what: 'No date is proposed.',
    cure: 'Write at least one date; alternatives go on further lines.',
  },
  'date-ambiguous': {
    what: 'A date can be read in two ways, day or month first. The desk asks instead of guessing.',
    cure: 'Write it year first, or with the month as a word.',
  },
  'date-unreadable': {
    what: 'A line holds no date that can be read for certain.',
    cure: 'Write one date on each line, with year, time and time zone: 2026-12-03 15:00 Europe/Madrid.',
  },
  'date-weekday': {
    what: 'The weekday does not fit the date.',
    cure: 'Correct the one that is wrong.',
  },
  'date-timezone': {
    what: 'The time zone is unknown, means several places, or is not in use on that day.',
    cure: 'Write it as Region/City, or as an offset such as UTC+1.',
  },
  'date-gap': {
    what: 'The time does not exist: on that day the clocks are put forward over it.',
    cure: 'Propose a time before or after.',
  },
  'date-twice': {
    what: 'The time comes twice: on that day the clocks are put back over it.',
    cure: 'Add the offset, such as UTC+2, to say which one is meant.',
  },
  'date-past': {
    what: 'A proposed date has passed.',
    cure: 'Propose dates that lie ahead.',
  },
  'dates-too-many': {
    what: 'More than 20 dates or lines stand there.',
    cure: 'Keep at most 20, one on each line.',
  },
  'duration-missing': {
    what: 'No duration is given.',
    cure: 'Write it with its unit: 90 min, 2 h, 1 day.',
  },
  'duration-unreadable': {
    what: 'The duration is a range, a number without a unit, or several different ones.',
    cure: 'Write one duration with its unit: 90 min, 2 h, 1 day.',
  },
  'duration-range': {
    what: 'The duration is shorter than 15 minutes or longer than 10 days of 8 hours.',
    cure: 'Write a duration in between, or split the request.',
  },
  'slack-channel-unreadable': {
    what: 'What stands there is not one Slack channel.',
    cure: 'Write its name with # in front, or paste the link that Slack copies; leave the field empty if there is none.',
  },
  'description-missing': {
    what: 'The description is blank.',
    cure: 'Write a few sentences about the technical challenge.',
  },
  'questions-missing': {
    what: 'There is no question for the SME.',
    cure: 'Write at least one concrete question.',
  },
  'role-several': {
    what: 'More than one role is ticked.',
    cure: 'Keep the one you request in.',
  },
  'role-unknown': {
    what: 'The role that was written is not a configured one.',
    cure: 'Tick a box of the list, or leave all of them blank.',
  },
  'region-several': {
    what: 'More than one region is ticked.',
    cure: 'Keep your own, or leave all of them blank.',
  },
  'region-unknown': {
    what: 'The region that was written is not a configured one.',
    cure: 'Tick a box of the list, or leave all of them blank.',
  },
  'fast-track-reason-missing': {
    what: 'Fast track is ticked without a reason.',
    cure: 'Write why it cannot wait for the usual lead time, or take the tick away.',
  },
  'confirmation-missing': {
    what: 'The confirmation is not ticked.',
    cure: 'Tick it if it is true; else ask the account SA to open the request.',
  },
};

/** Problems that only the world outside the form can show (`docs/rules.md#validation`). */
export const checkProblemEntries: Readonly<Record<CheckProblemCode, ProblemEntry>> = {
  'requester-unknown': {
    what: 'The author of the issue is in no configured group or list of requesters.',
    cure: 'Let the account SA open the request, or add the person to requesters in program.yml.',
  },
  'requester-role-open': {
    what: 'The author has several roles, and none is ticked.',
    cure: 'Tick one role.',
  },
  'requester-role-wrong': {
    what: 'The ticked role is not one that the author is listed with.',
    cure: 'Tick the role that the comment names, or correct requesters in program.yml.',
  },
  'opportunity-unknown': {
    what: 'Salesforce does not know the opportunity: it does not exist, was deleted, or the integration user cannot see it.',
    cure: 'Copy the link again. If it is right, let the integration user read the opportunity.',
  },
  'opportunity-closed': {
    what: 'The opportunity is closed.',
    cure: 'Name an open opportunity.',
  },
  'requester-not-on-team': {
    what: 'The requester neither owns the opportunity nor is on its team, and requests.must_be_on_team is refuse.',
    cure: 'Ask the owner to add the requester to the opportunity team, or let a member of the team open the request.',
  },
  'lead-time-short': {
    what: 'The first date is nearer than requests.lead_time, and no reason for a fast track is given.',
    cure: 'Write a reason for the fast track, or propose a later date.',
  },
};
