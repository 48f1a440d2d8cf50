import { withMarker } from '../../domain/record/marker.ts';
import { followUpLine, isFollowUp } from '../../domain/record/own-issues.ts';
import type { LinkIssues, OpenFollowUp, UploadFile } from '../../plan/action.ts';
import type { Ending } from './applied.ts';
import { type Applier, endingOf, failedAs } from './applier.ts';
import { openOnce } from './open-once.ts';

/** Opens an issue that follows from a request, unless it was opened before; none is older than its request. */
export async function applyOpenFollowUp(applier: Applier, action: OpenFollowUp): Promise<Ending> {
  const { snapshot, ledger } = applier;
  const request = snapshot.issues.find((each) => each.iid === action.issue);
  if (request === undefined) return { kind: 'skipped', why: 'the request is not among what was read' };
  const name = { project: request.projectId, issue: request.id, key: action.key };
  const { title, labels, assignees, mentions } = action;
  const description = withMarker(action.description, followUpLine(name));
  const { ending, iid } = await openOnce(applier, {
    wanted: { title, description, labels, assigneeIds: assignees },
    mentions,
    isTheSame: (opened) => isFollowUp(opened, snapshot.desk.ids, name),
    query: { state: 'all', createdAfter: request.createdAt },
  });
  if (iid !== null) ledger.resolve(`issue(${action.issue},${action.key})`, iid);
  return ending;
}

/** Links two issues; that they are linked already is what was wanted. */
export async function applyLink({ clients, ledger }: Applier, action: LinkIssues): Promise<Ending> {
  const target = ledger.id(action.target);
  if (typeof target !== 'number') return { kind: 'skipped', why: 'the other issue has not come about' };
  const outcome = await clients.gitlab.linkIssues(action.issue, target);
  if (outcome.kind !== 'applied') return endingOf(outcome);
  ledger.resolve(`link(${action.issue},${target})`, target);
  return outcome.value.linked ? { kind: 'applied' } : { kind: 'there already' };
}

/** An address that can end neither the Markdown link it stands in nor its line. */
const address = /^\/uploads\/[0-9a-f]{32}\/[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/** Uploads a small text file; comments of the same run can link it then. */
export async function applyUpload({ clients, ledger }: Applier, action: UploadFile): Promise<Ending> {
  const { name, content } = action;
  const outcome = await clients.gitlab.uploadFile({ name, content });
  if (outcome.kind !== 'applied') return endingOf(outcome);
  const { url } = outcome.value;
  if (!address.test(url)) return failedAs('file-address', 'GitLab gave a file an address that is not linked');
  ledger.resolve(`file(${action.issue},${action.key})`, url);
  return { kind: 'applied' };
}
