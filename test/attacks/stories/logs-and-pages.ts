import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGitLab } from '../../../src/clients/gitlab/create-gitlab.ts';
import { redact, redactDetail } from '../../../src/clients/transport/redact.ts';
import { markdownInk, terminalInk } from '../../../src/plan/render/ink.ts';
import { shortened } from '../../../src/plan/render/visible-text.ts';
import { escapeMarkdown, fencedJson, mermaidText } from '../../../src/report/escape.ts';
import { savePlan } from '../../../src/run/plan-file.ts';
import { failureOf } from '../../clients/support/failure.ts';
import { localService } from '../../clients/support/local-service.ts';
import type { Story } from '../story.ts';

const secret = 'glpat-s3cr3t/To+ken_42';

/** A vendor repeats the secret in some form; nothing of it is left in a message. */
function masked(name: string, form: string, values: readonly string[] = [secret]): Story {
  return {
    name: `a vendor repeats the token ${name}`,
    tell: () => assert.ok(!redact(`bad token ${form} .`, values).includes(form.slice(2, -3))),
  };
}

const quoted = 'a"quoted\\secret';
const key = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEF\n-----END-----';

const secrets: readonly Story[] = [
  masked('as it is', quoted, [quoted]),
  masked('in base64', Buffer.from(secret).toString('base64')),
  masked('in base64 for addresses', Buffer.from('??>>??>>??').toString('base64url'), ['??>>??>>??']),
  masked('in hexadecimal', Buffer.from(secret).toString('hex')),
  masked('for an address', 'a%20secret%20of%20words', ['a secret of words']),
  masked('in a form', 'a+secret+of+words', ['a secret of words']),
  masked('in JSON', JSON.stringify(quoted).slice(1, -1), [quoted]),
  masked('reversed', [...secret].reverse().join('')),
  masked('as one line of a key', 'MIIEvQIBADANBgkqhkiG9w0BAQEF', [key]),
];

/** A real call fails, and the service answers with what it was sent. */
async function echoed(): Promise<void> {
  await using service = await localService(({ headers }) => ({
    status: 400,
    body: { message: `no such ${JSON.stringify(headers)}` },
  }));
  const gitlab = createGitLab({ url: service.origin, project: '7', token: secret });
  const failure = await failureOf(gitlab.labels());
  assert.ok(!failure.message.includes(secret), failure.message);
}

/** How a word of the plan looks to the operator. */
function planned(name: string, text: string, left: RegExp): Story {
  return {
    name: `in a plan: ${name}`,
    tell: () => {
      for (const shown of [terminalInk.words(text), terminalInk.code(text), shortened(text)]) {
        assert.doesNotMatch(shown, left);
      }
    },
  };
}

const plans: readonly Story[] = [
  planned('a control sequence that paints another plan', 'x\u001b[2JNothing to do', /\p{Cc}/u),
  planned('a name turned around', 'priya\u202erof', /\u202e/),
  planned('a token', 'see glpat-AbCdEf123456789012345', /AbCdEf/),
  planned('a token of Slack', 'see xoxb-1234567890-abcdef', /1234567890/),
  planned('an e-mail address', 'write to ines@example.com', /ines@/),
  planned('a telephone number', 'call +34 600 123 456', /600 123/),
  {
    name: 'in a plan: a mention for a merge request',
    tell: () => assert.doesNotMatch(markdownInk.words('@all'), /(?<!\\)@/),
  },
  {
    name: 'in a plan: the end of a code span',
    tell: () => assert.equal(markdownInk.code('a`b').split('`').length, 3),
  },
];

const pages: readonly Story[] = [
  {
    name: 'on a wiki page: an area named to include a file',
    tell: () => assert.doesNotMatch(escapeMarkdown('::include{file=x}'), /(?<!\\)[:{]/),
  },
  {
    name: 'on a wiki page: an area named with a second line',
    tell: () => assert.doesNotMatch(escapeMarkdown('AI\n/close'), /\n/),
  },
  {
    name: 'on a wiki page: a value that ends the fence of the table',
    tell: () => assert.doesNotMatch(fencedJson('```\n<script>'), /[`<]/),
  },
  {
    name: 'on a wiki page: a name that adds a node to a diagram',
    tell: () => assert.equal(mermaidText('AI"] --> B["').split('"').length, 3),
  },
];

/** Somebody else on the machine of the operator looks for plans. */
async function planOfAnother(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sme-desk-attack-'));
  try {
    const file = join(folder, 'plan.json');
    await savePlan(file, { now: 0, digest: '', actions: [], leftOver: [], held: [], problems: [] });
    const { mode } = await stat(file);
    assert.equal(mode & 0o077, 0);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export const stories: readonly Story[] = [
  ...secrets,
  {
    name: 'a vendor names the address of a person',
    tell: () => assert.doesNotMatch(redactDetail('no user ines@example.com', []), /ines/),
  },
  {
    name: 'a vendor forges a second line of the log',
    tell: () => assert.doesNotMatch(redact('bad\nDone: 1 of 1.\u202e', []), /[\n\u202e]/),
  },
  { name: 'GitLab answers with the headers it was sent', tell: echoed },
  ...plans,
  ...pages,
  { name: 'another user of the machine reads a saved plan', tell: planOfAnother },
];
