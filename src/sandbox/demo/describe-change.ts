import type { Change } from './changes.ts';
import type { NoteText } from './note-text.ts';

/** A change in words and the thing it is about; `issue` where it is one. */
export interface Described {
  readonly topic: string;
  readonly issue: number | null;
  readonly words: string;
}

/** The changes of a run in words; one change may take several lines, and the parts of a set-up share one. */
export function describeChanges(changes: readonly Change[]): Described[] {
  const setup = changes.flatMap(setupWords);
  const rest = changes.filter((each) => setupWords(each).length === 0);
  const first = setup.length === 0 ? [] : [about('project', setup.join(', '))];
  return [...first, ...rest.flatMap(describe)];
}

function setupWords(change: Change): string[] {
  if (change.kind === 'project') return [`${change.count} ${change.what}`];
  return change.kind === 'page' && change.slug === 'home' ? ['wiki home'] : [];
}

function about(topic: string, words: string, issue: number | null = null): Described {
  return { topic, issue, words };
}

function describe(change: Change): Described[] {
  switch (change.kind) {
    case 'opened':
      return openedWords(change);
    case 'records': {
      const numbers = change.issues.map((each) => `#${each}`).join(', ');
      return [about('issue', `${numbers} opened: My SME record, one each for ${change.names.join(', ')}`)];
    }
    case 'labels':
      return [about('label', labelWords(change), change.issue)];
    case 'assigned':
      return [about('assignee', change.names.join(', '), change.issue)];
    case 'unassigned':
      return [about('assignee', `${change.names.join(', ')} no longer`, change.issue)];
    case 'closed':
      return [about('issue', 'closed', change.issue)];
    case 'reopened':
      return [about('issue', 'opened again', change.issue)];
    case 'linked':
      return [
        about('issue', `linked with ${change.others.map((each) => `#${each}`).join(' and ')}`, change.issue),
      ];
    case 'made confidential':
      return [about('issue', 'made confidential', change.issue)];
    case 'note':
      return noteWords(change);
    case 'team':
      return [about('Salesforce', `${change.opportunity}: ${change.name} is on the team as ${change.role}`)];
    case 'off the team':
      return [about('Salesforce', `${change.opportunity}: ${change.name} is off the team`)];
    case 'file':
      return [about('file', `${change.name}, linked in the comment`)];
    case 'message':
      return [about('Slack', `${change.place}: ${change.text}${change.isNew ? '' : ' (edited)'}`)];
    case 'message removed':
      return [about('Slack', `${change.place}: ${change.text} (removed)`)];
    case 'invited':
      return [about('Slack', `${change.name} invited to ${change.place}`)];
    case 'removed':
      return [about('Slack', `${change.name} removed from ${change.place}`)];
    case 'page':
      return [about('wiki', `${change.slug}: ${change.firstLine}`)];
    case 'project':
      return [];
    default:
      return change satisfies never;
  }
}

/** An issue of the desk's own; the first line of its text says whom it is for. */
function openedWords({ issue, title, text }: Extract<Change, { kind: 'opened' }>): Described[] {
  return [
    about('issue', `opened: ${title}`, issue),
    about('', text.firstLine, issue),
    ...pointsOf(text, issue),
  ];
}

/** What came and what went; the state of the request first. */
function labelWords({ added, removed }: Extract<Change, { kind: 'labels' }>): string {
  const isState = (label: string) => Number(label.startsWith('request::'));
  const plus = [...added].sort((a, b) => isState(b) - isState(a)).map((each) => `+ ${each}`);
  return [...plus, ...removed.map((each) => `- ${each}`)].join('   ');
}

/** What a reader of the story wants from a comment beside its first line, by the name it has there. */
const shownPoints = [
  { point: 'When', topic: 'when' },
  { point: 'Why', topic: 'why' },
  { point: 'Salesforce is off', topic: 'Salesforce' },
  { point: 'Waiting', topic: 'waiting' },
];

function pointsOf({ points }: NoteText, issue: number): Described[] {
  return shownPoints.flatMap(({ point, topic }) => {
    const words = points[point];
    return words === undefined ? [] : [about(topic, words, issue)];
  });
}

function noteWords({ issue, key, isNew, text }: Extract<Change, { kind: 'note' }>): Described[] {
  const say = (topic: string, words: string) => about(topic, words, issue);
  if (key === 'record') return [say('record', `${text.firstLine}${isNew ? '' : ' (edited)'}`)];
  if (key.startsWith('choice:')) {
    const candidates = text.rows.map(([who, could, because]) => `${who} ${could} (${because})`);
    return [say('internal', `for the leads: ${candidates.join('; ')}`)];
  }
  const points = pointsOf(text, issue);
  const problems = key.startsWith('problems:') ? text.rows : [];
  return [
    say('comment', text.firstLine),
    ...points,
    ...problems.map(([field, found, expected]) => say('', `${field}: found ${found}; expected ${expected}`)),
  ];
}
