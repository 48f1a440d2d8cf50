import { labelCatalogue } from '../../domain/labels/label-catalogue.ts';
import type { Action, CreateLabel } from '../../plan/action.ts';
import type { BoardFacts } from '../../report/board/board-facts.ts';
import type { WikiPage } from '../publish/wiki-pages.ts';
import { planBoards } from '../setup/boards.ts';
import type { IssueBoard } from '../setup/setup-input.ts';
import type { BoardContext } from './card-phase.ts';
import { meetingsDue } from './meetings.ts';
import { boardPages } from './pages.ts';

/** What stands beside the cards, as read. */
interface UpkeepRead {
  readonly boards: readonly IssueBoard[];
  readonly pages: readonly WikiPage[];
  /** Keys of the meetings whose issue is there. */
  readonly opened: readonly string[];
}

/** Labels and boards that are missing or in disorder, meetings that are due, pages that say something else. */
export function upkeepOfBoard(
  context: BoardContext,
  facts: BoardFacts,
  { boards, pages, opened }: UpkeepRead,
): { readonly actions: readonly Action[]; readonly problems: readonly string[] } {
  const { config, now, directory, labels } = context;
  const meetings = meetingsDue({ facts, now, directory, labels, opened });
  const wiki = boardPages(facts, pages);
  return {
    actions: [...missingLabels(context), ...planBoards(config, boards), ...meetings.actions, ...wiki.actions],
    problems: [...meetings.problems, ...wiki.problems],
  };
}

const scopes = ['feedback::', 'feedback-type::', 'impact::', 'score::', 'duplicate::'] as const;

/** A column whose label was renamed has no label any more: it is made again, and the card has its place. */
function missingLabels({ config, labels }: BoardContext): CreateLabel[] {
  const present = new Set(labels.map(({ name }) => name));
  return labelCatalogue(config)
    .filter(({ name }) => scopes.some((scope) => name.startsWith(scope)) && !present.has(name))
    .map((label) => ({ kind: 'label.create', ...label }));
}
