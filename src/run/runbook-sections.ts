import { gitlabErrors } from '../clients/gitlab/errors.ts';
import { salesforceErrors } from '../clients/salesforce/errors.ts';
import { slackErrors } from '../clients/slack/errors.ts';
import { stackOverflowErrors } from '../clients/stack-overflow/errors.ts';
import { labelRefusals } from '../domain/notifications/refusal-comment.ts';
import { feedbackProblemEntries } from '../report/feedback-problem-entries.ts';
import { checkProblemEntries, formProblemEntries, type ProblemEntry } from '../report/problem-entries.ts';
import type { RunbookEntry, RunbookSection } from '../report/runbook.ts';
import { runErrors } from './error-catalogue.ts';

type Catalogue = Readonly<
  Record<string, { readonly what: string; readonly cure: string; readonly exit: 1 | 2 | 3 }>
>;

function errors(catalogue: Catalogue): RunbookEntry[] {
  return Object.entries(catalogue).map(([code, entry]) => ({ code, ...entry }));
}

function problems(entries: Readonly<Record<string, ProblemEntry>>): RunbookEntry[] {
  return Object.entries(entries).map(([code, entry]) => ({ code, ...entry, exit: null }));
}

/** A comment's sentence says why and, behind the first full stop, what to do. */
function refusals(): RunbookEntry[] {
  return Object.entries(labelRefusals).map(([refusal, sentence]) => {
    const [why = '', ...rest] = sentence.split('. ');
    const cure = rest.length === 0 ? 'Nothing to do: the desk has put its own label back' : rest.join('. ');
    return { code: `label-${refusal}`, what: `${capital(why)}.`, cure: `${cure}.`, exit: null };
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Every code the desk can tell, by where it is met. */
export function runbookSections(): RunbookSection[] {
  return [
    {
      title: 'The run itself',
      lead: 'Told by a script, before it has read anything or about one write.',
      entries: errors(runErrors),
    },
    {
      title: 'GitLab',
      lead: 'Without GitLab there is no run. A failure of one issue leaves out that issue.',
      entries: errors(gitlabErrors),
    },
    {
      title: 'Salesforce',
      lead: 'Salesforce delays only itself: requests that are approved go on, their team rows wait.',
      entries: errors(salesforceErrors),
    },
    {
      title: 'Slack',
      lead: 'Slack delays only itself: the comments in GitLab say everything.',
      entries: errors(slackErrors),
    },
    {
      title: 'Stack Overflow for Teams',
      lead: 'It is read for the eighth metric only. While it is down the metric waits, and nothing else does.',
      entries: errors(stackOverflowErrors),
    },
    {
      title: 'Labels that were taken back',
      lead: 'Told once per person and reason, in a comment on the request. No run ends with one.',
      entries: refusals(),
    },
    {
      title: 'What requesters are asked to mend: the form',
      lead: 'Told in the comment that lists the problems of a request. The desk looks again by itself after an edit.',
      entries: problems(formProblemEntries),
    },
    {
      title: 'What requesters are asked to mend: the check',
      lead: 'Told in the same comment, once the form is complete.',
      entries: problems(checkProblemEntries),
    },
    {
      title: 'What askers are asked to mend: customer feedback',
      lead: 'Told in one comment on the feedback, with what is wrong with the form as a whole. Nothing waits for it.',
      entries: problems(feedbackProblemEntries),
    },
  ];
}
