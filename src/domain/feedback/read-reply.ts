import type { EngagementOutcome, FollowUpKind, RecordState } from '../record/record-state.ts';

type Rating = NonNullable<RecordState['feedback']>['rating'];

/** What one comment says about an engagement. Null and empty: nothing. */
export interface Reply {
  readonly rating: Rating;
  readonly outcome: EngagementOutcome | null;
  readonly nps: number | null;
  readonly followUps: readonly FollowUpKind[];
}

/** More is talk: a reply to the prompt is a handful of short lines. */
const longestLine = 300;
const mostLines = 100;

const numbers: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 };

const outcomeWords: readonly (readonly [RegExp, EngagementOutcome])[] = [
  [
    /^(?:it )?(?:did ?n[o']?t|did not|never) (?:take place|happen)|^no[ -]show|^cancell?ed/iu,
    'did not take place',
  ],
  [/^(?:moved|postponed|rescheduled)/iu, 'moved'],
  [/^(?:technical )?(?:win|won)/iu, 'technical win'],
  [/^(?:technical )?(?:loss|lost)/iu, 'loss'],
  [/^(?:still )?(?:open|undecided|pending)/iu, 'open'],
];

const kindWords: readonly (readonly [RegExp, FollowUpKind])[] = [
  [/product[ -]?feedback|feature request/iu, 'product-feedback'],
  [/best[ -]?practice/iu, 'best-practice'],
  [/demo/iu, 'demo'],
  [/question/iu, 'question'],
  [/content|article/iu, 'content'],
];

/**
 * Reads a reply to the feedback prompt: lines such as `rating: 5`, in any order, among other words
 * (`docs/rules.md#feedback`). What is not understood is talk; the last line about a thing counts.
 */
export function readReply(body: string): Reply {
  let reply: Reply = { rating: null, outcome: null, nps: null, followUps: [] };
  for (const raw of body.split(/[\r\n\u2028\u2029\u0085]+/u, mostLines)) {
    // A mail quotes the prompt, whose example lines are nobody's answer.
    if (raw.length > longestLine || raw.trimStart().startsWith('>')) continue;
    const line = raw
      .replace(/[*_`]/gu, '')
      .replace(/^[\s•-]+/u, '')
      .trim();
    reply = withLine(reply, line);
  }
  return reply;
}

function withLine(reply: Reply, line: string): Reply {
  const [, word = '', value = ''] = /^([a-z -]{3,20}?)\s*(?:[:=]|\s-|\s–)\s*(.+)$/iu.exec(line) ?? [];
  switch (word.toLowerCase().trim()) {
    case '':
      return { ...reply, rating: bareRating(line) ?? reply.rating };
    case 'rating':
    case 'rate':
      return { ...reply, rating: ratingOf(value) ?? reply.rating };
    case 'outcome':
    case 'result':
      return { ...reply, outcome: outcomeOf(value) ?? reply.outcome };
    case 'nps':
    case 'customer nps':
      return { ...reply, nps: npsOf(value) ?? reply.nps };
    case 'follow-up':
    case 'follow-ups':
    case 'follow up':
    case 'follow ups':
    case 'followup':
    case 'followups':
      return { ...reply, followUps: [...new Set([...reply.followUps, ...kindsOf(value)])] };
    default:
      return reply;
  }
}

/** `5`, `5/5`, `4 out of 5`, `five`, `5 stars`; of five, and nothing else. */
function ratingOf(text: string): Rating {
  const found =
    /^([1-5]|one|two|three|four|five)(?:\s*(?:\/|of|out of)\s*(?:5|five))?(?:\s+stars?)?(?![\p{L}\p{N}/])(?!\.\d)/iu.exec(
      text,
    );
  if (found === null) return null;
  const word = (found[1] ?? '').toLowerCase();
  return numbers[word] ?? Number(word);
}

/** Without the word `rating` only what can be nothing else: `5/5`, `4 out of 5`. */
function bareRating(line: string): Rating {
  return /^(?:[1-5]|one|two|three|four|five)\s*(?:\/|out of)\s*(?:5|five)[\s.!]*$/iu.test(line)
    ? ratingOf(line)
    : null;
}

/** A whole number from 0 to 10, also as `9/10`. */
function npsOf(text: string): number | null {
  const found = /^(10|\d)(?:\s*(?:\/|of|out of)\s*10)?(?![\p{L}\p{N}/])(?!\.\d)/iu.exec(text);
  return found === null ? null : Number(found[1]);
}

function outcomeOf(text: string): EngagementOutcome | null {
  return outcomeWords.find(([words]) => words.test(text))?.[1] ?? null;
}

function kindsOf(text: string): FollowUpKind[] {
  if (/^(?:none|no|nothing|n\/a)\b/iu.test(text)) return [];
  return text
    .split(/,|;|\/|\band\b|&|\+/iu)
    .flatMap((part) => kindWords.find(([words]) => words.test(part))?.[1] ?? []);
}
