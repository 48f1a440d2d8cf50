import { ClientError } from '../client-error.ts';
import { baseUrl } from '../transport/base-url.ts';
import { encodeSegment } from '../transport/path-segment.ts';
import { type TransportSettings, transportSettings } from '../transport/settings.ts';
import { createTransport } from '../transport/transport.ts';
import { issueCalls } from './issue-calls.ts';
import { noteCalls } from './note-calls.ts';
import { peopleCalls } from './people-calls.ts';
import { scheduleCalls, webhookCalls } from './pipeline-calls.ts';
import { productCalls } from './product-calls.ts';
import { boardCalls, projectCalls, wikiCalls } from './project-calls.ts';
import { gitlabRoutes } from './routes.ts';
import { createSession } from './session.ts';
import type { GitLab } from './types.ts';

export interface GitLabOptions {
  /** Address of GitLab without `/api/v4`, for example `https://gitlab.com`. */
  readonly url: string;
  /** Numeric id or full path of the project. */
  readonly project: string;
  readonly token: string;
  /** Full paths of the projects whose issues may be asked for by number. */
  readonly productProjects?: readonly string[];
  readonly transport?: Partial<TransportSettings>;
  /** Where the proxy variables stand, if the transport brings no dispatcher. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds between the starts of two writes. */
  readonly writeGapMs?: number;
  /** The limit of GitLab.com for new comments is 60 a minute (docs/gitlab.md#limits). */
  readonly notesPerMinute?: number;
}

/**
 * GitLab through @gitbeaker/rest and our own transport. Nothing is sent yet.
 *
 * @throws ClientError `gitlab-url-invalid`
 */
export function createGitLab(options: GitLabOptions): GitLab {
  const base = baseUrl(options.url);
  if (base === null) throw new ClientError('gitlab-url-invalid');
  const segment = encodeSegment(options.project);
  const transport = createTransport({
    service: 'gitlab',
    routes: gitlabRoutes(segment, (options.productProjects ?? []).map(encodeSegment)),
    bases: [`${base}api/v4/`],
    secrets: [options.token],
    settings: transportSettings(options.transport, options.env),
    writeGapMs: options.writeGapMs ?? 50,
    notesPerMinute: options.notesPerMinute ?? 60,
  });
  const host = base.replace(/\/$/, '');
  const session = createSession({ host, token: options.token, project: options.project, segment, transport });
  return {
    serverTime: session.serverTime,
    ...peopleCalls(session),
    ...projectCalls(session),
    ...issueCalls(session),
    ...noteCalls(session),
    ...productCalls(session),
    ...wikiCalls(session),
    ...boardCalls(session),
    ...scheduleCalls(session),
    ...webhookCalls(session),
  };
}
