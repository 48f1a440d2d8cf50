import type { Finding } from './finding.ts';
import { bands } from './laws/bands.ts';
import { boards, columnLabels, meetings } from './laws/boards.ts';
import { duplicates } from './laws/duplicates.ts';
import { confidential, moves, typed } from './laws/moves.ts';
import { onceEach, problems, reminders } from './laws/reminders.ts';
import { leaks, mentions } from './laws/sinks.ts';
import { slack } from './laws/slack.ts';
import { told } from './laws/told.ts';
import { writes } from './laws/writes.ts';
import { judge, type Memory } from './memory.ts';
import type { Run } from './see.ts';

const laws = [
  moves,
  typed,
  confidential,
  told,
  slack,
  boards,
  columnLabels,
  meetings,
  bands,
  leaks,
  mentions,
  reminders,
  onceEach,
  problems,
  duplicates,
  writes,
] as const;

/**
 * Judges what people have done since the run before, and looks at what the run made of it
 * (`docs/rules.md#customer-feedback`). It shares no code with the desk.
 *
 * @param memory What the runs before have shown; it grows.
 */
export function examine(memory: Memory, run: Run): Finding[] {
  judge(memory, run);
  return look(memory, run);
}

/** The same without judging again: for a run that was judged already. */
export function look(memory: Memory, run: Run): Finding[] {
  return laws.flatMap((law) => law(memory, run));
}
