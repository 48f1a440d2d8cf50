import { writtenAnswers } from './answers.ts';
import type { FormLine } from './form-lines.ts';
import { formProblem } from './form-problem.ts';
import type { Field } from './request-form.ts';

const heading = 'Slack channel of the opportunity';
const longestText = 500;
const mostLines = 20;

const token = /<#([CG][A-Z0-9]{5,20})(?:\|[^>]{0,80})?>/;
const link =
  /slack\.com\/(?:archives|client\/[A-Z0-9]{5,20}|app_redirect\?channel=)\/?([CG][A-Z0-9]{5,20})\b/;
const bareId = /^[CG][A-Z0-9]{8,20}$/;
const hashed = /(?<![^\s(])#([\p{L}\p{N}_-]*\p{L}[\p{L}\p{N}_-]*)/gu;
const doubtful = /\b(?:not?|don't|never|instead|old|former|was|or|maybe|perhaps|soon)\b|https?:/i;
const name = /^#?([\p{L}\p{N}_-]{1,80})$/u;

/** The one name with `#` in a sentence that says nothing else about channels: `We have #opp-acme for this.` */
function onlyNamed(text: string): string | undefined {
  const [first, second] = text.matchAll(hashed);
  return second === undefined && !doubtful.test(text) ? first?.[1] : undefined;
}

/** Slack's names are small letters; https://docs.slack.dev/reference/methods/conversations.create */
function channelOf(text: string): string | null {
  if (text.length > longestText) return null;
  const id = token.exec(text)?.[1] ?? link.exec(text)?.[1];
  if (id !== undefined) return id;
  const bracketed = /^\[([^\]]{1,100})\]\([^)]{0,300}\)$/.exec(text)?.[1];
  const bare = (bracketed ?? text).trim();
  if (bareId.test(bare)) return bare;
  const plain = name.exec(bare)?.[1] ?? onlyNamed(bare);
  return plain === undefined ? null : `#${plain.normalize('NFC').toLowerCase()}`;
}

/** Reads the opportunity's Slack channel as `#name` or a channel id; what is in Slack is not asked here. */
export function readSlackChannel(lines: readonly FormLine[]): Field<string> {
  const answers = writtenAnswers(lines, mostLines).map((line) => line.text);
  if (answers.length === 0) return { state: 'blank' };
  const channels = new Set(answers.map(channelOf));
  const [channel] = channels;
  if (channels.size === 1 && channel !== undefined && channel !== null)
    return { state: 'given', value: channel };
  const problem = formProblem('slack-channel-unreadable', heading, {
    found: answers.join(' / '),
    expected:
      'one channel: its name with # in front, or the link that Slack copies; leave it empty if there is none',
    example: '#opp-acme',
  });
  return { state: 'problem', problem };
}
