import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markerLine, withMarker } from '../../../src/domain/record/marker.ts';
import { globex } from '../../builders/snapshot.ts';
import { type ProgramAtWork, programAtWork } from './program-at-work.ts';

// In one file, because the story they all look at takes seconds to be played.

const desk = 900;

describe('what GitLab says about the program', () => {
  it('is every request with what form, record and comments say of it', async () => {
    await using program = await programAtWork();

    const { requests } = await program.read();

    expect(requests).toMatchObject([
      {
        iid: 1,
        areaKey: 'ai',
        region: 'emea',
        opportunityId: '006AB000001AcmeYAC',
        decision: { sme: 'jonas', start: Date.parse('2026-11-30T14:00:00Z'), hours: 2.5 },
        outcome: 'technical win',
        rating: 4,
        nps: 9,
        declineReason: null,
      },
      { iid: 2, areaKey: 'ai', decision: null, rating: null, declineReason: 'not enough notice' },
      { iid: 3, region: 'amer', decision: null, declineReason: null, closedAt: null },
    ]);
  });

  it('is every event of it, by whom and when', async () => {
    await using program = await programAtWork();

    const [first] = (await program.read()).requests;

    const stored = program.issue(1);
    expect(first?.labelEvents.map(({ id, at }) => [id, at])).toEqual(
      stored.labelEvents.map(({ id, createdAt }) => [id, createdAt]),
    );
    expect(first?.labelEvents.at(5)).toMatchObject({
      action: 'add',
      label: { name: 'request::approved' },
      user: { id: 12, username: 'omar' },
    });
    expect(first?.stateEvents).toMatchObject([{ state: 'closed', user: { id: desk } }]);
  });

  it('is the feedback and the collateral that came of it, and of which request', async () => {
    await using program = await programAtWork();

    const { feedback, collateral } = await program.read();

    expect(feedback).toMatchObject([{ iid: 4, areaKey: 'ai', requests: [1] }]);
    expect(collateral).toMatchObject([{ iid: 5, areaKey: 'ai', kindKey: 'article', owners: ['sam'] }]);
  });

  it('is no request that somebody has written into an item: the record of the request says what came of it', async () => {
    await using program = await programAtWork();
    const { id } = program.issue(2);
    const marker = markerLine('follow-up', { project: 7, issue: id, key: 'product-feedback' });
    await program.as('sam').editIssue(4, { description: withMarker('- Request: #2', marker) });
    await program.as('priya').openIssue({
      title: 'Forged',
      description: withMarker('- Request: #2', marker),
      labels: ['type::customer-feedback'],
    });

    expect((await program.read()).feedback).toMatchObject([{ requests: [1] }, { requests: [] }]);
  });

  it('is no history that a clone has brought along', async () => {
    await using program = await programAtWork();
    await program.as('priya').call('POST', '/projects/7/issues/1/clone', {
      to_project_id: 7,
      with_notes: true,
    });

    const { requests } = await program.read();

    const clone = requests.at(-1);
    expect(clone).toMatchObject({ iid: 6, decision: null, outcome: null, rating: null, stateEvents: [] });
    expect(clone?.labelEvents.filter(({ user }) => user?.id === desk)).toEqual([]);
  });

  it('is no request that came by mail, even when it was closed', async () => {
    await using program = await programAtWork();
    const mallory = program.sandbox.world.gitlab.users[66];
    if (mallory !== undefined) mallory.username = 'support-bot';
    program.issue(3).authorId = 66;

    expect((await program.read()).requests.map(({ iid }) => iid)).toEqual([1, 2]);
  });

  it('is the opportunity that was approved, when the form names another one since', async () => {
    await using program = await programAtWork();
    program.issue(1).description = (program.issue(1).description ?? '').replace('006AB000001AcmeYAC', globex);

    expect((await program.read()).requests[0]).toMatchObject({ opportunityId: '006AB000001AcmeYAC' });
    await program.read();
    expect(program.historiesRead()).toContain(1);
  });

  it('is whole or an error', async () => {
    await using program = await programAtWork();
    program.sandbox.beforeCall = (call) =>
      Promise.resolve(
        call.path.includes('/issues/2/notes')
          ? { kind: 'answer', status: 404, body: { message: '404 Not found' } }
          : undefined,
      );

    await expect(program.read()).rejects.toMatchObject({ code: 'gitlab-not-found' });
  });
});

const all = [1, 2, 3, 4, 5];

function fileOf({ directory }: ProgramAtWork): string {
  return join(directory, 'history.json');
}

async function cacheText(program: ProgramAtWork): Promise<string> {
  return await readFile(fileOf(program), 'utf8');
}

/** Deletes an account as GitLab does: its changes stay and are nobody's, its comments and issues are the ghost's. */
function forget(program: ProgramAtWork, id: number): void {
  const { gitlab } = program.sandbox.world;
  const project = gitlab.projects[7];
  const user = gitlab.users[id];
  if (project === undefined || user === undefined) return;
  const ghost = 99_999;
  gitlab.users[ghost] = { ...user, id: ghost, username: 'ghost' };
  delete gitlab.users[id];
  project.members = project.members.filter((member) => member.userId !== id);
  for (const issue of Object.values(project.issues)) {
    issue.assigneeIds = issue.assigneeIds.filter((assignee) => assignee !== id);
    for (const event of [...issue.labelEvents, ...issue.stateEvents])
      if (event.userId === id) event.userId = null;
    for (const note of issue.notes) if (note.authorId === id) note.authorId = ghost;
  }
}

describe('a second reading of an unchanged history', () => {
  it('asks for lists only, and gives the same', async () => {
    await using program = await programAtWork();
    const first = await program.read();
    expect(program.historiesRead()).toEqual(all);

    const second = await program.read();

    expect(program.historiesRead()).toEqual([]);
    expect(second).toEqual(first);
  });

  it('asks for everything again where no cache is wanted', async () => {
    await using program = await programAtWork();
    await program.read();

    await program.read({ directory: null });

    expect(program.historiesRead()).toEqual(all);
  });

  it('reads an issue that has changed, and no other', async () => {
    await using program = await programAtWork();
    await program.read();
    await program.as('petra').setLabels(4, { add: ['feedback::roadmap'], remove: ['feedback::new'] });

    const { feedback } = await program.read();

    expect(program.historiesRead()).toEqual([4]);
    expect(feedback[0]?.labelEvents.at(-1)).toMatchObject({ user: { username: 'petra' } });
  });

  it('reads an issue again that had changed in the minute before: more may have happened in it', async () => {
    await using program = await programAtWork();
    await program.as('priya').comment(3, 'On it.');
    program.sandbox.advance(59_000);
    await program.read();
    program.sandbox.advance(3_600_000);

    await program.read();
    expect(program.historiesRead()).toEqual([3]);
    await program.read();
    expect(program.historiesRead()).toEqual([]);
  });

  it('takes the opportunity from the description of today', async () => {
    await using program = await programAtWork();
    const link = 'https://acme.lightning.force.com/lightning/r/Opportunity/006AB000001AcmeYAC/view';
    const request = program.issue(3);
    request.description = (request.description ?? '').replace('006AB000001AcmeYAC', link);
    const first = await program.read();

    expect((await program.read()).requests).toEqual(first.requests);
    expect(first.requests[2]?.opportunityId).toBe('006AB000001AcmeYAC');
    expect(program.historiesRead()).toEqual([]);
  });
});

describe('what has changed without a trace in the issue', () => {
  it.each([
    [
      'a renamed label has its new name in the past as well',
      (program: ProgramAtWork) =>
        program
          .as('priya')
          .call('PUT', '/projects/7/labels/feedback%3A%3Anew', { new_name: 'feedback::fresh' }),
      'feedback::fresh',
    ],
    [
      'a deleted label has none',
      (program: ProgramAtWork) => program.as('priya').call('DELETE', '/projects/7/labels/feedback%3A%3Anew'),
      undefined,
    ],
  ])('%s', async (_, change, name) => {
    await using program = await programAtWork();
    await program.read();
    await change(program);

    const cached = await program.read();

    expect(program.historiesRead()).toEqual([]);
    expect(cached.feedback[0]?.labelEvents[1]?.label?.name).toBe(name);
    expect(cached).toEqual(await program.read({ directory: null }));
  });

  it('an account that is gone is nobody, and what it has done stays', async () => {
    await using program = await programAtWork();
    const before = await program.read();
    forget(program, 12);

    const cached = await program.read();

    expect(program.historiesRead()).toEqual([]);
    expect(cached.requests[0]?.labelEvents).toHaveLength(before.requests[0]?.labelEvents.length ?? 0);
    expect(cached.requests[0]?.labelEvents.filter(({ user }) => user === null)).toMatchObject([
      { action: 'add', label: { name: 'request::approved' } },
      { action: 'remove', label: { name: 'request::awaiting-approval' } },
    ]);
    const fresh = await program.read({ directory: null });
    expect(cached.requests.map(({ labelEvents }) => labelEvents)).toEqual(
      fresh.requests.map(({ labelEvents }) => labelEvents),
    );
  });

  it('a change that the ghost of an account has made is kept under its name', async () => {
    await using program = await programAtWork();
    forget(program, 12);
    const [approval] = program.issue(1).labelEvents.filter(({ userId }) => userId === null);
    if (approval !== undefined) approval.userId = 99_999;

    const first = await program.read();

    expect(first.requests[0]?.labelEvents.find(({ id }) => id === approval?.id)).toMatchObject({
      user: { id: 99_999, username: 'ghost' },
    });
    expect(await program.read()).toEqual(first);
    expect(program.historiesRead()).toEqual([]);
  });

  it('the SME of a decision is called as GitLab calls them today', async () => {
    await using program = await programAtWork();
    await program.read();
    const jonas = program.sandbox.world.gitlab.users[32];
    if (jonas !== undefined) jonas.username = 'jonas.weber';

    const cached = await program.read();

    expect(cached.requests[0]?.decision?.sme).toBe('jonas.weber');
    forget(program, 32);
    expect((await program.read()).requests[0]?.decision?.sme).toBe('ghost');
    expect(program.historiesRead()).toEqual([]);
  });
});

describe('the cache of a reading', () => {
  it('holds numbers and configured words: no title, name, opportunity, address or comment', async () => {
    await using program = await programAtWork();
    const request = program.issue(3);
    request.title = 'Rollout at Initech';
    request.description = `${request.description ?? ''}\n\nInitech, call bill@initech.example.com.`;
    await program.as('sam').comment(1, 'Initech was happy, their CIO said so.');
    program.sandbox.advance(3_600_000);
    await program.read();

    const text = await cacheText(program);

    for (const secret of [
      'nitech',
      'AcmeYAC',
      '006AB',
      '@',
      'sam',
      'omar',
      'jonas',
      'sorry',
      'request::',
      '#',
    ])
      expect(text).not.toContain(secret);
    const words = [...text.matchAll(/: ?"([^"]*)"/g)].map(([, word]) => word);
    expect(new Set(words.filter((word) => !/^[0-9a-f]{64}$/.test(word ?? '')))).toEqual(
      new Set(['ai', 'emea', 'amer', 'technical win', 'not enough notice']),
    );
  });

  it('keeps what was read before a failure, so that a big project is read in several runs', async () => {
    await using program = await programAtWork();
    program.sandbox.beforeCall = (call) =>
      Promise.resolve(
        call.path.includes('/issues/4/notes')
          ? { kind: 'answer', status: 404, body: { message: '404 Not found' } }
          : undefined,
      );
    await expect(program.read()).rejects.toMatchObject({ code: 'gitlab-not-found' });
    program.sandbox.beforeCall = null;

    await program.read();

    expect(program.historiesRead()).toEqual([4, 5]);
  });

  it('loses nothing when a run fails that has not come to what an earlier one has read', async () => {
    await using program = await programAtWork();
    await program.read();
    program.sandbox.beforeCall = (call) =>
      Promise.resolve(
        call.path.includes('labels=type%3A%3Acustomer-feedback')
          ? { kind: 'answer', status: 404, body: { message: '404 Not found' } }
          : undefined,
      );
    await expect(program.read()).rejects.toMatchObject({ code: 'gitlab-not-found' });
    program.sandbox.beforeCall = null;

    await program.read();

    expect(program.historiesRead()).toEqual([]);
  });

  it('forgets what is gone', async () => {
    await using program = await programAtWork();
    await program.read();
    const { id } = program.issue(4);
    program.issue(4).labelIds = [];
    await program.read();

    expect(await cacheText(program)).not.toContain(`[${id},`);
  });
});
