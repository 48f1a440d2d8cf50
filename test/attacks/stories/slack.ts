import assert from 'node:assert/strict';
import { z } from 'zod';
import { createSlack } from '../../../src/clients/slack/create-slack.ts';
import { slackText } from '../../../src/domain/slack-text/slack-text.ts';
import { localService } from '../../clients/support/local-service.ts';
import type { Story } from '../story.ts';

/** What the three special characters of a person's words become. */
function escaped(text: string, left: RegExp): void {
  assert.doesNotMatch(slackText`Area: ${text}`, left);
}

/** A message and its edit, as they go over the wire to Slack. */
async function sentToSlack(): Promise<URLSearchParams[]> {
  await using service = await localService(() => ({
    status: 200,
    body: { ok: true, ts: '1.000001', channel: 'C0AIREQ001' },
  }));
  const slack = createSlack({ token: 'xoxb-attack', apiUrl: `${service.origin}/api/` });
  const text = 'deadline for @channel in #general, see https://evil.example/x';
  const posted = await slack.post({ channel: 'C0AIREQ001', key: 'a', text });
  const edited = await slack.edit({ channel: 'C0AIREQ001', ts: '1.000001', key: 'a', text });
  assert.deepEqual([posted.kind, edited.kind], ['applied', 'applied']);
  return service.seen.map(({ body }) => wireValues(body));
}

/** The library sends forms, or JSON. */
function wireValues(body: string): URLSearchParams {
  if (!body.startsWith('{')) return new URLSearchParams(body);
  const values = z.record(z.string(), z.unknown()).parse(JSON.parse(body));
  const sent = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) sent.set(key, String(value));
  return sent;
}

async function namesStayPlain(): Promise<void> {
  for (const values of await sentToSlack()) {
    assert.equal(values.get('parse'), 'none');
    assert.equal(values.get('link_names'), 'false');
  }
}

async function linksStayClosed(): Promise<void> {
  const [posted] = await sentToSlack();
  assert.equal(posted?.get('unfurl_links'), 'false');
  assert.equal(posted?.get('unfurl_media'), 'false');
}

export const stories: readonly Story[] = [
  { name: 'a person writes a call to everybody for Slack', tell: () => escaped('<!channel> now', /</) },
  { name: 'a person closes a token of Slack', tell: () => escaped('x> y', />/) },
  { name: 'a person writes an escaped token for Slack', tell: () => escaped('&lt;!here&gt;', /&lt;/) },
  { name: 'a person adds a line to a message', tell: () => escaped('AI\nApproved by priya', /\n/) },
  {
    name: 'the Slack user of an SME is a call to everybody',
    tell: () => assert.doesNotMatch(slackText`${{ kind: 'user', id: '!channel' }}`, /</),
  },
  {
    name: 'the id of a channel holds a token',
    tell: () => assert.doesNotMatch(slackText`${{ kind: 'channel', id: 'C1> <!here' }}`, /</),
  },
  {
    name: 'a link runs a script',
    tell: () => assert.doesNotMatch(slackText`${{ kind: 'link', url: 'javascript:x', label: 'a' }}`, /</),
  },
  {
    name: 'the label of a link ends it',
    tell: () => {
      const label = slackText`${{ kind: 'link', url: 'https://ok.example/', label: 'a|b' }}`;
      assert.equal(label, '<https://ok.example/|a/b>');
    },
  },
  { name: 'plain @channel and #general in a message ring nobody up', tell: namesStayPlain },
  { name: 'an address in a message fetches no page', tell: linksStayClosed },
];
