import type { Finding } from '../finding.ts';
import { headOf, issueIn, lookedAt, type Memory } from '../memory.ts';
import { leadsOf, managersOf } from '../program.ts';
import { areaOf, deskComments, projectIn, type Run } from '../see.ts';
import { daysPassed, hoursOf, workedDays } from '../working-time.ts';
import { keysWritten } from './moves.ts';

/** Who looks after a card is reminded once for each stay that lasts too long, and never before. */
export function reminders(memory: Memory, run: Run): Finding[] {
  return lookedAt(run).flatMap(({ iid, state, createdAt }): Finding[] => {
    const found: Finding[] = [];
    const keys = deskComments(issueIn(run.after, iid), run.program)
      .map(({ key }) => key)
      .filter((key) => key.startsWith('stale:'));
    if (new Set(keys).size < keys.length)
      found.push({ law: 'reminders', card: iid, what: 'reminded twice of one stay' });
    const now = keysWritten(run, iid).filter((key) => key.startsWith('stale:'));
    const move = memory.get(iid)?.move ?? null;
    const value = move?.value ?? 'new';
    const since = move?.click.at ?? createdAt;
    const isHead = state === 'opened' && headOf(memory, run, iid) === iid;
    const isStale = isHead && isOver(run, iid, value, since);
    if (now.length > 0 && !isStale)
      found.push({ law: 'reminders', card: iid, what: `reminded of ${value} too early` });
    const ofStay = keys.filter((key) => {
      const [, of, event] = key.split(':');
      return of === value && (move === null ? event === '0' : move.click.events.includes(Number(event)));
    });
    if (isStale && ofStay.length === 0 && !run.isCut)
      found.push({ law: 'reminders', card: iid, what: `nobody was reminded of ${value}` });
    return found;
  });
}

function isOver(run: Run, iid: number, value: string, since: number): boolean {
  const area = areaOf(run.before, issueIn(run.before, iid), run.program);
  const { program, at } = run;
  switch (value) {
    case 'new':
      return leadsOf(program, area).every((each) => workedDays(hoursOf(program, each), since, at, 5));
    case 'accepted':
      return managersOf(program, area).every((each) => daysPassed(hoursOf(program, each), since, at, 30));
    default:
      return false;
  }
}

/** What is wrong in a form is told once, and so is that a product issue was closed. */
export function onceEach(memory: Memory, run: Run): Finding[] {
  return lookedAt(run).flatMap(({ iid }): Finding[] => {
    const keys = deskComments(issueIn(run.after, iid), run.program).map(({ key }) => key);
    const twice = (start: string): boolean => {
      const found = keys.filter((key) => key.startsWith(start));
      return new Set(found).size < found.length;
    };
    return [
      ...(twice('problems:')
        ? [{ law: 'problems' as const, card: iid, what: 'one list of problems was told twice' }]
        : []),
      ...(twice('product-closed:')
        ? [{ law: 'product' as const, card: iid, what: 'one product issue was told twice' }]
        : []),
      ...productIssue(memory, run, iid, keys),
    ];
  });
}

function productIssue(memory: Memory, run: Run, card: number, keys: readonly string[]): Finding[] {
  const issue = issueIn(run.before, card);
  const named = /### Product issue\n+acme\/elsewhere#(\d+)/.exec(issue.description ?? '')?.[1];
  const told = keysWritten(run, card).filter((key) => key.startsWith('product-closed:'));
  const isClosed =
    named !== undefined && run.before.gitlab.projects[8]?.issues[Number(named)]?.state === 'closed';
  const value = memory.get(headOf(memory, run, card))?.move?.value ?? 'new';
  const isLive = issue.state === 'opened' && value !== 'resolved' && value !== 'declined';
  if (told.length > 0 && !(isClosed && isLive))
    return [{ law: 'product', card, what: 'told of a product issue that is open' }];
  if (isClosed && isLive && !run.isCut && !keys.includes(`product-closed:${named}`))
    return [{ law: 'product', card, what: 'nobody was told that the product issue is closed' }];
  return [];
}

/** Whoever left a form half empty has been told; a complete one brings no such comment. */
export function problems(memory: Memory, run: Run): Finding[] {
  return lookedAt(run).flatMap(({ iid, state, description, authorId, assigneeIds }): Finding[] => {
    const told = deskComments(issueIn(run.after, iid), run.program).some(({ key }) =>
      key.startsWith('problems:'),
    );
    const isBlank = /### Proposed solution\s+###/.test(description ?? '');
    const isAsked = authorId !== run.program.desk || assigneeIds.length > 0;
    const value = memory.get(headOf(memory, run, iid))?.move?.value ?? 'new';
    const isLive = state === 'opened' && value !== 'resolved' && value !== 'declined';
    if (isBlank && isLive && isAsked && !told && !run.isCut && projectIn(run.after).issues[iid] !== undefined)
      return [{ law: 'problems', card: iid, what: 'nobody was told that the solution is missing' }];
    return [];
  });
}
