import { clicksIn } from '../clicks.ts';
import type { Finding } from '../finding.ts';
import { groupOf, issueIn, lookedAt, type Memory } from '../memory.ts';
import { mayMove } from '../program.ts';
import { areaOf, deskComments, type Run, usernameIn, valuesOn } from '../see.ts';
import { keysWritten } from './moves.ts';

/** A pair is proposed once, on the younger card, one at a time; the label says what those who may have answered. */
export function duplicates(memory: Memory, run: Run): Finding[] {
  return lookedAt(run).flatMap(({ iid, state }) =>
    state === 'opened' ? duplicatesOn(memory, run, iid) : [],
  );
}

function duplicatesOn(memory: Memory, run: Run, card: number): Finding[] {
  const found: Finding[] = [];
  const issue = issueIn(run.after, card);
  const keys = deskComments(issue, run.program)
    .map(({ key }) => key)
    .filter((key) => key.startsWith('duplicate:'));
  if (new Set(keys).size < keys.length)
    found.push({ law: 'duplicates', card, what: 'one pair was proposed twice' });
  const now = keysWritten(run, card).filter((key) => key.startsWith('duplicate:'));
  const answers = [...(memory.get(card)?.answers.values() ?? [])];
  if (now.length > 1) found.push({ law: 'duplicates', card, what: `${now.length} proposals in one run` });
  if (now.length > 0 && answers.at(-1) === 'open')
    found.push({ law: 'duplicates', card, what: 'proposed while a proposal is open' });
  for (const key of now) {
    const older = Number(key.slice('duplicate:'.length));
    const other = issueIn(run.before, older);
    if (other.createdAt > issue.createdAt)
      found.push({ law: 'duplicates', card, what: `#${older} is no older card` });
    if (areaOf(run.before, other, run.program) !== areaOf(run.before, issueIn(run.before, card), run.program))
      found.push({ law: 'duplicates', card, what: `#${older} is of another area` });
    if (groupOf(memory, run, card).includes(older))
      found.push({ law: 'duplicates', card, what: `#${older} counts together with it already` });
  }
  if (!run.isCut) found.push(...label(run, card, now.length > 0 ? 'open' : (answers.at(-1) ?? null)));
  return found;
}

const labelOf = { open: 'proposed', confirmed: 'confirmed', rejected: 'rejected' } as const;

function label(run: Run, card: number, answer: keyof typeof labelOf | null): Finding[] {
  const there = valuesOn(run.after, issueIn(run.after, card), 'duplicate::');
  if (answer !== null) {
    const wanted = labelOf[answer];
    return there.join() === wanted
      ? []
      : [{ law: 'duplicates', card, what: `bears duplicate::${there.join()}, and ${wanted} is what counts` }];
  }
  const before = issueIn(run.before, card);
  const area = areaOf(run.before, before, run.program);
  const theirs = clicksIn(run.before, before, 'duplicate::').flatMap(({ by, set }) =>
    mayMove(run.program, area, usernameIn(run.before, by)) ? set : [],
  );
  const foreign = there.filter((value) => !theirs.includes(value));
  return foreign.length === 0
    ? []
    : [{ law: 'duplicates', card, what: `bears duplicate::${foreign.join()} without a proposal` }];
}
