import assert from 'node:assert/strict';
import { createGitLab } from '../../../src/clients/gitlab/create-gitlab.ts';
import type { IssueAction, WriteWikiPage } from '../../../src/plan/action.ts';
import { apply } from '../../../src/run/apply/apply.ts';
import { Ledger } from '../../../src/run/apply/ledger.ts';
import { exampleConfig } from '../../builders/config.ts';
import { issue, snapshot } from '../../builders/snapshot.ts';
import { localService } from '../../clients/support/local-service.ts';
import type { Story } from '../story.ts';

const expect = { scope: [], lastEvent: 0, state: 'opened', assignees: [], record: null } as const;
const on = { issue: 1, expect } as const;
const poisoned = 'They wrote:\n/close';

/** An escape was forgotten somewhere, and a plan holds a command: it does not get as far as GitLab. */
async function isStopped(action: IssueAction | WriteWikiPage): Promise<void> {
  await using service = await localService(() => ({ status: 500 }));
  const gitlab = createGitLab({
    url: service.origin,
    project: '7',
    token: 'glpat-attack-token',
    transport: { readRetries: 0 },
  });
  const applier = {
    clients: { gitlab, salesforce: null, slack: null, stackOverflow: null },
    config: exampleConfig(),
    snapshot: snapshot({ issues: [issue()] }),
    ledger: new Ledger(),
    monotonic: () => 0,
  };
  await apply(applier, [action], () => undefined);
  assert.deepEqual(service.seen, []);
}

const comment: IssueAction = {
  ...on,
  kind: 'note.create',
  key: 'a',
  body: poisoned,
  internal: false,
  mentions: [],
};

const record: IssueAction = {
  ...on,
  kind: 'record.write',
  note: null,
  text: poisoned,
  record: {},
  mentions: [],
  why: '',
};

const opened: IssueAction = {
  ...on,
  kind: 'issue.create',
  key: 'a',
  title: 'Question after an engagement',
  description: poisoned,
  labels: [],
  assignees: [],
  mentions: [],
};

const page: WriteWikiPage = {
  kind: 'wiki.write',
  slug: 'a',
  title: 'a',
  content: poisoned,
  exists: false,
};

export const stories: readonly Story[] = [
  { name: 'a planned comment holds a command', tell: () => isStopped(comment) },
  { name: 'a planned record holds a command', tell: () => isStopped(record) },
  { name: 'the description of a planned issue holds a command', tell: () => isStopped(opened) },
  {
    name: 'the title of a planned issue names everybody',
    tell: () => isStopped({ ...opened, title: 'For @all', description: '' }),
  },
  {
    name: 'the title of a planned issue has a second line',
    tell: () => isStopped({ ...opened, title: 'A\n/close', description: '' }),
  },
  { name: 'a planned wiki page holds a command', tell: () => isStopped(page) },
  {
    name: 'a planned wiki page holds HTML in the title of a folded part',
    tell: () =>
      isStopped({ ...page, content: '<details><summary>A <img src=x></summary>\n\nx\n\n</details>' }),
  },
];
