import { describe, expect, it } from 'vitest';
import {
  type AuthorityFacts,
  approvalOf,
  authorityStands,
} from '../../../src/domain/authorization/approval.ts';
import { approversToAsk } from '../../../src/domain/authorization/approvers.ts';
import { directoryOf } from '../../../src/domain/people.ts';
import { emptyRecord, type RecordState } from '../../../src/domain/record/record-state.ts';
import type { IssueFacts, LabelEvent, Person } from '../../../src/domain/snapshot.ts';
import { exampleConfig } from '../../builders/config.ts';
import { event } from '../../builders/label-history.ts';
import { desk, hour, issue, labelId, monday, people, user } from '../../builders/snapshot.ts';

const labels = { approved: labelId('request::approved'), declined: labelId('request::declined') };
const config = exampleConfig();
const shownAfter = 10;

const record: RecordState = {
  ...emptyRecord({ project: 7, issue: 5001, labels }),
  digest: 'as shown',
  durationMinutes: 90,
  shownAfter,
};

interface Change {
  readonly events?: readonly LabelEvent[];
  readonly record?: Partial<RecordState> | null;
  readonly issue?: Partial<IssueFacts>;
  readonly people?: Readonly<Record<string, Partial<Person>>>;
  readonly digest?: AuthorityFacts['digest'];
  readonly areaKey?: string;
}

function facts(change: Change): AuthorityFacts {
  return {
    issue: issue({ labelEvents: change.events ?? [], ...change.issue }),
    record: change.record === null ? null : { ...record, ...change.record },
    labels,
    digest: change.digest === undefined ? { value: 'as shown', durationMinutes: 90 } : change.digest,
    areaKey: change.areaKey ?? 'ai',
    directory: directoryOf(people(change.people)),
    config,
    deskIds: [desk.id],
  };
}

const approved = (id: number, by = 'omar') => event(id, by, 'add', 'request::approved');
const unapproved = (id: number, by = 'omar') => event(id, by, 'remove', 'request::approved');
const declined = (id: number, by = 'omar') => event(id, by, 'add', 'request::declined');
const undeclined = (id: number, by = 'omar') => event(id, by, 'remove', 'request::declined');
const shownAgain = event(9, 'desk', 'add', 'request::awaiting-approval');

describe('an approval', () => {
  it('counts when an approver of the area sets the label after the request was shown', () => {
    const digest = 'as shown';
    expect(approvalOf(facts({ events: [shownAgain, approved(11)] }))).toEqual({
      kind: 'counts',
      event: 11,
      user: user('omar').id,
      digest,
    });
  });

  it('counts by a program lead in every area', () => {
    expect(approvalOf(facts({ events: [approved(11, 'priya')], areaKey: 'dedicated' })).kind).toBe('counts');
  });

  it.each<[string, LabelEvent[]]>([
    [
      'Premium takes the waiting label off with the click',
      [event(11, 'omar', 'remove', 'request::awaiting-approval'), approved(12)],
    ],
    [
      'Premium lists the removal after the addition',
      [approved(12), event(11, 'omar', 'remove', 'request::awaiting-approval')],
    ],
    ['Free leaves both labels there', [approved(11)]],
    ['taken off and set again', [approved(11), unapproved(12), approved(13)]],
    ['the events in reverse', [approved(13), unapproved(12), approved(11)]],
    ['an early one repeated in time', [approved(8), unapproved(10), approved(13)]],
    ['a decline before it', [declined(11), undeclined(12), approved(13)]],
    ['a decline before it that nobody took off', [declined(11), approved(13)]],
    ['a removal by somebody without the right', [approved(11), unapproved(12, 'mallory')]],
    ['a removal by the desk', [approved(11), unapproved(12, 'desk')]],
    ['a decline by somebody without the right', [approved(11), declined(12, 'mallory')]],
    ['a decline by the author', [approved(11), declined(12, 'sam')]],
    ['two approvers', [approved(11), approved(12, 'priya')]],
  ])('counts: %s', (_, events) => {
    expect(approvalOf(facts({ events })).kind).toBe('counts');
  });

  it.each<[string, Change]>([
    ['nobody has clicked', { events: [] }],
    ['it was taken off again', { events: [approved(11), unapproved(12)] }],
    ['another approver took it off', { events: [approved(11), unapproved(12, 'priya')] }],
    [
      'a decline that came after it was taken off again',
      { events: [approved(11), declined(12), undeclined(13)] },
    ],
    ['by somebody unknown', { events: [{ ...approved(11), user: { id: 4711, username: 'omar' } }] }],
    ['by a deleted account', { events: [{ ...approved(11), user: null }] }],
    ['by the author', { events: [approved(11)], issue: { author: user('omar') } }],
    ['by the desk', { events: [approved(11, 'desk')] }],
    ['by somebody who is no approver', { events: [approved(11, 'mallory')] }],
    ['by an approver of another area', { events: [approved(11, 'lena')] }],
    ['by a bot', { events: [approved(11)], people: { omar: { bot: true } } }],
    ['by an inactive approver', { events: [approved(11)], people: { omar: { active: false } } }],
    [
      'on a label of the same name that is another one',
      { events: [event(11, 'omar', 'add', 'request::approved', 777)] },
    ],
    ['without a record', { events: [approved(11)], record: null }],
  ])('does not exist: %s', (_, change) => {
    expect(approvalOf(facts(change))).toEqual({ kind: 'none' });
  });

  const stateEvent = (state: 'closed' | 'reopened', hours: number) => ({
    id: 1,
    user: user('sam'),
    at: monday + hours * hour,
    state,
  });

  it.each<[string, string, Change]>([
    ['early', 'set before the request was shown', { events: [approved(shownAfter)] }],
    [
      'early',
      'the request was never shown to the end',
      { events: [approved(11)], record: { shownAfter: null } },
    ],
    [
      'before-reopening',
      'the issue was reopened since',
      { events: [approved(11)], issue: { stateEvents: [stateEvent('reopened', 12)] } },
    ],
    [
      'before-reopening',
      'closed and reopened in the same second',
      { events: [approved(11)], issue: { stateEvents: [stateEvent('reopened', 11)] } },
    ],
    [
      'renamed-label',
      'the label has another name now',
      { events: [event(11, 'omar', 'add', 'request::ok', labels.approved)] },
    ],
    ['changed', 'another form', { events: [approved(11)], digest: { value: 'edited', durationMinutes: 90 } }],
    [
      'changed',
      'a longer duration',
      { events: [approved(11)], digest: { value: 'as shown', durationMinutes: 91 } },
    ],
    ['changed', 'a form that cannot be read', { events: [approved(11)], digest: null }],
    ['changed', 'a record that has shown nothing', { events: [approved(11)], record: { digest: null } }],
    [
      'closed',
      'the issue is closed',
      { events: [approved(13)], issue: { state: 'closed', stateEvents: [stateEvent('closed', 12)] } },
    ],
    ['public', 'the issue is public', { events: [approved(11)], issue: { confidential: false } }],
  ])('is refused as "%s": %s', (refusal, _, change) => {
    expect(approvalOf(facts(change))).toMatchObject({ kind: 'refused', refusal });
  });

  it('of a shorter duration is the same request', () => {
    const digest = { value: 'as shown', durationMinutes: 60 };
    expect(approvalOf(facts({ events: [approved(11)], digest })).kind).toBe('counts');
  });
});

describe('a decline', () => {
  it.each<[string, Change]>([
    ['after an approval', { events: [approved(11), declined(12)] }],
    ['by another approver', { events: [approved(11), declined(12, 'priya')] }],
    ['before the request was shown', { events: [declined(5)] }],
    ['of a form that has changed since', { events: [declined(11)], digest: null }],
    ['without a record', { events: [declined(5)], record: null }],
    ['that somebody without the right took off', { events: [declined(11), undeclined(12, 'mallory')] }],
  ])('stands: %s', (_, change) => {
    expect(approvalOf(facts(change))).toMatchObject({ kind: 'declined' });
  });

  it.each<[string, Change]>([
    ['by somebody without the right', { events: [declined(11, 'mallory')] }],
    ['by the author', { events: [declined(11, 'sam')] }],
    ['taken off by another approver', { events: [declined(11), undeclined(12, 'priya')] }],
    [
      'before the issue was reopened',
      {
        events: [declined(11)],
        issue: { stateEvents: [{ id: 1, user: user('sam'), at: monday + 12 * hour, state: 'reopened' }] },
      },
    ],
  ])('does not exist: %s', (_, change) => {
    expect(approvalOf(facts(change))).toEqual({ kind: 'none' });
  });
});

describe('the authority of a recorded approval', () => {
  const approval = { event: 11, user: user('omar').id, digest: 'as shown' };
  const standing = { events: [approved(11)], record: { approval } };

  it.each<[string, Change]>([
    ['as it was', standing],
    ['the label event is gone with its label', { ...standing, events: [] }],
    [
      'the desk and others have taken the label off',
      { ...standing, events: [approved(11), unapproved(12, 'desk'), unapproved(13, 'mallory')] },
    ],
    ['the approver is no approver of the area any more', { ...standing, areaKey: 'dedicated' }],
    ['a second approver approves as well', { ...standing, events: [approved(11), approved(12, 'priya')] }],
    ['shown again to nobody, sealed later', { ...standing, record: { approval, shownAfter: 99 } }],
    [
      'closed and reopened in between',
      {
        ...standing,
        issue: { stateEvents: [{ id: 2, user: user('sam'), at: monday + 99 * hour, state: 'reopened' }] },
      },
    ],
  ])('stands: %s', (_, change) => {
    expect(authorityStands(facts(change))).toBe(true);
  });

  it.each<[string, Change]>([
    ['there is no record', { ...standing, record: null }],
    ['nothing was recorded', { ...standing, record: {} }],
    ['the approver took the label off', { ...standing, events: [approved(11), unapproved(12)] }],
    [
      'the approver took it off and set it again',
      { ...standing, events: [approved(11), unapproved(12), approved(13)] },
    ],
    ['another approver took it off', { ...standing, events: [approved(11), unapproved(12, 'priya')] }],
    ['somebody who may has declined', { ...standing, events: [approved(11), declined(12, 'priya')] }],
    ['a decline that was withdrawn', { ...standing, events: [approved(11), declined(12), undeclined(13)] }],
    ['the approver is not active any more', { ...standing, people: { omar: { active: false } } }],
    ['the approver is unknown', { ...standing, record: { approval: { ...approval, user: 4711 } } }],
    ['the form has changed', { ...standing, digest: { value: 'edited', durationMinutes: 90 } }],
    ['it takes longer', { ...standing, digest: { value: 'as shown', durationMinutes: 120 } }],
    ['the form cannot be read', { ...standing, digest: null }],
    [
      'the record shows another form than was approved',
      { ...standing, record: { approval, digest: 'shown later' } },
    ],
    [
      'the approval was of another form',
      { ...standing, record: { approval: { ...approval, digest: 'older' } } },
    ],
    ['the issue is closed', { ...standing, issue: { state: 'closed' } }],
    ['the issue is public', { ...standing, issue: { confidential: false } }],
  ])('is gone: %s', (_, change) => {
    expect(authorityStands(facts(change))).toBe(false);
  });
});

describe('who is asked to decide', () => {
  it.each([
    ['ai', 'sam', ['priya', 'omar']],
    ['ai', 'omar', ['priya']],
    ['dedicated', 'lena', ['priya']],
    ['dedicated', 'LENA', ['priya']],
    ['other', 'sam', ['priya']],
  ])('area %s, opened by %s: %j', (area, author, asked) => {
    expect(approversToAsk(config, area, author)).toEqual(asked);
  });

  it('a username in the configuration is the same person in any case', () => {
    const shouting = exampleConfig({ program: [['approvers: [priya, omar]', 'approvers: [priya, Omar]']] });
    const change = { ...facts({ events: [approved(11)] }), config: shouting };
    expect(approvalOf(change).kind).toBe('counts');
  });
});
