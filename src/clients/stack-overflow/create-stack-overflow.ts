import { ClientError } from '../client-error.ts';
import { baseUrl } from '../transport/base-url.ts';
import { type TransportSettings, transportSettings } from '../transport/settings.ts';
import { createTransport } from '../transport/transport.ts';
import { stackOverflowRoutes } from './routes.ts';
import { answerSchema, questionSchema, tagSchema } from './schema.ts';
import { createSession, type Session } from './session.ts';
import type { StackOverflow } from './types.ts';

export interface StackOverflowOptions {
  /** Address of the team in API v3, such as `https://api.stackoverflowteams.com/v3/teams/acme`. */
  readonly url: string;
  /** Personal access token; reading is enough. */
  readonly token: string;
  readonly transport?: Partial<TransportSettings>;
  /** Where the proxy variables stand, if the transport brings no dispatcher. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Stack Overflow for Teams through our own transport. It only reads, and nothing is sent yet.
 *
 * @throws ClientError `stack-overflow-url-invalid`
 */
export function createStackOverflow(options: StackOverflowOptions): StackOverflow {
  const base = baseUrl(options.url);
  if (base === null) throw new ClientError('stack-overflow-url-invalid');
  const transport = createTransport({
    service: 'stack-overflow',
    routes: stackOverflowRoutes,
    bases: [base],
    secrets: [options.token],
    settings: transportSettings(options.transport, options.env),
  });
  return readCalls(createSession({ token: options.token, base, transport }));
}

const oldestFirst = { sort: 'creation', order: 'asc' };

function readCalls(session: Session): StackOverflow {
  return {
    // Questions are found by the id of a tag only, and tags only by a part of their name.
    async tagId(name) {
      const wanted = name.trim().toLowerCase();
      const found = await session.list('tags', tagSchema, {
        partialName: wanted,
        sort: 'name',
        order: 'asc',
      });
      return found.find((tag) => tag.name.toLowerCase() === wanted)?.id ?? null;
    },
    // One tag a call: the description does not say whether several mean one of them or all of them.
    async questions(tagId, from, to) {
      const period = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
      const query = { tagId: String(tagId), ...period, ...oldestFirst };
      const found = await session.list('questions', questionSchema, query);
      // Nor whether the two ends belong to the period.
      return found.filter((each) => each !== null).filter(({ at }) => at >= from && at < to);
    },
    async answers(questionId) {
      try {
        const found = await session.list(`questions/${questionId}/answers`, answerSchema, oldestFirst);
        return found.filter((each) => each !== null);
      } catch (error) {
        if (error instanceof ClientError && error.status === 404) return null;
        throw error;
      }
    },
  };
}
