import { z } from 'zod';
import { ClientError } from '../client-error.ts';
import { baseUrl } from '../transport/base-url.ts';
import { type TransportSettings, transportSettings } from '../transport/settings.ts';
import { createTransport } from '../transport/transport.ts';
import { outcomeOf } from '../write-outcome.ts';
import { askingDeals } from './asking-deals.ts';
import type { SalesforceCredentials } from './credentials.ts';
import { pipelineCalls } from './pipeline-calls.ts';
import { queryAll } from './query-all.ts';
import { unreadable } from './refusal.ts';
import { salesforceRoutes } from './routes.ts';
import { opportunitySchema, savedSchema, teamRowSchema, userSchema } from './schema.ts';
import { createSession, type Session } from './session.ts';
import { activeUsersQuery, checkedField, checkedId, opportunityQueries, teamRowQueries } from './soql.ts';
import type { Salesforce } from './types.ts';

export type SalesforceOptions = SalesforceCredentials & {
  /** My Domain address, for example `https://example.my.salesforce.com`. */
  readonly loginUrl: string;
  readonly clientId: string;
  /** API name of the opportunity field that holds the id of its Slack channel, or null. */
  readonly slackChannelField: string | null;
  /** Whether the amounts of opportunities are read; not where nothing depends on them. */
  readonly amounts?: boolean;
  /** Epoch milliseconds, GitLab's clock; only the JWT bearer flow reads it. */
  readonly now: () => number;
  /** Audience of the assertion, if it is not the login address. */
  readonly audience?: string;
  readonly transport?: Partial<TransportSettings>;
  /** Where the proxy variables stand, if the transport brings no dispatcher. */
  readonly env?: Readonly<Record<string, string | undefined>>;
};

/**
 * Salesforce through jsforce and our own transport. Nothing is sent, and jsforce is not loaded, before the first
 * call.
 *
 * @throws ClientError `salesforce-url-invalid`, `salesforce-field-invalid`
 */
export function createSalesforce(options: SalesforceOptions): Salesforce {
  const loginBase = baseUrl(options.loginUrl);
  if (loginBase === null) throw new ClientError('salesforce-url-invalid');
  if (options.slackChannelField !== null) checkedField(options.slackChannelField);
  const credentials: SalesforceCredentials =
    'secret' in options
      ? { secret: options.secret }
      : { username: options.username, privateKey: options.privateKey };
  const transport = createTransport({
    service: 'salesforce',
    routes: salesforceRoutes,
    bases: [loginBase],
    secrets: 'secret' in credentials ? [credentials.secret] : [credentials.privateKey, credentials.username],
    settings: transportSettings(options.transport, options.env),
  });
  const session = createSession({
    loginBase,
    clientId: options.clientId,
    credentials,
    audience: options.audience ?? loginBase.replace(/\/$/, ''),
    now: options.now,
    transport,
  });
  return { ...readCalls(session, options), ...pipelineCalls(session), ...writeCalls(session) };
}

type ReadCalls = Pick<
  Salesforce,
  'integrationUser' | 'opportunities' | 'askingDeals' | 'teamRows' | 'activeUsers'
>;

function readCalls(
  session: Session,
  { slackChannelField, amounts = false }: Pick<SalesforceOptions, 'slackChannelField' | 'amounts'>,
): ReadCalls {
  return {
    async integrationUser() {
      return await session.userId();
    },
    async opportunities(ids) {
      const schema = opportunitySchema(slackChannelField);
      return await queryAll(session, schema, opportunityQueries(ids, slackChannelField, amounts));
    },
    async askingDeals(asked) {
      return await askingDeals(session, asked);
    },
    async teamRows(opportunityIds) {
      return await queryAll(session, teamRowSchema, teamRowQueries(opportunityIds));
    },
    async activeUsers() {
      return await queryAll(session, userSchema, [activeUsersQuery]);
    },
  };
}

const gone = ['NOT_FOUND', 'ENTITY_IS_DELETED'];

function writeCalls(session: Session): Pick<Salesforce, 'addToTeam' | 'removeFromTeam'> {
  return {
    async addToTeam({ opportunityId, userId, role }) {
      return await outcomeOf('salesforce', async () => {
        const body = {
          OpportunityId: checkedId(opportunityId, '006'),
          UserId: checkedId(userId, '005'),
          TeamMemberRole: role,
        };
        const answer = await session.call({ method: 'POST', path: `${teamMember}`, body });
        return { id: savedId(answer) };
      });
    },
    // A row that is gone is what was wanted.
    async removeFromTeam(rowId) {
      return await outcomeOf('salesforce', async () => {
        try {
          await session.call({ method: 'DELETE', path: `${teamMember}/${checkedId(rowId, '')}` });
        } catch (error) {
          if (!(error instanceof ClientError) || !gone.includes(error.vendorCode ?? '')) throw error;
        }
        return null;
      });
    },
  };
}

const teamMember = 'sobjects/OpportunityTeamMember';
const notSaved = z.object({ success: z.literal(false) });

function savedId(answer: unknown): string {
  const saved = savedSchema.safeParse(answer);
  if (saved.success) return saved.data.id;
  if (notSaved.safeParse(answer).success) throw new ClientError('salesforce-refused');
  throw unreadable(true);
}
