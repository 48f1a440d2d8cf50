import { describe, expect, it } from 'vitest';
import { judgePayload, type PipelineIdentity, verdictLine } from '../../src/run/should-run.ts';

const self: PipelineIdentity = { projectId: 7, deskUserId: null };
const sam = { id: 21, username: 'sam' };
const desk = { id: 900, username: 'project_7_bot_desk' };

interface Parts {
  readonly [name: string]: unknown;
}

function issueEvent(changes: Parts | undefined, parts: Parts = {}): Parts {
  return {
    object_kind: 'issue',
    user: sam,
    project: { id: 7 },
    object_attributes: { iid: 12, action: 'update' },
    ...(changes === undefined ? {} : { changes }),
    ...parts,
  };
}

function noteEvent(note: Parts = {}, parts: Parts = {}): Parts {
  return {
    object_kind: 'note',
    user: sam,
    project: { id: 7 },
    object_attributes: { noteable_type: 'Issue', note: 'accept', system: false, ...note },
    issue: { iid: 12 },
    ...parts,
  };
}

function reaction(award: Parts = {}): Parts {
  return {
    object_kind: 'emoji',
    event_type: 'award',
    user: sam,
    project_id: 7,
    project: { id: 7 },
    object_attributes: { name: 'thumbsup', awardable_type: 'Note', action: 'award', ...award },
    note: { noteable_type: 'Issue' },
    issue: { iid: 12 },
  };
}

function lineFor(payload: unknown, identity = self): string {
  return verdictLine(judgePayload(JSON.stringify(payload), identity));
}

describe('an event on an issue', () => {
  it.each(['labels', 'description', 'title', 'state_id', 'assignees', 'confidential'])(
    'runs for that issue when a person changes its %s',
    (key) => {
      expect(lineFor(issueEvent({ updated_at: {}, [key]: {} }))).toBe('run --issue 12');
    },
  );

  it.each(['open', 'close', 'reopen'])('runs for that issue when a person does %s', (action) => {
    expect(lineFor(issueEvent({}, { object_attributes: { iid: 12, action } }))).toBe('run --issue 12');
  });

  it.each(['due_date', 'weight', 'time_estimate', 'relative_position', 'milestone_id'])(
    'is skipped when only its %s has changed',
    (key) => {
      expect(lineFor(issueEvent({ updated_at: {}, updated_by_id: {}, [key]: {} }))).toBe('skip');
    },
  );

  it('runs when GitLab does not say what has changed', () => {
    expect(lineFor(issueEvent(undefined))).toBe('run --issue 12');
    expect(lineFor(issueEvent({}))).toBe('run --issue 12');
  });
});

describe('an event on a note', () => {
  it('runs for its issue when a person wrote it, also on a note of the desk', () => {
    expect(lineFor(noteEvent())).toBe('run --issue 12');
    expect(lineFor(noteEvent({ author_id: desk.id, action: 'update' }))).toBe('run --issue 12');
  });

  it.each([{ system: true }, { noteable_type: 'MergeRequest' }, { noteable_type: 'Commit' }])(
    'is skipped for %o',
    (note) => {
      expect(lineFor(noteEvent(note))).toBe('skip');
    },
  );
});

describe('a reaction', () => {
  it.each(['award', 'revoke'])('to a comment runs for its issue: %s', (action) => {
    expect(lineFor(reaction({ action }))).toBe('run --issue 12');
  });

  it('to the issue itself, or to a comment on something else, is skipped', () => {
    expect(lineFor(reaction({ awardable_type: 'Issue' }))).toBe('skip');
    expect(lineFor({ ...reaction(), issue: undefined, merge_request: { iid: 12 } })).toBe('skip');
  });
});

describe('what the desk itself caused', () => {
  it.each([issueEvent({ labels: {} }), noteEvent(), reaction()])(
    'is skipped, by the name of the token’s user',
    (payload) => {
      expect(lineFor({ ...payload, user: desk })).toBe('skip');
    },
  );

  it('is skipped by the configured user id, and then by nothing else', () => {
    const serviceAccount = { projectId: 7, deskUserId: 555 };

    expect(lineFor(noteEvent({}, { user: { id: 555, username: 'desk' } }), serviceAccount)).toBe('skip');
    expect(lineFor(noteEvent({}, { user: desk }), serviceAccount)).toBe('run --issue 12');
  });

  it.each(['project_70_bot_x', 'project_7_botany', 'Project_7_bot_x', 'sam'])(
    'does not include what %s did',
    (username) => {
      expect(lineFor(noteEvent({}, { user: { id: 1, username } }))).toBe('run --issue 12');
    },
  );
});

describe('a payload that cannot be trusted', () => {
  it.each([
    ['no file', null],
    ['an empty file', ''],
    ['no JSON', '{"object_kind":'],
    ['a list', '[1,2]'],
    ['null', 'null'],
    ['an unknown event', '{"object_kind":"push","project":{"id":7}}'],
    ['deep nesting', '['.repeat(200_000)],
    ['another project', JSON.stringify(noteEvent({}, { project: { id: 8 } }))],
  ])('%s: everything is run', (_, text) => {
    expect(verdictLine(judgePayload(text, self))).toBe('run');
  });

  it.each([0, -1, 1.5, 1e300, '12', '12 --allow removals=99', '$(id)', null, [12], { a: 1 }, 2 ** 31])(
    'the issue number %j is not taken over',
    (iid) => {
      expect(lineFor(noteEvent({}, { issue: { iid } }))).toBe('run');
    },
  );

  it('never has a word of the payload in its reason', () => {
    const hostile = '\u001b[2K::warning::';
    const verdict = judgePayload(
      JSON.stringify(issueEvent({ [hostile]: {} }, { user: { username: hostile } })),
      self,
    );

    expect(verdict.reason).toMatch(/^[a-zA-Z ,]+$/);
  });
});
