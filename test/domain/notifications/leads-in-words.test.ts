import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.ts';
import { putBackComment } from '../../../src/domain/notifications/put-back-comment.ts';
import { requestContext } from '../../../src/domain/request/request-view.ts';
import { standing } from '../../transitions/scenes.ts';

/** What jonas is told who was put back as the assignee of a request of sam's. */
function told(leads: { area: readonly string[]; program: readonly string[] }): string {
  const { desk, iid } = standing('approved');
  const config: Config = {
    ...desk.config,
    program: { ...desk.config.program, leads: leads.program },
    areas: desk.config.areas.map((area) => ({ ...area, leads: leads.area })),
  };
  return putBackComment(desk.view(iid), requestContext(config, desk.world), 'jonas', 'not entitled');
}

describe('whom to ask about the SME', () => {
  it.each([
    ['the leads of the area', { area: ['omar', 'sam'], program: ['priya'] }, 'please ask omar.'],
    ['else those of the program', { area: ['sam'], program: ['priya', 'lena'] }, 'please ask priya or lena.'],
    [
      'an area lead, where only the requester leads',
      { area: ['sam'], program: [] },
      'please ask an area lead.',
    ],
  ])('%s', (_name, leads, words) => {
    expect(told(leads)).toContain(words);
  });
});
