import { instant } from './command-line.ts';
import { isLoopback } from './loopback.ts';

/** Where GitLab is and who the desk is there. */
export interface GitLabSettings {
  readonly url: string;
  readonly project: string;
  readonly token: string;
}

/** How the desk logs in to Salesforce: client credentials, or JWT bearer. */
export interface SalesforceSettings {
  readonly loginUrl: string;
  readonly clientId: string;
  readonly login: { readonly secret: string } | { readonly username: string; readonly privateKey: string };
}

export interface SlackSettings {
  readonly token: string;
  readonly apiUrl: string | null;
}

/** Where the team is in Stack Overflow for Teams, and the token to read it with. */
export interface StackOverflowSettings {
  readonly url: string;
  readonly token: string;
}

/** What the environment says. Null for Salesforce, Slack or Stack Overflow is the full mode *off*. */
export interface Environment {
  readonly gitlab: GitLabSettings;
  readonly salesforce: SalesforceSettings | null;
  readonly slack: SlackSettings | null;
  readonly stackOverflow: StackOverflowSettings | null;
  readonly config: string;
  /** Directory of what a run may remember to read less (`SME_DESK_CACHE`), or null: nothing is remembered. */
  readonly cache: string | null;
  /** Epoch milliseconds of `SME_DESK_NOW`, or null. */
  readonly now: number | null;
  /** The commit the code is at, for reports; `unknown` outside of CI. */
  readonly codeRevision: string;
  /** Where GitLab Pages shows the dashboard, or null: not known. */
  readonly pagesUrl: string | null;
}

export type ParsedEnvironment =
  | { readonly ok: true; readonly value: Environment }
  | { readonly ok: false; readonly problems: readonly string[] };

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment. Half a set of credentials is a problem that names the missing half; an empty variable is
 * an absent one, which is what CI makes of a protected variable on an unprotected branch.
 */
export function parseEnvironment(variables: Variables, token: 'desk' | 'setup' = 'desk'): ParsedEnvironment {
  const problems: string[] = [];
  const gitlab = readGitLab(variables, token, problems);
  const salesforce = readSalesforce(variables, problems);
  const slack = readSlack(variables);
  const stackOverflow = readStackOverflow(variables, problems);
  const nowText = given(variables, 'SME_DESK_NOW');
  const now = nowText === null ? null : instant(nowText);
  if (now === undefined)
    problems.push(`SME_DESK_NOW wants a time such as 2026-11-01T09:00:00Z, not "${nowText}".`);
  if (gitlab === null || problems.length > 0) return { ok: false, problems };
  const config = given(variables, 'SME_DESK_CONFIG') ?? 'config';
  const codeRevision = given(variables, 'CI_COMMIT_SHA') ?? 'unknown';
  const outside = { gitlab, salesforce, slack, stackOverflow };
  const cache = given(variables, 'SME_DESK_CACHE');
  const pagesUrl = given(variables, 'CI_PAGES_URL');
  return { ok: true, value: { ...outside, config, cache, now: now ?? null, codeRevision, pagesUrl } };
}

function given(variables: Variables, name: string): string | null {
  const value = variables[name]?.trim() ?? '';
  return value === '' ? null : value;
}

function readGitLab(
  variables: Variables,
  token: 'desk' | 'setup',
  problems: string[],
): GitLabSettings | null {
  const url = given(variables, 'GITLAB_URL') ?? given(variables, 'CI_SERVER_URL');
  const project = given(variables, 'GITLAB_PROJECT') ?? given(variables, 'CI_PROJECT_ID');
  const name = token === 'desk' ? 'SME_DESK_GITLAB_TOKEN' : 'SME_DESK_SETUP_TOKEN';
  const value = given(variables, name);
  if (url === null)
    problems.push('GITLAB_URL is missing: set it to the address of GitLab, such as https://gitlab.com.');
  if (project === null)
    problems.push(
      'GITLAB_PROJECT is missing: set it to the id or path of the project, such as acme/sme-desk.',
    );
  if (value === null) {
    const role = token === 'desk' ? 'Developer' : 'Maintainer';
    problems.push(
      `${name} is missing: set it to a token with scope api and role ${role}. In CI, a protected variable is empty on an unprotected branch.`,
    );
  }
  return url === null || project === null || value === null ? null : { url, project, token: value };
}

function readSalesforce(variables: Variables, problems: string[]): SalesforceSettings | null {
  const loginUrl = given(variables, 'SALESFORCE_LOGIN_URL');
  const clientId = given(variables, 'SALESFORCE_CLIENT_ID');
  const secret = given(variables, 'SALESFORCE_CLIENT_SECRET');
  const username = given(variables, 'SALESFORCE_USERNAME');
  const privateKey = given(variables, 'SALESFORCE_PRIVATE_KEY');
  if ([loginUrl, clientId, secret, username, privateKey].every((each) => each === null)) return null;
  const missing: string[] = [];
  if (loginUrl === null) missing.push('SALESFORCE_LOGIN_URL');
  if (clientId === null) missing.push('SALESFORCE_CLIENT_ID');
  if (secret === null && (username === null) !== (privateKey === null)) {
    missing.push(username === null ? 'SALESFORCE_USERNAME' : 'SALESFORCE_PRIVATE_KEY');
  } else if (secret === null && username === null) {
    missing.push('SALESFORCE_CLIENT_SECRET (or SALESFORCE_USERNAME with SALESFORCE_PRIVATE_KEY)');
  }
  if (missing.length > 0 || loginUrl === null || clientId === null) {
    problems.push(
      `Salesforce is half set up: ${missing.join(' and ')} missing. Set it, or unset all SALESFORCE_ variables to run without Salesforce.`,
    );
    return null;
  }
  const login = secret !== null ? { secret } : { username: username ?? '', privateKey: privateKey ?? '' };
  return { loginUrl, clientId, login };
}

function readSlack(variables: Variables): SlackSettings | null {
  const token = given(variables, 'SLACK_BOT_TOKEN');
  return token === null ? null : { token, apiUrl: given(variables, 'SLACK_API_URL') };
}

/** The token reads everything the team has ever asked, so it is not sent over a connection that can be read. */
function readStackOverflow(variables: Variables, problems: string[]): StackOverflowSettings | null {
  const url = given(variables, 'STACK_OVERFLOW_API_URL');
  const token = given(variables, 'STACK_OVERFLOW_TOKEN');
  if (url === null && token === null) return null;
  if (url === null || token === null) {
    const missing = url === null ? 'STACK_OVERFLOW_API_URL' : 'STACK_OVERFLOW_TOKEN';
    problems.push(
      `Stack Overflow is half set up: ${missing} missing. Set it, or unset both STACK_OVERFLOW_ variables to run without Stack Overflow.`,
    );
    return null;
  }
  if (!url.startsWith('https://') && !isLoopback(url)) {
    problems.push(
      'STACK_OVERFLOW_API_URL wants an address that begins with https://, such as https://api.stackoverflowteams.com/v3/teams/acme.',
    );
    return null;
  }
  return { url, token };
}
