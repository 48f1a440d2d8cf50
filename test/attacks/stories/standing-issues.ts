import assert from 'node:assert/strict';
import { createGitLab } from '../../../src/clients/gitlab/create-gitlab.ts';
import type { GitLabIssue, IssueChange } from '../../../src/clients/gitlab/types.ts';
import { programHistory } from '../../../src/domain/metrics/program-history.ts';
import { directoryOf } from '../../../src/domain/people.ts';
import { placeStanding } from '../../../src/domain/record/standing-part.ts';
import type { EditStanding } from '../../../src/plan/standing-action.ts';
import { smeRecordLabel, smeRecords } from '../../../src/reconcile/sme-records.ts';
import { apply } from '../../../src/run/apply/apply.ts';
import { Ledger } from '../../../src/run/apply/ledger.ts';
import { exampleConfig } from '../../builders/config.ts';
import { desk, issue, monday, people, snapshot, user } from '../../builders/snapshot.ts';
import type { Story } from '../story.ts';

const world = snapshot({ issues: [] });
const ines = user('ines');
const key = `sme-record:${ines.id}`;
const edit: EditStanding = {
  kind: 'standing.edit',
  on: 40,
  key,
  description: 'What Ines has done.',
  labels: [smeRecordLabel],
  assignees: [ines.id],
};

/** The record of Ines as it stands in GitLab, with changes. */
function record(changes: Partial<GitLabIssue> = {}): GitLabIssue {
  const placed = placeStanding(null, 'Nothing yet.', { project: world.project.id, key });
  return {
    ...issue({
      iid: 40,
      author: desk,
      labels: [smeRecordLabel],
      assignees: [ines],
      confidential: true,
      description: placed.kind === 'placed' ? placed.content : '',
    }),
    closedBy: null,
    ...changes,
  };
}

/** The figures of Ines are not written into this. */
async function isNotWritten(changes: Partial<GitLabIssue>): Promise<void> {
  const written: IssueChange[] = [];
  const found = record(changes);
  const gitlab = {
    ...createGitLab({ url: 'http://127.0.0.1:9', project: '7', token: 'glpat-attack-token' }),
    issue: () => Promise.resolve(found),
    updateIssue: (_: number, change: IssueChange) => {
      written.push(change);
      const { description = '' } = change;
      return Promise.resolve({ kind: 'applied', value: { ...found, description } } as const);
    },
  };
  const applier = {
    clients: { gitlab, salesforce: null, slack: null, stackOverflow: null },
    config: exampleConfig(),
    snapshot: world,
    ledger: new Ledger(),
    monotonic: () => 0,
  };
  await apply(applier, [edit], () => undefined);
  assert.deepEqual(written, []);
}

/** Somebody has opened an issue that looks like the record of Ines in everything but its author. */
function forgedRecordIsNone(): void {
  const config = exampleConfig();
  const none = { kind: 'not available', reason: 'off' } as const;
  const facts = { requests: [], feedback: [], collateral: [], pipeline: none, questions: none };
  const { actions } = smeRecords({
    config,
    history: programHistory({ config, facts, now: monday, desk: [desk.id] }),
    month: { from: monday - 1, to: monday, name: '2026-11' },
    issues: [record({ author: user('mallory') })],
    directory: directoryOf(people()),
    project: world.project,
    deskIds: [desk.id],
    labels: [smeRecordLabel],
  });
  assert.deepEqual(
    actions.filter(({ kind }) => kind === 'standing.edit'),
    [],
  );
}

export const stories: readonly Story[] = [
  { name: 'an issue that passes for the record of an SME', tell: forgedRecordIsNone },
  {
    name: 'an issue that passes for the record of an SME, at the last moment',
    tell: () => isNotWritten({ author: user('mallory') }),
  },
  { name: 'the record of an SME, made public', tell: () => isNotWritten({ confidential: false }) },
  {
    name: 'the record of an SME, assigned to somebody else too',
    tell: () => isNotWritten({ assignees: [ines, user('mallory')] }),
  },
  {
    name: 'the record of an SME, given to somebody else',
    tell: () => isNotWritten({ assignees: [user('jonas')] }),
  },
  {
    name: 'a command beside the desk’s part of a record',
    tell: () => isNotWritten({ description: `${record().description}\n\`\`\`\n/assign me\n\`\`\`` }),
  },
];
