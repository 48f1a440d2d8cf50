import type { Finding } from '../finding.ts';
import { issueIn, lookedAt, type Memory } from '../memory.ts';
import { cardsIn, type Run, usernameIn } from '../see.ts';
import { keysWritten } from './moves.ts';

const allowed = new Set(['add_labels', 'remove_labels', 'confidential']);

/** The desk carries out no quick action, changes of a card nothing but labels and confidentiality, and no closed card. */
export function writes(_: Memory, run: Run): Finding[] {
  const { after, before, program, journal } = run;
  const found: Finding[] = [];
  for (const { userId, command } of after.gitlab.executed.slice(before.gitlab.executed.length))
    if (userId === program.desk)
      found.push({ law: 'quick-action', what: `the desk carried out “${command}”` });
  const desk = usernameIn(after, program.desk);
  const cards = new Set(cardsIn(before).map(({ iid }) => iid));
  for (const { method, path, actor, write, body } of journal) {
    const iid = Number(/\/projects\/7\/issues\/(\d+)(?=[/?]|$)/.exec(path)?.[1] ?? 0);
    if (!write || actor !== desk || method !== 'PUT' || !cards.has(iid) || !/\/issues\/\d+$/.test(path))
      continue;
    const others = Object.keys(typeof body === 'object' && body !== null ? body : {}).filter(
      (key) => !allowed.has(key),
    );
    if (others.length > 0)
      found.push({ law: 'writes', card: iid, what: `the desk changed ${others.join(', ')}` });
  }
  return [...found, ...closed(run)];
}

/** On a closed card the desk says what is due to be said, and does nothing else. */
function closed(run: Run): Finding[] {
  return lookedAt(run).flatMap(({ iid, state, labelEvents }): Finding[] => {
    if (state === 'opened') return [];
    const others = keysWritten(run, iid).filter((key) => !/^(?:status|reason):/.test(key));
    const isTouched = issueIn(run.after, iid).labelEvents.length > labelEvents.length;
    return [
      ...others.map(
        (key): Finding => ({ law: 'writes', card: iid, what: `wrote “${key}” on a closed card` }),
      ),
      ...(isTouched ? [{ law: 'writes' as const, card: iid, what: 'changed labels of a closed card' }] : []),
    ];
  });
}
