import type { Config } from '../../config/types.ts';
import type { Instant } from '../snapshot.ts';
import { onlyAnswer } from './answers.ts';
import { dateLine } from './date-line.ts';
import { readDateText } from './date-text.ts';
import { type FieldKey, requestFields } from './fields.ts';
import type { FormLine } from './form-lines.ts';
import { type FormProblemCode, formProblem } from './form-problem.ts';
import { isTooLong } from './form-size.ts';
import { isTicked } from './read-choice.ts';
import { readArea, readEngagement, readRegion, readRole } from './read-choices.ts';
import { readDates } from './read-dates.ts';
import { readDuration } from './read-duration.ts';
import { readOpportunity } from './read-opportunity.ts';
import { readSlackChannel } from './read-slack-channel.ts';
import { readEntries, readLongText, readShortText } from './read-text.ts';
import type { Field, Problem, ProposedDate, RequestForm } from './request-form.ts';
import { requestTitles } from './request-titles.ts';
import { scanOnce } from './scan-once.ts';
import { sectionsOf } from './sections-of.ts';
import type { OfferedChoices } from './shown-choices.ts';
import { hiddenRest, tooLong } from './whole-form-problems.ts';

/** What a form is read against. */
export interface FormContext {
  readonly config: Pick<Config, 'roles' | 'regions' | 'salesforce' | 'calendar'> & OfferedChoices;
  readonly salesforceOn: boolean;
  /** A date must lie behind this instant; for a form that was accepted before: when it was last edited. */
  readonly now: Instant;
  /** The requester's zone, for times without one. */
  readonly timezone: string;
}

const blank = { state: 'blank' } as const;

function refuse(
  code: FormProblemCode,
  field: string,
  expected: string,
  example: string,
  found = '',
): { readonly state: 'problem'; readonly problem: Problem } {
  return { state: 'problem', problem: formProblem(code, field, { found, expected, example }) };
}

/**
 * Reads an SME request from an issue's description (docs/rules.md#requests). Never throws, takes time linear in the
 * text, and asks nothing outside: every field is given for certain, blank, or a problem in the person's terms.
 */
export function parseRequestForm(description: string, context: FormContext): RequestForm {
  if (isTooLong(description)) return tooLongForm();
  const blocks = scanOnce(description);
  const { config, salesforceOn } = context;
  const sections = sectionsOf(requestTitles, blocks, {
    field: 'opportunity',
    label: config.salesforce.opportunityId.label,
  });
  const linesFor = (key: FieldKey): readonly FormLine[] => sections.get(key) ?? [];
  const dates = readDates(linesFor('dates'), context.timezone, context.now);
  const fastTrack = isTicked(linesFor('fastTrack'));
  const fields = {
    opportunity: readOpportunity(linesFor('opportunity'), config.salesforce.opportunityId, salesforceOn),
    opportunityName: readName('opportunityName', linesFor('opportunityName'), salesforceOn),
    accountName: readName('accountName', linesFor('accountName'), salesforceOn),
    closeDate: readCloseDate(linesFor('closeDate'), salesforceOn),
    area: readArea(linesFor('area'), config.areas),
    engagement: readEngagement(linesFor('engagement'), config.engagementTypes),
    dates: datesField(dates.dates, dates.problems),
    durationMinutes: readDuration(linesFor('durationMinutes')),
    slackChannel: readSlackChannel(linesFor('slackChannel')),
    description: readDescription(linesFor('description')),
    questions: readQuestions(linesFor('questions')),
    role: readRole(linesFor('role'), config.roles),
    region: readRegion(linesFor('region'), config.regions),
    fastTrackReason: readFastTrackReason(linesFor('fastTrackReason'), fastTrack),
  };
  const confirmed = isTicked(linesFor('confirmed'));
  const series = dates.series || isTicked(linesFor('series'));
  const problems = problemsOf(fields, dates.problems);
  if (!confirmed) problems.push(unconfirmed());
  if (problems.length > 0) problems.push(...hiddenRest(blocks));
  return { ...fields, series, fastTrack, confirmed, problems };
}

/** All problems in the order of the form; of the dates each one, not only the first. */
function problemsOf(
  fields: Readonly<Record<string, Field<unknown>>>,
  dateProblems: readonly Problem[],
): Problem[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    if (key === 'dates') return dateProblems;
    return field.state === 'problem' ? [field.problem] : [];
  });
}

function datesField(
  dates: readonly ProposedDate[],
  problems: readonly Problem[],
): Field<readonly ProposedDate[]> {
  const [problem] = problems;
  return problem === undefined ? { state: 'given', value: dates } : { state: 'problem', problem };
}

const nameFields = {
  opportunityName: ['opportunity-name-missing', 'Opportunity name', 'Acme renewal'],
  accountName: ['account-name-missing', 'Account name', 'Acme'],
} as const;

/** A name is asked for only while Salesforce, which knows it, is off. */
function readName(
  key: keyof typeof nameFields,
  lines: readonly FormLine[],
  salesforceOn: boolean,
): Field<string> {
  const value = readShortText(lines);
  if (value !== '') return { state: 'given', value };
  if (salesforceOn) return blank;
  const [code, heading, example] = nameFields[key];
  return refuse(
    code,
    heading,
    'the name, because the desk cannot look it up while Salesforce is off',
    example,
  );
}

function readCloseDate(lines: readonly FormLine[], salesforceOn: boolean): Field<string> {
  const heading = 'Expected close date';
  const example = '2026-12-31';
  const only = onlyAnswer(lines);
  const text = only === null ? readShortText(lines) : dateLine(only, 1);
  if (text === '') {
    if (salesforceOn) return blank;
    return refuse('close-date-missing', heading, 'the date, because Salesforce is off', example);
  }
  const read = readDateText(text);
  if (read.kind === 'date' && read.date.time === null) {
    const { year, month, day } = read.date;
    return { state: 'given', value: [year, twoDigits(month), twoDigits(day)].join('-') };
  }
  if (read.kind === 'ambiguous') {
    return refuse('close-date-ambiguous', heading, 'a date that can be read in one way only', example, text);
  }
  return refuse('close-date-unreadable', heading, 'one date, with its year', example, text);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function readDescription(lines: readonly FormLine[]): Field<string> {
  const value = readLongText(lines);
  if (value !== '') return { state: 'given', value };
  const expected = 'a few sentences about the technical challenge';
  return refuse(
    'description-missing',
    'Description',
    expected,
    'Migration from Jenkins; 400 pipelines, air-gapped.',
  );
}

function readQuestions(lines: readonly FormLine[]): Field<readonly string[]> {
  const value = readEntries(lines);
  if (value.length > 0) return { state: 'given', value };
  const expected = 'at least one concrete question';
  return refuse(
    'questions-missing',
    'Questions for the SME',
    expected,
    '- How do we size runners for 400 pipelines?',
  );
}

function readFastTrackReason(lines: readonly FormLine[], fastTrack: boolean): Field<string> {
  const value = readLongText(lines);
  if (value !== '') return { state: 'given', value };
  if (!fastTrack) return blank;
  const expected = 'why it cannot wait for the usual lead time, because fast track is ticked';
  return refuse(
    'fast-track-reason-missing',
    'Reason for fast track',
    expected,
    'The customer decides on Thursday.',
  );
}

function unconfirmed(): Problem {
  const field = requestFields.flatMap((group) => group.fields).find(({ key }) => key === 'confirmed');
  const label = field?.kind === 'checkbox' ? field.label : 'I confirm';
  const told = { found: 'no tick', expected: 'the box ticked', example: `- [x] ${label}` };
  return formProblem('confirmation-missing', field?.heading ?? 'I confirm', told);
}

function tooLongForm(): RequestForm {
  return {
    opportunity: blank,
    opportunityName: blank,
    accountName: blank,
    closeDate: blank,
    area: blank,
    engagement: blank,
    dates: blank,
    series: false,
    durationMinutes: blank,
    slackChannel: blank,
    description: blank,
    questions: blank,
    role: blank,
    region: blank,
    fastTrack: false,
    fastTrackReason: blank,
    confirmed: false,
    problems: [tooLong()],
  };
}
