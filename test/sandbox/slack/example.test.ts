import { describe, expect, it } from 'vitest';
import { exampleSlack } from '../../../src/sandbox/example/slack.ts';

const { conversations, users, tokens } = exampleSlack();

describe('the example workspace', () => {
  it('has the channels that the shipped configuration names', () => {
    const byId = new Map(conversations.map(({ id, name }) => [id, name]));

    expect(Object.fromEntries(byId)).toMatchObject({
      C0SMEPROG1: 'sme-program',
      C0AIREQ001: 'sme-ai-requests',
      C0AITEAM01: 'sme-ai-team',
      C0AIAREA01: 'sme-ai-area',
      C0AIFIELD1: 'sme-ai-field',
      C0APPREQ01: 'sme-appsec-requests',
      C0AGIREQ01: 'sme-agile-requests',
      C0DEDREQ01: 'sme-dedicated-requests',
      C0OPPACME1: 'opp-acme',
      C0OPPGLOB1: 'opp-globex',
      C0GENERAL1: 'general',
    });
    expect(byId.size).toBe(conversations.length);
  });

  it('has ids as Slack makes them', () => {
    expect(conversations.filter(({ id }) => !/^[CGD][A-Z0-9]{8,}$/.test(id))).toEqual([]);
    expect(users.filter(({ id }) => !/^[UW][A-Z0-9]{8,}$/.test(id))).toEqual([]);
  });

  it('knows every member and every holder of a token', () => {
    const known = new Set(users.map(({ id }) => id));
    const named = [
      ...conversations.flatMap(({ members }) => members),
      ...Object.values(tokens).map(({ userId }) => userId),
    ];

    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('is a fresh one each time', () => {
    exampleSlack().conversations[0]?.members.push('U0NOBODY01');

    expect(exampleSlack()).toEqual(exampleSlack());
    expect(exampleSlack().conversations[0]?.members).not.toContain('U0NOBODY01');
  });
});
