import { z } from 'zod';
import { opportunities } from '../../../src/sandbox/example/salesforce.ts';
import type { SandboxCaller } from '../sandbox-caller.ts';

const api = '/data/v64.0';
const saved = z.looseObject({ id: z.string() });
const page = z.looseObject({ nextRecordsUrl: z.string() });

/** Every route of the sandbox's Salesforce: once as it is meant, and with its main refusals. */
export async function walkSalesforce(caller: SandboxCaller): Promise<void> {
  const go = async (method: string, path: string, status: number, body?: unknown) => {
    const answered = await caller.salesforce(method, path, body);
    if (answered.status === status) return answered.body;
    const found = `${answered.status} ${JSON.stringify(answered.body)}`;
    throw new Error(`${method} ${path}: expected ${status}, found ${found}`);
  };
  await tokens(go);
  await queries(caller, go);
  await composite(go);
  await team(go);
}

type Go = (method: string, path: string, status: number, body?: unknown) => Promise<unknown>;

async function tokens(go: Go): Promise<void> {
  const client = { client_id: 'sandbox-client', client_secret: 'sandbox-secret' };
  const form = (secret: string) =>
    new URLSearchParams({ grant_type: 'client_credentials', ...client, client_secret: secret });
  await go('POST', '/oauth2/token', 200, form('sandbox-secret'));
  await go('POST', '/oauth2/token', 400, form('wrong'));
}

async function queries(caller: SandboxCaller, go: Go): Promise<void> {
  const soql = (text: string) => `${api}/query?q=${encodeURIComponent(text)}`;
  await go('GET', soql(`SELECT Id, Account.Name FROM Opportunity WHERE Id = '${opportunities.acme}'`), 200);
  await go('GET', soql('SELECT Nothing FROM Opportunity'), 400);
  caller.sandbox.world.salesforce.switches.batchSize = 2;
  const { nextRecordsUrl } = page.parse(await go('GET', soql('SELECT Id FROM User'), 200));
  await go('GET', nextRecordsUrl.replace('/services', ''), 200);
  await go('GET', `${api}/query/absent`, 400);
}

async function composite(go: Go): Promise<void> {
  const query = (soql: string, referenceId: string) => ({
    method: 'GET',
    url: `/services${api}/query/?q=${encodeURIComponent(soql)}`,
    referenceId,
  });
  const ids = `SELECT Id FROM Opportunity WHERE Id = '${opportunities.acme}'`;
  const compositeRequest = [query(ids, 'found'), query('SELECT Nothing FROM Opportunity', 'refused')];
  await go('POST', `${api}/composite`, 200, { allOrNone: false, compositeRequest });
  await go('POST', `${api}/composite`, 400, { compositeRequest: Array(6).fill(query(ids, 'same')) });
}

async function team(go: Go): Promise<void> {
  const rows = `${api}/sobjects/OpportunityTeamMember`;
  const row = { OpportunityId: opportunities.acme, UserId: '005AB000001Ines', TeamMemberRole: 'SME' };
  const { id } = saved.parse(await go('POST', rows, 201, row));
  await go('POST', rows, 400, { ...row, OpportunityId: opportunities.umbrella });
  await go('DELETE', `${rows}/${id}`, 204);
  await go('DELETE', `${rows}/${id}`, 404);
  const attributes = { type: 'OpportunityTeamMember' };
  const records = [
    { attributes, ...row },
    { attributes, ...row, UserId: 'absent' },
  ];
  await go('POST', `${api}/composite/sobjects`, 200, { allOrNone: false, records });
}
