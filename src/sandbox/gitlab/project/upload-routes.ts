import { createHash } from 'node:crypto';
import type { Answer } from '../../answer.ts';
import type { Route } from '../../route.ts';
import type { SandboxHost } from '../../world.ts';
import { answer, badParameter, forbidden } from '../answers.ts';
import { type ProjectCall, projectRoute } from '../call.ts';
import { isRecord } from '../parameters.ts';
import { nextId, type UploadState } from '../state.ts';

/**
 * Files that Markdown of the project links. They are kept and not served: nobody but a browser reads them.
 * https://docs.gitlab.com/api/project_markdown_uploads/
 */
export function uploadHandlers(host: SandboxHost): Route[] {
  return [projectRoute(host, 'post', '/uploads', upload)];
}

function upload(call: ProjectCall): Answer {
  const { file } = call.parameters;
  if (file === undefined) throw badParameter('file is missing');
  if (!isRecord(file) || typeof file.filename !== 'string' || typeof file.content !== 'string') {
    throw badParameter('file is invalid');
  }
  if (call.access === 0) throw forbidden();
  const stored = store(call, file.filename, file.content);
  const url = `/uploads/${stored.secret}/${stored.filename}`;
  return answer(201, {
    id: stored.id,
    alt: stored.filename,
    url,
    full_path: `/-/project/${call.project.id}${url}`,
    markdown: `[${stored.filename}](${url})`,
  });
}

/** GitLab replaces whatever a file name had better not hold. */
function store(call: ProjectCall, name: string, content: string): UploadState {
  const id = nextId(call.gitlab, 'upload');
  const secret = createHash('sha256').update(`upload ${id}`).digest('hex').slice(0, 32);
  const filename = name.replace(/[^A-Za-z0-9._+-]/g, '_');
  const stored = { id, secret, filename, content, userId: call.user.id, createdAt: call.now };
  call.project.uploads.push(stored);
  return stored;
}
