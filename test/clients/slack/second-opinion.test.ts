import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSlack } from '../../../src/clients/slack/create-slack.ts';
import type { Slack } from '../../../src/clients/slack/types.ts';
import { emulatorWorkspace, sandboxWorkspace, type Workspace } from '../../sandbox/slack/second-opinion.ts';

/*
 * The desk's own client against the sandbox, and against an emulator that other people have written: what the
 * client believes of Slack must not be only what this project believes of it.
 */
describe.each([
  ['the sandbox', sandboxWorkspace],
  ['an emulator that other people wrote', emulatorWorkspace],
])('the desk’s Slack client against %s', (_, open) => {
  let workspace: Workspace;
  let slack: Slack;

  beforeAll(async () => {
    workspace = await open();
    slack = createSlack({ token: workspace.token, apiUrl: `${workspace.origin}/api/` });
  });
  afterAll(() => workspace.close());

  function id(name: string): string {
    return workspace.ids.get(name) ?? '';
  }

  it('knows itself and finds people by their address, or nobody', async () => {
    expect(await slack.me()).toBe(id('sme-desk'));
    expect(await slack.userByEmail('ines@example.com')).toBe(id('ines'));
    expect(await slack.userByEmail('nobody@example.com')).toBeNull();
  });

  it('tells its own channels from archived and from absent ones', async () => {
    expect(await slack.channel(id('opp-acme'))).toMatchObject({
      name: 'opp-acme',
      archived: false,
      deskIsMember: true,
    });
    expect(await slack.channel(id('opp-hooli'))).toMatchObject({ archived: true });
    expect(await slack.channel('C0NOSUCH01')).toBeNull();
    expect((await slack.channels()).map((channel) => channel.name)).toContain('opp-acme');
  });

  it('posts with a key, edits in place and finds the message again with the key still on it', async () => {
    const channel = id('opp-acme');
    const key = '7/1/announce';
    const posted = await slack.post({ channel, key, text: 'waiting for an approver' });
    const ts = posted.kind === 'applied' ? posted.value.ts : '';

    expect(await slack.edit({ channel, ts, key, text: 'assigned' })).toMatchObject({ kind: 'applied' });
    expect(await slack.deskMessages(channel, 0)).toEqual([{ channel, ts, key, text: 'assigned' }]);
  });

  it('takes a message back once and is content when it is gone', async () => {
    const channel = id('opp-acme');
    const posted = await slack.post({ channel, key: '7/2/announce', text: 'one too many' });
    const ts = posted.kind === 'applied' ? posted.value.ts : '';

    expect(await slack.remove({ channel, ts })).toMatchObject({ kind: 'applied' });
    expect(await slack.remove({ channel, ts })).toMatchObject({ kind: 'applied' });
    expect((await slack.deskMessages(channel, 0)).map((message) => message.key)).not.toContain(
      '7/2/announce',
    );
  });

  it('invites somebody, and says so when they were there already', async () => {
    const channel = id('opp-acme');

    expect(await slack.invite(channel, id('ines'))).toEqual({ kind: 'applied', value: { invited: true } });
    expect(await slack.invite(channel, id('ines'))).toEqual({ kind: 'applied', value: { invited: false } });
    expect(await slack.members(channel)).toContain(id('ines'));
    expect(await slack.removeMember(channel, id('ines'))).toMatchObject({ kind: 'applied' });
    expect(await slack.members(channel)).not.toContain(id('ines'));
  });

  it('is refused in an archived channel', async () => {
    const posted = await slack.post({ channel: id('opp-hooli'), key: '7/3/announce', text: 'too late' });

    expect(posted.kind).toBe('not-applied');
  });
});
