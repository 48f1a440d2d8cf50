import { answerText } from '../../form/answers.ts';
import type { FormLine } from '../../form/form-lines.ts';
import { formProblem } from '../../form/form-problem.ts';
import type { Field } from '../../form/request-form.ts';
import { feedbackHeadings } from './feedback-fields.ts';
import { type DeskProject, namedIssues } from './named-issues.ts';

/** What is longer is not cut: the end of a number would be lost, and another one found. */
const longestText = 1000;
const hashed = /(?<![\w&/])#(\d{1,9})(?!\d)/g;
/** What may stand around numbers and says nothing else. */
const filler = /\b(?:sme|requests?|issues?|and|or|no|nr|number|see|from)\b|[\s,;:.&/+()[\]|-]+/gi;
/** Quick actions of the template, where GitLab has not taken them out: the field is the last one of the form. */
const actions = /(?:^|\s)\/(?:label|confidential)(?:\s.*)?$/;
const bare = /^[1-9]\d{0,8}$/;

/**
 * The numbers in a text without links. Numbers without a hash count only where nothing but numbers is written: the
 * year of `demo in 2026` is no request. Null: there is something that is none of these.
 */
function numbersIn(text: string): readonly number[] | null {
  const marked = [...text.matchAll(hashed)].map((match) => Number(match[1]));
  const words = text
    .replace(hashed, ' ')
    .replace(filler, ' ')
    .split(' ')
    .filter((word) => word !== '');
  if (words.every((word) => bare.test(word))) return [...marked, ...words.map(Number)];
  return marked.length > 0 ? marked : null;
}

/** The numbers of requests that a text names, each once; null: it names something else as well. */
function requestsIn(text: string, desk: DeskProject): readonly number[] | null {
  const { issues, elsewhere, rest } = namedIssues(text, desk);
  const path = desk.path.toLowerCase();
  if (elsewhere.length > 0 || issues.some(({ project }) => project.toLowerCase() !== path)) return null;
  const linked = issues.map(({ iid }) => iid);
  const written = numbersIn(rest) ?? (linked.length > 0 ? [] : null);
  return written === null ? null : [...new Set([...linked, ...written])].filter((number) => number > 0);
}

/** Reads the numbers of the requests that feedback came from: `#12`, `12` or links to issues of this project; optional. */
export function readRequestNumbers(lines: readonly FormLine[], desk: DeskProject): Field<readonly number[]> {
  const whole = answerText(lines, longestText);
  const text = whole.length < longestText ? whole.replace(actions, '') : whole;
  if (text === '') return { state: 'blank' };
  const numbers = text.length < longestText ? requestsIn(text, desk) : null;
  if (numbers !== null && numbers.length > 0) return { state: 'given', value: numbers };
  const told = {
    found: text,
    expected: 'the numbers of requests in this project; leave it empty if there is none',
    example: '#12, #15',
  };
  return {
    state: 'problem',
    problem: formProblem('feedback-requests-unreadable', feedbackHeadings.requests, told),
  };
}
