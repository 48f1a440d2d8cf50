import { describe, expect, it } from 'vitest';
import { parseEnvironment } from '../../src/run/environment.ts';
import { isLoopback } from '../../src/run/loopback.ts';

const gitlab = { GITLAB_URL: 'https://gitlab.example.com', GITLAB_PROJECT: '7', SME_DESK_GITLAB_TOKEN: 't' };
const login = { SALESFORCE_LOGIN_URL: 'https://login.example.com', SALESFORCE_CLIENT_ID: 'id' };

function problems(variables: Record<string, string>): string {
  const parsed = parseEnvironment(variables);
  return parsed.ok ? '' : parsed.problems.join('\n');
}

describe('the environment of a run', () => {
  it('without Salesforce and Slack is a full mode', () => {
    expect(parseEnvironment(gitlab)).toMatchObject({
      ok: true,
      value: { salesforce: null, slack: null, stackOverflow: null, cache: null, config: 'config' },
    });
  });

  it('takes what CI knows where nothing else is said', () => {
    const ci = {
      CI_SERVER_URL: 'https://gitlab.example.com',
      CI_PROJECT_ID: '7',
      SME_DESK_GITLAB_TOKEN: 't',
      CI_COMMIT_SHA: 'abc',
    };
    expect(parseEnvironment(ci)).toMatchObject({
      ok: true,
      value: { gitlab: { project: '7' }, codeRevision: 'abc' },
    });
  });

  it.each([
    [{ ...login, SALESFORCE_CLIENT_SECRET: 's' }, { secret: 's' }],
    [
      { ...login, SALESFORCE_USERNAME: 'u', SALESFORCE_PRIVATE_KEY: 'k' },
      { username: 'u', privateKey: 'k' },
    ],
  ])('a whole set of Salesforce credentials: %j', (variables, expected) => {
    expect(parseEnvironment({ ...gitlab, ...variables })).toMatchObject({
      value: { salesforce: { login: expected } },
    });
  });

  it.each([
    [{ SALESFORCE_LOGIN_URL: 'x' }, ['SALESFORCE_CLIENT_ID', 'SALESFORCE_CLIENT_SECRET']],
    [{ SALESFORCE_CLIENT_SECRET: 'x' }, ['SALESFORCE_LOGIN_URL', 'SALESFORCE_CLIENT_ID']],
    [login, ['SALESFORCE_CLIENT_SECRET', 'SALESFORCE_PRIVATE_KEY']],
    [{ ...login, SALESFORCE_USERNAME: 'u' }, ['SALESFORCE_PRIVATE_KEY']],
    [{ ...login, SALESFORCE_PRIVATE_KEY: 'k' }, ['SALESFORCE_USERNAME']],
    [{ ...login, SALESFORCE_CLIENT_SECRET: '  ' }, ['SALESFORCE_CLIENT_SECRET']],
  ])('half a set %j names the missing half', (variables, missing) => {
    const text = problems({ ...gitlab, ...variables });
    for (const name of missing) expect(text).toContain(name);
    expect(text).not.toContain('undefined');
  });

  it('takes the team on Stack Overflow and its token together', () => {
    const url = 'https://api.stackoverflowteams.com/v3/teams/acme';
    const variables = { ...gitlab, STACK_OVERFLOW_API_URL: url, STACK_OVERFLOW_TOKEN: 't' };

    expect(parseEnvironment(variables)).toMatchObject({ value: { stackOverflow: { url, token: 't' } } });
  });

  it.each([
    [{ STACK_OVERFLOW_API_URL: 'https://example.com/api/v3' }, /STACK_OVERFLOW_TOKEN missing/],
    [{ STACK_OVERFLOW_TOKEN: 't' }, /STACK_OVERFLOW_API_URL missing/],
    [{ STACK_OVERFLOW_API_URL: ' ', STACK_OVERFLOW_TOKEN: 't' }, /STACK_OVERFLOW_API_URL missing/],
  ])('half of Stack Overflow %j names the missing half', (variables, missing) => {
    expect(problems({ ...gitlab, ...variables })).toMatch(missing);
  });

  it.each([
    ['https://example.com/api/v3', true],
    ['http://127.0.0.1:8080/v3/teams/acme', true],
    ['http://example.com/api/v3', false],
    ['http://127.0.0.1.example.com/v3', false],
    ['example.com', false],
  ])('the token for Stack Overflow may go to %s: %s', (url, may) => {
    const text = problems({ ...gitlab, STACK_OVERFLOW_API_URL: url, STACK_OVERFLOW_TOKEN: 't' });

    expect(text === '').toBe(may);
    expect(may || text.includes('https://')).toBe(true);
  });

  it.each([
    ['GITLAB_URL', { ...gitlab, GITLAB_URL: '' }],
    ['GITLAB_PROJECT', { ...gitlab, GITLAB_PROJECT: ' ' }],
    ['SME_DESK_GITLAB_TOKEN', { ...gitlab, SME_DESK_GITLAB_TOKEN: '' }],
    ['SME_DESK_NOW', { ...gitlab, SME_DESK_NOW: 'tomorrow' }],
  ])('%s that is empty or damaged is named', (name, variables) => {
    expect(problems(variables)).toContain(name);
  });

  it('tells everything that is missing at once, and asks for the operator’s token where that is the one', () => {
    const parsed = parseEnvironment(login, 'setup');
    expect(parsed).toMatchObject({ ok: false, problems: { length: 4 } });
    if (!parsed.ok) expect(parsed.problems.join(' ')).toContain('SME_DESK_SETUP_TOKEN');
  });

  it.each([
    ['http://127.0.0.1:8080', true],
    ['http://localhost', true],
    ['http://[::1]:80', true],
    ['https://127.0.0.1.example.com', false],
    ['https://localhost.example.com', false],
    ['https://gitlab.example.com', false],
    ['not an address', false],
  ])('%s is on this machine: %s', (url, expected) => {
    expect(isLoopback(url)).toBe(expected);
  });
});
