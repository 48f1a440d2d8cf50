import { afterAll, beforeAll, expect, it } from 'vitest';
import { person } from '../../src/sandbox/people.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { requestText } from '../builders/request-text.ts';
import { deskVariables, runDesk } from '../story/run-desk.ts';

const customer = 'Hooli';
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
  await runDesk('setup', ['--apply'], deskVariables(sandbox.origin, 'everything on'));
  const description = requestText({ 'Area of expertise': `- [x] Other: ${customer} runners` });
  await person(sandbox.origin, 'sam').openIssue({ title: 'SME', description, confidential: true });
});

afterAll(() => sandbox.close());

it.each([
  ['a plan', []],
  ['a plan as JSON', ['--json']],
])(
  '%s shows an operator what people wrote, and a job log only that something is written',
  async (_, flags) => {
    const variables = deskVariables(sandbox.origin, 'everything on');

    const own = await runDesk('reconcile', flags, variables);
    const log = await runDesk('reconcile', flags, { ...variables, CI: 'true' });

    expect(own.out).toContain(customer);
    expect(log.out).toContain('request::submitted');
    expect(log.out).not.toContain(customer);
  },
);
