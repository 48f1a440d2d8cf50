import { exampleWorld } from '../example/example-world.ts';
import { deskStackOverflowToken, stackOverflowAddress } from '../example/stack-overflow.ts';
import type { World } from '../world.ts';
import type { DemoMode } from './demo-options.ts';

/** The world a demo begins with. */
export function demoWorld(mode: DemoMode): World {
  const world = exampleWorld();
  if (mode === 'free') world.switches.tier = 'free';
  return world;
}

/** The variables the desk gets; what is left out is off (`docs/operating.md#variables`). */
export function demoVariables(origin: string, mode: DemoMode): Record<string, string> {
  const gitlab = {
    GITLAB_URL: origin,
    GITLAB_PROJECT: '7',
    CI_PROJECT_ID: '7',
    SME_DESK_GITLAB_TOKEN: 'sandbox-desk',
    SME_DESK_SETUP_TOKEN: 'sandbox-olivia',
  };
  if (mode === 'off') return gitlab;
  return {
    ...gitlab,
    SALESFORCE_LOGIN_URL: origin,
    SALESFORCE_CLIENT_ID: 'sandbox-client',
    SALESFORCE_CLIENT_SECRET: 'sandbox-secret',
    SLACK_BOT_TOKEN: 'xoxb-sandbox-desk',
    SLACK_API_URL: `${origin}/api/`,
    STACK_OVERFLOW_API_URL: stackOverflowAddress(origin),
    STACK_OVERFLOW_TOKEN: deskStackOverflowToken,
  };
}
