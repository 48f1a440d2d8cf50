/** One line of the code that computes the metrics, and what a slip would make of it. */
export interface Fault {
  readonly what: string;
  /** Below `src/domain/metrics`. */
  readonly file: string;
  /** Stands there once. */
  readonly line: string;
  readonly instead: string;
}

/** Slips that nobody would see on a page. */
export const faults: readonly Fault[] = [
  {
    what: 'a state that a person has clicked counts',
    file: 'state-history.ts',
    line: 'return !desk.includes(user.id);',
    instead: 'return false;',
  },
  {
    what: 'what a deleted account did does not count',
    file: 'state-history.ts',
    line: "user.username === 'ghost'",
    instead: 'false',
  },
  {
    what: 'events that came along with a copy count',
    file: 'item-states.ts',
    line: 'at < submittedAt',
    instead: 'at < 0',
  },
  {
    what: 'clocks that run backwards are believed',
    file: 'item-states.ts',
    line: 'at: Math.max(clock, at)',
    instead: 'at',
  },
  {
    what: 'of two labels the one that was added first counts',
    file: 'item-states.ts',
    line: '[...others, change]',
    instead: '[change, ...others]',
  },
  {
    what: 'what happens at the very cut-off is in the period before',
    file: 'request-times.ts',
    line: 'instant < cutOff ? instant : null',
    instead: 'instant <= cutOff ? instant : null',
  },
  {
    what: 'the time in which the issue was closed counts',
    file: 'open-time.ts',
    line: 'open -= overlap(stretch, interval);',
    instead: 'open -= 0 * overlap(stretch, interval);',
  },
  {
    what: 'an engagement that was moved took place',
    file: 'request-times.ts',
    line: " || history.outcome === 'moved'",
    instead: '',
  },
  {
    what: 'an engagement that lost its state again took place',
    file: 'request-times.ts',
    line: 'else since = null;',
    instead: '',
  },
  {
    what: 'nine tenths are eight',
    file: 'distribution.ts',
    line: '(n * 9) / 10',
    instead: '(n * 8) / 10',
  },
  {
    what: 'the median of an even number is the upper one',
    file: 'distribution.ts',
    line: '(lower + upper) / 2',
    instead: 'upper',
  },
  {
    what: 'an opportunity that was opened again is closed since the first time',
    file: 'opportunity-timeline.ts',
    line: 'states.at(-1)?.closedSince ?? at',
    instead: 'states.find((each) => each.closedSince !== null)?.closedSince ?? at',
  },
  {
    what: 'growth is against today’s requests',
    file: 'program/pipeline-growth.ts',
    line: 'scope.requestsAt(from)',
    instead: 'scope.requests',
  },
  {
    what: 'an SME who came after the next stage has helped to reach it',
    file: 'program/stage-progression.ts',
    line: 'since < passage.until',
    instead: 'since < Number.POSITIVE_INFINITY',
  },
  {
    what: 'a card that is new is an update',
    file: 'program/feedback-loop.ts',
    line: " && value !== 'new'",
    instead: '',
  },
  {
    what: 'what has grown stale was never published',
    file: 'program/knowledge-transfer.ts',
    line: "state === 'published' || state === 'stale'",
    instead: "state === 'published'",
  },
  {
    what: 'a mark of six is neutral',
    file: 'program/customer-satisfaction.ts',
    line: 'value <= 6',
    instead: 'value < 6',
  },
  {
    what: 'the last day of a term is not part of it',
    file: 'serving-smes.ts',
    line: 'Date.parse(term.to) / dayLength + 1',
    instead: 'Date.parse(term.to) / dayLength',
  },
  {
    what: 'one group alone is withheld, so that it can be computed from the others',
    file: 'withhold.ts',
    line: 'count > 1 && behind >= minimumN',
    instead: 'count > 0',
  },
  {
    what: 'what just enough stand behind is withheld',
    file: 'withhold.ts',
    line: 'figure.n < minimumN',
    instead: 'figure.n <= minimumN',
  },
];
