import type { Answer } from '../../answer.ts';
import type { Route } from '../../route.ts';
import type { SandboxHost } from '../../world.ts';
import { answer, emptyAnswer } from '../answers.ts';
import { type ProjectCall, projectRoute } from '../call.ts';
import { checkCreationLimit } from '../limits.ts';
import { requiredText } from '../parameters.ts';
import { announceOpening } from './announce.ts';
import { cloneIssue, moveIssue } from './copy-issue.ts';
import { createIssue } from './create-issue.ts';
import { findIssue } from './find-issue.ts';
import { issueChange } from './issue-parameters.ts';
import { linkIssues, listLinks } from './link-issues.ts';
import { listIssues } from './list-issues.ts';
import { isSubscribed, presentSingleIssue } from './present-issue.ts';
import { updateIssue } from './update-issue.ts';

/** The routes of issues themselves (`docs/gitlab.md#issues`). */
export function issueHandlers(host: SandboxHost): Route[] {
  return [
    projectRoute(host, 'get', '/issues', listIssues),
    projectRoute(host, 'post', '/issues', openIssue),
    projectRoute(host, 'get', '/issues/:iid', readIssue),
    projectRoute(host, 'put', '/issues/:iid', updateIssue),
    projectRoute(host, 'post', '/issues/:iid/move', moveIssue),
    projectRoute(host, 'post', '/issues/:iid/clone', cloneIssue),
    projectRoute(host, 'get', '/issues/:iid/links', listLinks),
    projectRoute(host, 'post', '/issues/:iid/links', linkIssues),
    projectRoute(host, 'post', '/issues/:iid/subscribe', (call) => subscribe(call, true)),
    projectRoute(host, 'post', '/issues/:iid/unsubscribe', (call) => subscribe(call, false)),
  ];
}

function openIssue(call: ProjectCall): Answer {
  checkCreationLimit(call, 'issue');
  const title = requiredText(call.parameters, 'title');
  const issue = createIssue(call, { ...issueChange(call.parameters), title });
  announceOpening(call, issue);
  return answer(201, presentSingleIssue(call, issue));
}

function readIssue(call: ProjectCall): Answer {
  return answer(200, presentSingleIssue(call, findIssue(call)));
}

/** Asking for the state that already is answers 304 without a body (`docs/gitlab.md#errors`). */
function subscribe(call: ProjectCall, wanted: boolean): Answer {
  const issue = findIssue(call);
  if (isSubscribed(issue, call.user.id) === wanted) return emptyAnswer(304);
  issue.subscribers[call.user.id] = wanted;
  return answer(201, presentSingleIssue(call, issue));
}
