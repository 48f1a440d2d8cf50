import { dayOf } from '../domain/calendar/day.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { freshGuards, guard } from '../plan/guards.ts';
import { makePlan } from '../plan/plan.ts';
import { boardAfter } from '../reconcile/board/board-after.ts';
import { boardFactsOf } from '../reconcile/board/board-facts-of.ts';
import type { BoardContext } from '../reconcile/board/card-phase.ts';
import { newsOfDay, newsToAskers } from '../reconcile/board/news-to-askers.ts';
import { upkeepOfBoard } from '../reconcile/board/upkeep.ts';
import { maintainBoard } from '../reconcile/maintain-board.ts';
import { carryOut } from './carry-out.ts';
import { type CardCache, cardCache } from './observe/card-cache.ts';
import { observeAskers } from './observe/observe-askers.ts';
import { observeBoard } from './observe/observe-board.ts';
import { observeDesk } from './observe/observe-desk.ts';
import { observeUpkeep } from './observe/observe-upkeep.ts';
import { plannedFor } from './planned-for.ts';
import { openSession, type Session, type Surroundings } from './session.ts';
import { exitCode, problemSentence, summaryLine } from './tell.ts';

/**
 * The care of the feedback boards, once a day: cards, what askers are told, boards, meetings and pages. With `--issue`
 * that card alone is written. Gives the exit code.
 */
export async function runBoard(surroundings: Surroundings): Promise<number> {
  const session = await openSession('maintain-feedback-board', surroundings, {
    token: 'desk',
    nowWithApply: false,
  });
  const snapshot = await observeDesk(session.clients.gitlab, session.config, await plannedFor(session));
  const plan = await planBoard(session, snapshot);
  const carried = await carryOut(session, snapshot, plan);
  if (carried === null) return exitCode(plan, []);
  if (!session.flags.json) surroundings.print(summaryLine(carried.results));
  return exitCode(plan, carried.results);
}

async function planBoard(session: Session, snapshot: Snapshot) {
  const { clients, config, flags } = session;
  const cache = await cacheOfDay(session, snapshot);
  const { context, problems } = await observeBoard(clients, config, snapshot, cache);
  const limits = { config, liveRows: 0, allowances: flags.allowances };
  const cards = guard('board', maintainBoard(context, flags.issue), freshGuards, limits);
  const news = flags.issue === null ? newsOfDay(context, cards.step.actions) : [];
  const slack = await observeAskers(
    clients.slack,
    context,
    news.map(({ asker }) => asker.username),
  );
  const told = guard('board', newsToAskers(news, slack.askers), cards.state, limits);
  const after = boardAfter(context, cards.step.actions);
  const upkeep = flags.issue === null ? await planUpkeep(session, snapshot, after, cache) : nothing;
  await cache?.save(true);
  const kept = guard('board', upkeep.actions, told.state, limits);
  const guarded = [cards, told, kept];
  return makePlan({
    now: snapshot.now,
    steps: guarded.map(({ step }) => step),
    leftOver: guarded.flatMap(({ leftOver }) => leftOver),
    held: guarded.flatMap(({ held }) => held),
    problems: [...problems, ...slack.problems.map(problemSentence), ...upkeep.problems],
  });
}

const nothing = { actions: [], problems: [] };

async function planUpkeep(
  { clients }: Session,
  snapshot: Snapshot,
  context: BoardContext,
  cache: CardCache | null,
) {
  const facts = boardFactsOf(context);
  return upkeepOfBoard(context, facts, await observeUpkeep(clients.gitlab, snapshot, facts, cache));
}

/** On the first day of a month nothing of the cache is believed: whatever was missed is found by then. */
async function cacheOfDay({ config, environment }: Session, snapshot: Snapshot): Promise<CardCache | null> {
  const isFirst = dayOf(config.calendar.timezone, snapshot.now).endsWith('-01');
  return await cardCache(environment.cache, snapshot, isFirst);
}
