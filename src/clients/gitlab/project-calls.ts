import { z } from 'zod';
import { ClientError } from '../client-error.ts';
import { encodeSegment } from '../transport/path-segment.ts';
import { outcomeOf } from '../write-outcome.ts';
import {
  boardSchema,
  createdSchema,
  labelSchema,
  projectSchema,
  uploadSchema,
  wikiPageSchema,
} from './schema-project.ts';
import { readAs, type Session, writtenAs } from './session.ts';
import type { GitLab } from './types.ts';

type ProjectCalls = Pick<GitLab, 'project' | 'labels' | 'createLabel' | 'uploadFile'>;
type WikiCalls = Pick<GitLab, 'wikiPages' | 'createWikiPage' | 'editWikiPage'>;
type BoardCalls = Pick<GitLab, 'boards' | 'createBoard' | 'createBoardList' | 'moveBoardList'>;

/** The project, its labels with those of its groups (docs/gitlab.md#labels), and the files beside its texts. */
export function projectCalls({ project, segment, resources, list }: Session): ProjectCalls {
  return {
    async project() {
      return readAs(projectSchema, await resources.projects.show(project));
    },
    async labels() {
      return await list(labelSchema, `projects/${segment}/labels`);
    },
    async createLabel({ name, color, description }) {
      return await outcomeOf('gitlab', async () => {
        return writtenAs(labelSchema, await resources.labels.create(project, name, color, { description }));
      });
    },
    async uploadFile({ name, content }) {
      return await outcomeOf('gitlab', async () => {
        const file = { content: new Blob([content]), filename: name };
        return writtenAs(uploadSchema, await resources.uploads.create(project, file));
      });
    },
  };
}

/** The wiki. Its list is the one list of GitLab that has no pages (docs/gitlab.md#wiki). */
export function wikiCalls({ project, segment, resources, requester }: Session): WikiCalls {
  const wikis = `projects/${segment}/wikis`;
  return {
    async wikiPages() {
      const { body } = await requester.get(wikis, { searchParams: { with_content: true } });
      return readAs(z.array(wikiPageSchema), body);
    },
    async createWikiPage({ title, content }) {
      return await outcomeOf('gitlab', async () => {
        return writtenAs(wikiPageSchema, await resources.wikis.create(project, content, title));
      });
    },
    // Not through the library: it leaves `(` and `'` of a slug unencoded.
    async editWikiPage(slug, { title, content }) {
      return await outcomeOf('gitlab', async () => {
        const { body } = await requester.put(`${wikis}/${encodeSegment(slug)}`, { body: { title, content } });
        return writtenAs(wikiPageSchema, body);
      });
    },
  };
}

/** Issue boards (docs/gitlab.md#boards). */
export function boardCalls({ project, segment, resources, list }: Session): BoardCalls {
  return {
    async boards() {
      return await list(boardSchema, `projects/${segment}/boards`);
    },
    async createBoard(name) {
      return await outcomeOf('gitlab', async () => {
        const body: unknown = await resources.boards.create(project, name);
        if (namelessBoard.safeParse(body).success) throw refusedBoard();
        return writtenAs(boardSchema, body);
      });
    },
    async createBoardList(board, labelId) {
      return await outcomeOf('gitlab', async () => {
        writtenAs(createdSchema, await resources.boards.createList(project, board, { labelId }));
        return null;
      });
    },
    async moveBoardList(board, list, position) {
      return await outcomeOf('gitlab', async () => {
        writtenAs(createdSchema, await resources.boards.editList(project, board, list, position));
        return null;
      });
    },
  };
}

/** GitLab answers 201 with `id: null` for a board whose name it does not take (docs/gitlab.md#boards). */
const namelessBoard = z.object({ id: z.null() });

function refusedBoard(): ClientError {
  return new ClientError('gitlab-refused', {
    detail: 'the name of the board',
    status: 201,
    reason: 'refused',
  });
}
