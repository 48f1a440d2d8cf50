import { withMarker } from '../../domain/record/marker.ts';
import { digestKeyOf, digestLine } from '../../domain/record/own-issues.ts';
import type { CommentDigest, OpenDigest } from '../../plan/digest-action.ts';
import type { Ending } from './applied.ts';
import type { Applier } from './applier.ts';
import { openOnce } from './open-once.ts';
import { writeKeyedNote } from './write-keyed-note.ts';

/** Opens the standing issue of the digest, unless an open one is there. */
export async function applyOpenDigest(applier: Applier, action: OpenDigest): Promise<Ending> {
  const { project, desk } = applier.snapshot;
  const { title, labels, mentions, key } = action;
  const description = withMarker(action.description, digestLine({ project: project.id, key }));
  const { ending } = await openOnce(applier, {
    wanted: { title, description, labels, assigneeIds: [] },
    mentions,
    isTheSame: (opened) => digestKeyOf(opened, desk.ids) !== null,
    query: { state: 'opened' },
  });
  return ending;
}

/** Writes the digest of the week on its standing issue, as long as that is open and confidential. */
export async function applyCommentDigest(applier: Applier, action: CommentDigest): Promise<Ending> {
  const { on: iid, key, body, mentions } = action;
  const issue = await applier.clients.gitlab.issue(iid);
  if (issue === null || issue.state === 'closed')
    return { kind: 'moved', why: `#${iid} is not open any more` };
  if (!issue.confidential) return { kind: 'moved', why: `somebody has made #${iid} public` };
  return await writeKeyedNote(applier, { iid, key, body, internal: false, mentions });
}
