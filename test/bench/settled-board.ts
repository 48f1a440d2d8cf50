import type { Config } from '../../src/config/types.ts';
import { markerLine, withMarker } from '../../src/domain/record/marker.ts';
import type { CardAction } from '../../src/plan/card-action.ts';
import { maintainBoard } from '../../src/reconcile/maintain-board.ts';
import { parseEnvironment } from '../../src/run/environment.ts';
import { observeBoard } from '../../src/run/observe/observe-board.ts';
import { observeDesk } from '../../src/run/observe/observe-desk.ts';
import { openClients } from '../../src/run/open-clients.ts';
import { type GitLabWorld, type IssueState, nextId } from '../../src/sandbox/gitlab/state.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { deskVariables } from '../story/run-desk.ts';
import { WithoutSockets } from '../story/without-sockets.ts';
import { labelId } from './board-cards.ts';

/**
 * Brings the cards to rest as runs of the desk would, at once: GitLab takes 60 comments a minute, and what they take to
 * write is not measured here.
 */
export async function settleCards(sandbox: Sandbox, config: Config): Promise<void> {
  const variables = deskVariables(sandbox.origin, 'everything on');
  const environment = parseEnvironment(variables, 'desk');
  if (!environment.ok) throw new Error(environment.problems.join('\n'));
  const { productProjects } = config.feedback;
  for (let round = 0; round < 20; round += 1) {
    const transport = { dispatcher: new WithoutSockets(sandbox) };
    const options = { slackChannelField: null, variables, productProjects, transport };
    const clients = openClients(environment.value, options);
    const snapshot = await observeDesk(clients.gitlab, config, null);
    const { context } = await observeBoard(clients, config, snapshot, null);
    const actions = maintainBoard(context, null);
    for (const action of actions) carryOut(sandbox, action);
    if (actions.length === 0) return;
  }
  throw new Error('the cards do not come to rest');
}

/** On the world itself, without a call, and without moving the time of the issue. */
function carryOut({ world: { gitlab, clock } }: Sandbox, action: CardAction): void {
  const issue = gitlab.projects[7]?.issues[action.card];
  if (issue === undefined) throw new Error(`no card ${action.card}`);
  const write = (body: string) => ({
    id: nextId(gitlab, 'note'),
    authorId: 900,
    body,
    createdAt: clock.now,
    updatedAt: clock.now,
    system: false,
    internal: false,
    awards: [],
  });
  switch (action.kind) {
    case 'card.set': {
      const [added, removed] = [action.add, action.remove].map((names) =>
        names.map((name) => labelId(gitlab, name)),
      );
      issue.labelIds = [...issue.labelIds.filter((id) => removed?.includes(id) !== true), ...(added ?? [])];
      return;
    }
    case 'card.record': {
      const note = write(withMarker(action.text, markerLine('card', action.record)));
      issue.notes = [...issue.notes.filter(({ id }) => id !== action.note), note];
      return;
    }
    case 'card.comment':
      issue.notes.push(
        write(withMarker(action.body, markerLine('note', { issue: issue.id, key: action.key }))),
      );
      if (action.key.startsWith('duplicate:')) answer(gitlab, issue, clock.now);
      return;
    case 'card.note.delete':
    case 'card.link':
      return;
    default:
      action satisfies never;
  }
}

/** Whether two cards are the same ask is answered at once: an open question would be something new. */
function answer(gitlab: GitLabWorld, issue: IssueState, now: number): void {
  const [proposed, rejected] = [
    labelId(gitlab, 'duplicate::proposed'),
    labelId(gitlab, 'duplicate::rejected'),
  ];
  issue.labelIds = [...issue.labelIds.filter((id) => id !== proposed), rejected];
  const id = nextId(gitlab, 'labelEvent');
  issue.labelEvents.push({ id, userId: 14, createdAt: now, labelId: rejected, action: 'add' });
}
