import { z } from 'zod';
import { ClientError } from '../client-error.ts';
import { outcomeOf } from '../write-outcome.ts';
import { byKey, orNull } from './issue-calls.ts';
import { awardSchema, noteSchema } from './schema-issue.ts';
import { readAs, type Session, writtenAs } from './session.ts';
import type { GitLab, GitLabNote } from './types.ts';

type NoteCalls = Pick<GitLab, 'notes' | 'note' | 'awards' | 'createNote' | 'editNote' | 'deleteNote'>;

/** Comments and system notes of issues, and the reactions to them (docs/gitlab.md#notes, docs/gitlab.md#events). */
export function noteCalls(session: Session): NoteCalls {
  const { project, segment, resources } = session;
  return {
    async notes(iid) {
      const path = `projects/${segment}/issues/${iid}/notes`;
      const notes = await session.list(noteSchema, path, { order_by: 'created_at', sort: 'asc' });
      return byKey(notes, (note) => note.id);
    },
    async note(iid, id) {
      return await orNull(async () => readAs(noteSchema, await resources.notes.show(project, iid, id)));
    },
    async awards(iid, id) {
      const path = `projects/${segment}/issues/${iid}/notes/${id}/award_emoji`;
      return byKey(await session.list(awardSchema, path), (award) => award.id);
    },
    async createNote(iid, { body, internal }) {
      return await outcomeOf('gitlab', async () => {
        return writtenNote(await resources.notes.create(project, iid, body, { internal }));
      });
    },
    async editNote(iid, id, body) {
      return await outcomeOf('gitlab', async () => {
        return writtenNote(await resources.notes.edit(project, iid, id, { body }));
      });
    },
    async deleteNote(iid, id) {
      return await outcomeOf(
        'gitlab',
        async () => await deleted(() => resources.notes.remove(project, iid, id)),
      );
    },
  };
}

const commandsOnly = z.object({ commands_changes: z.unknown(), id: z.undefined().optional() });

/**
 * GitLab answers 202 without an id when it took the whole text for quick actions and kept no comment
 * (docs/gitlab.md#quick-actions).
 */
function writtenNote(body: unknown): GitLabNote {
  if (commandsOnly.safeParse(body).success) {
    throw new ClientError('gitlab-note-was-commands', {
      reason: 'text taken for quick actions',
      status: 202,
    });
  }
  return writtenAs(noteSchema, body);
}

/** A note that is gone is what was wanted; any other 404 (issue, project) is not. */
async function deleted(remove: () => Promise<unknown>): Promise<null> {
  try {
    await remove();
  } catch (error) {
    const gone =
      error instanceof ClientError && error.status === 404 && error.message.includes('Note Not Found');
    if (!gone) throw error;
  }
  return null;
}
