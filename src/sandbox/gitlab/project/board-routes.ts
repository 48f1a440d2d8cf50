import type { Answer } from '../../answer.ts';
import type { Route } from '../../route.ts';
import type { SandboxHost } from '../../world.ts';
import { answer, badParameter, forbidden, invalidModel, notFound, Refusal } from '../answers.ts';
import { type ProjectCall, projectRoute } from '../call.ts';
import { labelBasic, projectLabels } from '../labels.ts';
import { offsetPage } from '../paging.ts';
import { flag, integer, isGiven, requiredText, text } from '../parameters.ts';
import { managesIssues } from '../rights.ts';
import { type BoardListState, type BoardState, nextId } from '../state.ts';
import { projectBasic } from './present-project.ts';

const longestName = 255;

/**
 * Issue boards. Answers hold label lists only: the Open and Closed columns are on the page, not in the API. A fresh
 * project has no board until somebody makes one or opens the page (`docs/gitlab.md#boards`).
 */
export function boardHandlers(host: SandboxHost): Route[] {
  return [
    projectRoute(host, 'get', '/boards', listBoards),
    projectRoute(host, 'post', '/boards', createBoard),
    projectRoute(host, 'get', '/boards/:board_id', (call) =>
      answer(200, presentBoard(call, findBoard(call))),
    ),
    projectRoute(host, 'put', '/boards/:board_id', editBoard),
    projectRoute(host, 'get', '/boards/:board_id/lists', listLists),
    projectRoute(host, 'post', '/boards/:board_id/lists', createList),
    projectRoute(host, 'put', '/boards/:board_id/lists/:list_id', moveList),
  ];
}

function listBoards(call: ProjectCall): Answer {
  return offsetPage(call, call.project.boards, { present: (board) => presentBoard(call, board) });
}

/** A name that GitLab cannot take is not refused: the answer is 201 with `id: null`, and nothing is there. */
function createBoard(call: ProjectCall): Answer {
  checkManager(call);
  const name = requiredText(call.parameters, 'name');
  if (!isName(name)) return answer(201, { ...presentBoard(call, newBoard(0, name)), id: null });
  const board = newBoard(nextId(call.gitlab, 'board'), name);
  call.project.boards.push(board);
  return answer(201, presentBoard(call, board));
}

function newBoard(id: number, name: string): BoardState {
  return { id, name, hideBacklogList: false, hideClosedList: false, lists: [] };
}

/** A bad name here is answered with 200 and the unchanged board. */
function editBoard(call: ProjectCall): Answer {
  checkManager(call);
  const board = findBoard(call);
  const name = text(call.parameters, 'name') ?? board.name;
  if (!isName(name)) return answer(200, presentBoard(call, board));
  board.name = name;
  board.hideBacklogList = flag(call.parameters, 'hide_backlog_list') ?? board.hideBacklogList;
  board.hideClosedList = flag(call.parameters, 'hide_closed_list') ?? board.hideClosedList;
  return answer(200, presentBoard(call, board));
}

function isName(name: string): boolean {
  return name.trim() !== '' && name.length <= longestName;
}

function listLists(call: ProjectCall): Answer {
  return offsetPage(call, liveLists(call, findBoard(call)), { present: (list) => presentList(call, list) });
}

/** A list shows the issues of one label, once per board; who owns the columns by person or milestone is Premium. */
function createList(call: ProjectCall): Answer {
  checkManager(call);
  const board = findBoard(call);
  const labelId = listLabel(call);
  const known = projectLabels(call.gitlab, call.project).some((label) => label.id === labelId);
  if (!known) throw new Refusal(400, { message: { error: 'Label not found!' } });
  if (board.lists.some((list) => list.labelId === labelId)) {
    throw invalidModel({ label_id: ['has already been taken'] });
  }
  const list = { id: nextId(call.gitlab, 'boardList'), labelId, position: liveLists(call, board).length };
  board.lists.push(list);
  return answer(201, presentList(call, list));
}

/** What stands at the place and behind it moves on by one. */
function moveList(call: ProjectCall): Answer {
  checkManager(call);
  const lists = liveLists(call, findBoard(call));
  const list = lists.find(({ id }) => String(id) === call.path.list_id);
  if (list === undefined) throw notFound('List');
  const position = integer(call.parameters, 'position');
  if (position === undefined) throw badParameter('position is missing');
  if (position < 0 || position >= lists.length) throw new Refusal(400, { error: 'List could not be moved!' });
  const others = lists.filter((each) => each !== list);
  others.splice(position, 0, list);
  for (const [place, each] of others.entries()) each.position = place;
  return answer(200, presentList(call, list));
}

function listLabel(call: ProjectCall): number {
  const kinds = ['label_id', 'assignee_id', 'milestone_id', 'iteration_id'];
  const given = kinds.filter((kind) => isGiven(call.parameters, kind));
  if (given.length !== 1) {
    const problem =
      given.length === 0 ? 'are missing, exactly one parameter must be provided' : 'are mutually exclusive';
    throw badParameter(`${(given.length === 0 ? kinds : given).join(', ')} ${problem}`);
  }
  const id = integer(call.parameters, 'label_id');
  if (id === undefined)
    throw new Refusal(400, { message: { error: 'Only label lists are known to the sandbox' } });
  return id;
}

function checkManager(call: ProjectCall): void {
  if (!managesIssues(call.access)) throw forbidden();
}

function findBoard(call: ProjectCall): BoardState {
  const board = call.project.boards.find(({ id }) => String(id) === call.path.board_id);
  if (board === undefined) throw notFound('Board');
  return board;
}

/** A list goes with its label. */
function liveLists(call: ProjectCall, board: BoardState): BoardListState[] {
  const isLive = (list: BoardListState): boolean =>
    list.labelId !== null && call.gitlab.labels[list.labelId] !== undefined;
  return board.lists.filter(isLive).toSorted((a, b) => a.position - b.position);
}

function presentBoard(call: ProjectCall, board: BoardState) {
  return {
    id: board.id,
    name: board.name,
    hide_backlog_list: board.hideBacklogList,
    hide_closed_list: board.hideClosedList,
    project: projectBasic(call.gitlab, call.project, call.url.origin),
    lists: liveLists(call, board).map((list) => presentList(call, list)),
    group: null,
    milestone: null,
    assignee: null,
    labels: [],
    weight: null,
  };
}

function presentList(call: ProjectCall, list: BoardListState) {
  const label = list.labelId === null ? undefined : call.gitlab.labels[list.labelId];
  return {
    id: list.id,
    label: label === undefined ? null : labelBasic(label),
    position: list.position,
    max_issue_count: 0,
    max_issue_weight: 0,
    limit_metric: null,
  };
}
