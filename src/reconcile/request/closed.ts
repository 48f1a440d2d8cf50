import { leadsToAsk } from '../../domain/authorization/may-assign.ts';
import {
  closedAgainComment,
  closedBySmeComment,
  closedComment,
} from '../../domain/notifications/ending-comments.ts';
import { type Closing, closingOf } from '../../domain/request/closing.ts';
import type { RequestContext, RequestView } from '../../domain/request/request-view.ts';
import type { IssueAction } from '../../plan/action.ts';
import { commentOnce, relabel } from './actions-on.ts';
import { pendingDecline } from './decline.ts';
import type { PhaseInput } from './phase.ts';
import { release } from './release.ts';
import { viewAfter } from './view-after.ts';

/**
 * What a closing means (`docs/rules.md#approval`). Of those who may end a request it means what it says, and time
 * decides how it goes on. The SME hands the request back by it; of anybody else it is undone once.
 */
export function closed(input: PhaseInput): IssueAction[] {
  const { view, context } = input;
  const closing = closingOf(view, context);
  // A decline with its reason ends the request, whoever has closed it.
  if (closing === null || pendingDecline(input)?.hasReason === true) return [];
  switch (closing.by) {
    case 'entitled':
      return [];
    case 'sme':
      return isHandedBack(view, closing) ? handBack(input, closing) : undo(input, closing);
    case 'somebody else':
      return undo(input, closing);
    default:
      return closing.by satisfies never;
  }
}

/** Let go already: a run has ended between the record and the reopening. */
function isHandedBack({ record }: RequestView, { when }: Closing): boolean {
  return when === 'before the date' || record.state?.decision === null;
}

function undo({ view, context }: PhaseInput, closing: Closing): IssueAction[] {
  const key = `closed:${closing.event}`;
  const isSecond = [...view.notes.keys()].some((each) => each.startsWith('closed:') && each !== key);
  if (isSecond) return leave(view, context, closing);
  const { username } = closing;
  return [
    ...commentOnce(view, {
      key,
      body: closedComment(username),
      mentions: username === null ? [] : [username],
    }),
    reopening(view, `${username ?? 'somebody'} cannot end it`),
  ];
}

/** Closed a second time: a quarrel is for people, so the leads are told (else the author), and nothing is undone. */
function leave(view: RequestView, { config }: RequestContext, closing: Closing): IssueAction[] {
  const author = view.issue.author.username;
  const leads = leadsToAsk(config, view.areaKey, author);
  const told = leads.length === 0 ? [author] : leads;
  return commentOnce(view, {
    key: `closed-again:${closing.event}`,
    body: closedAgainComment(told, closing.username),
    mentions: told,
  });
}

/** The SME is let go as the record says, and the issue opened again so that somebody else can be found. */
function handBack(input: PhaseInput, closing: Closing): IssueAction[] {
  const why = `${closing.username ?? 'the SME'} has closed it`;
  const released = release(input.view, input.context, { excluded: true, why });
  const { view } = viewAfter(released, input.view, input.context);
  const { username } = closing;
  return [
    ...released,
    ...commentOnce(view, {
      key: `handback:${closing.event}`,
      body: closedBySmeComment(username ?? ''),
      mentions: username === null ? [] : [username],
    }),
    reopening(view, `${username ?? 'the SME'} hands it back`),
  ];
}

function reopening(view: RequestView, why: string): IssueAction {
  return { ...relabel(view, [], [], why), state: 'reopen' };
}
